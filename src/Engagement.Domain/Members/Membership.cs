using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Referral;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Members;

/// <summary>
/// What being a member brings about besides stages and playbooks: points that expire, tiers, gifts, referrals (docs/domain §6, §10).
/// </summary>
internal static class Membership
{
    /// <summary>When time alone next changes any of it; null if it will not.</summary>
    public static Instant? NextDue(Rules rules, Member member) =>
        (PointsExpiry.NextDue(member), TierJudgement.NextDue(rules, member)) switch
        {
            ({ } points, { } tier) => Instant.Earlier(points, tier),
            (var points, var tier) => points ?? tier,
        };

    /// <summary>Makes happen what falls due at <paramref name="at"/>.</summary>
    public static Member Pass(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        member = PointsExpiry.Pass(member, at, events);
        return TierJudgement.Pass(rules, member, at, events);
    }

    /// <summary>Lets follow what <paramref name="happened"/> brings about.</summary>
    /// <param name="before">The member before it happened.</param>
    public static Member Follow(
        Rules rules, Member before, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        member = HighValueActs.Follow(rules, before, member, happened, events);
        member = GiftPacks.Follow(rules, before, member, happened, at, events);
        member = Referrals.Follow(rules, before, member, happened, at, events);
        return Judge(rules, member, at, events);
    }

    /// <summary>Lifts her where she deserves it.</summary>
    public static Member Judge(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var (before, told) = (member, events.Count);
        member = TierJudgement.Judge(rules, member, at, events);
        return events.Count == told ? member : GiftPacks.Follow(rules, before, member, events[told], at, events);
    }
}
