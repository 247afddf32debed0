using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Benefits;

/// <summary>A benefit that people give was taken (docs/domain §6).</summary>
/// <param name="Relative">Who of her family took it; null for herself.</param>
public sealed record UseBenefit(EventKey Key, Instant? At, StoreId? Store, string Benefit, MemberId? Relative = null, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>A benefit was taken.</summary>
/// <param name="Left">How often it can be taken within the year still; null for as often as she likes.</param>
public sealed record BenefitUsed(Instant At, EventKey Key, StoreId? Store, string Benefit, MemberId? Relative, int? Left, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>She was given a welcome gift.</summary>
/// <param name="For">What for: <c>joined</c>, or the name of a tier.</param>
public sealed record GiftPackGiven(Instant At, string For, decimal Value, string? Title) : MemberEvent(At);

/// <summary>One time a counted benefit was taken.</summary>
public readonly record struct BenefitTaken(string Benefit, Instant At);

/// <summary>How often benefits were taken.</summary>
public static class BenefitsTaken
{
    /// <summary>The span over which uses are counted.</summary>
    internal static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>How often she took a benefit within the year before <paramref name="at"/>.</summary>
    public static int Count(Member member, string benefit, Instant at)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.BenefitsTaken.Count(taken => taken.Benefit == benefit && taken.At > at - Year);
    }
}

internal static class BenefitDecision
{

    public static Taking Decide(Rules rules, Member member, UseBenefit command, Instant at, StoreId? store)
    {
        if (command.Relative is { } relative && !member.Family.Has(relative))
            return new Rejection("not_in_family", $"'{relative}' is not in this family");
        var found = Entitlement.Of(rules.Policy, member)
            .Where(benefits => command.Relative is null || benefits.IsSharedWithFamily)
            .Select(benefits => benefits.Others.GetValueOrDefault(command.Benefit))
            .OfType<FreeFormBenefit>()
            .ToList();
        if (found.Count == 0)
            return new Rejection("not_entitled", $"she has no benefit '{command.Benefit}'");
        int? most = found.Any(benefit => benefit.UsesAYear is null) ? null : found.Max(benefit => benefit.UsesAYear);
        var now = Instant.Later(at, member.LivedThrough);
        var left = most - BenefitsTaken.Count(member, command.Benefit, now);
        return left <= 0
            ? new Rejection("no_uses_left", $"'{command.Benefit}' has been taken {most} times within a year")
            : new BenefitUsed(at, command.Key, store, command.Benefit, command.Relative, left - 1, command.Extra);
    }

    public static Member Evolve(Member member, BenefitUsed used) => used.Left is null ? member : member with
    {
        BenefitsTaken = member.BenefitsTaken.RemoveAll(taken => taken.At <= member.LivedThrough - BenefitsTaken.Year).Add(new(used.Benefit, used.At)),
    };
}

internal static class GiftPacks
{
    /// <summary>Gives what joining, or a tier, comes with.</summary>
    public static Member Follow(
        Rules rules, Member before, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var (matter, pack) = happened switch
        {
            Joined when !before.Joined => ("joined", rules.Policy.Benefits.Joined.GiftPack),
            Tiers.TierChanged { To: { } to, From: var from } when IsUp(rules, from, to) => (to, rules.Policy.Tiers.Find(to).Tier?.Benefits.GiftPack),
            _ => ("", null),
        };
        return pack is null ? member : Judgement.Append(member, new GiftPackGiven(at, matter, pack.Value, pack.Title), events);
    }

    private static bool IsUp(Rules rules, string? from, string to) =>
        rules.Policy.Tiers.Find(to).Place > rules.Policy.Tiers.Find(from).Place;
}
