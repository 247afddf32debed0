using Engagement.Domain.Benefits;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api.Membership;

/// <summary>A member's tier (等级, docs/domain §6).</summary>
/// <param name="Name">Null for none.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Until">The end of the year for which it is hers.</param>
/// <param name="IsAtRisk">She was warned that she will lose it then.</param>
/// <param name="Spent">All she ever paid, less what was refunded.</param>
/// <param name="Next">The tier above, and what is missing for it; null where there is none.</param>
/// <param name="Benefits">What she has, of having joined and of her tier.</param>
public sealed record MemberTierView(
    string? Name,
    string? Title,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    bool IsAtRisk,
    decimal Spent,
    int Orders,
    NextTierView? Next,
    IReadOnlyList<BenefitView> Benefits)
{
    internal static MemberTierView Of(Policy policy, Member member, Instant now)
    {
        var state = member.Tier;
        return new(
            state.Name,
            policy.Tiers.Find(state.Name).Tier is { } tier ? tier.Title ?? tier.Name : null,
            state.Name is null ? null : state.Since.ToDateTimeOffset(),
            state.Name is null ? null : state.Until.ToDateTimeOffset(),
            state.IsAtRisk,
            state.Spent,
            state.Orders,
            TierOutlook.Of(policy, member, now) is { } next ? NextTierView.Of(next) : null,
            BenefitView.Of(policy, member, now));
    }
}

/// <summary>A tier and the ways to it: one is enough, and of one all that it names.</summary>
public sealed record NextTierView(string Name, string Title, IReadOnlyList<TierGapView> Missing)
{
    internal static NextTierView Of(TierOutlook outlook) => new(
        outlook.Tier.Name,
        outlook.Tier.Title ?? outlook.Tier.Name,
        [.. outlook.Gaps.Select(gap => new TierGapView(gap.Spend, gap.WithinDays, gap.Points, gap.Friends, gap.Invitation))]);
}

/// <summary>What is missing on one way to a tier.</summary>
public sealed record TierGapView(decimal? Spend, int? WithinDays, long? Points, int? Friends, bool Invitation);

/// <summary>A benefit that people give (权益).</summary>
/// <param name="UsesAYear">Null for as often as she likes.</param>
/// <param name="Left">How often within the year still; null where it is not counted.</param>
public sealed record BenefitView(string Name, string Title, int? UsesAYear, int? Left)
{
    internal static IReadOnlyList<BenefitView> Of(Policy policy, Member member, Instant now) =>
    [
        .. Entitlement.Of(policy, member).SelectMany(benefits => benefits.Others).GroupBy(other => other.Key, StringComparer.Ordinal).Select(same =>
        {
            int? uses = same.Any(other => other.Value.UsesAYear is null) ? null : same.Max(other => other.Value.UsesAYear);
            return new BenefitView(
                same.Key, same.First().Value.Title ?? same.Key, uses, uses - BenefitsTaken.Count(member, same.Key, now));
        }),
    ];
}
