using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

/// <summary>
/// Lifts a member at once when she deserves a higher tier, and lowers her by one at the end of her year, after a warning
/// (docs/domain §6).
/// </summary>
internal static class TierJudgement
{
    /// <summary>Lifts her where she deserves it. What a tier that is gone from the policy leaves behind is decided as well.</summary>
    public static Member Judge(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var policy = rules.Policy.Tiers;
        var (_, place) = policy.Find(member.Tier.Name);
        var isGone = member.Tier.Name is not null && place < 0;
        var (deserved, reason) = Deserving.At(policy, member, at);
        return deserved > place || isGone
            ? Move(policy, member, deserved, isGone ? TierReason.PolicyChanged : reason!, at, events)
            : member;
    }

    /// <summary>When time alone next says something of her tier; null if it will not.</summary>
    public static Instant? NextDue(Rules rules, Member member) =>
        DueAt(rules, member) is { } at ? Instant.Later(at, member.LivedThrough + Instant.Resolution) : null;

    private static Instant? DueAt(Rules rules, Member member)
    {
        var policy = rules.Policy.Tiers;
        var (tier, place) = policy.Find(member.Tier.Name);
        if (tier is null || member.Tier.Until >= Instant.Latest)
            return null;
        var until = member.Tier.Until;
        // Somebody who falls short only when the year is nearly over (a refund) is warned then, and has her time from there.
        if (!member.Tier.IsAtRisk && policy.WarnDaysBefore > 0 && Deserving.At(policy, member, until).Place < place)
            until -= TimeSpan.FromDays(policy.WarnDaysBefore);
        return until;
    }

    public static Member Pass(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        // What else fell due at this instant, points of the same purchase for example, does not put it off.
        if (!(DueAt(rules, member) <= at))
            return member;
        var policy = rules.Policy.Tiers;
        var (tier, place) = policy.Find(member.Tier.Name);
        var until = member.Tier.Until;
        var falls = Deserving.At(policy, member, Instant.Later(until, at)).Place < place;
        if (falls && !member.Tier.IsAtRisk && policy.WarnDaysBefore > 0)
        {
            var on = Instant.Later(until, at + TimeSpan.FromDays(policy.WarnDaysBefore));
            return Judgement.Append(member, new TierAtRisk(at, tier!.Name, place > 0 ? policy.Ladder[place - 1].Name : null, on), events);
        }

        return falls
            ? Move(policy, member, place - 1, TierReason.NotDeserved, at, events)
            : Judgement.Append(member, new TierKept(at, tier!.Name, EndOfYear(policy, at)), events);
    }

    private static Member Move(
        TiersPolicy policy, Member member, int place, TierReason reason, Instant at, ImmutableArray<MemberEvent>.Builder events) =>
        Judgement.Append(
            member,
            new TierChanged(
                at, member.Tier.Name, place < 0 ? null : policy.Ladder[place].Name, reason, place < 0 ? null : EndOfYear(policy, at)),
            events);

    // Where the calendar ends there is no year left to lose anything in.
    private static Instant EndOfYear(TiersPolicy policy, Instant at) => at < Instant.Earliest || at.ToDateTimeOffset().Year > 9000
        ? Instant.Latest
        : Instant.FromDateTimeOffset(at.ToDateTimeOffset().AddMonths(policy.QualificationMonths));
}
