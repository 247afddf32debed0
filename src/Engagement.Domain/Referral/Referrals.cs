using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Referral;

/// <summary>What a referral makes of what happens to the friend (docs/domain §10).</summary>
internal static class Referrals
{
    /// <param name="before">The member before it happened.</param>
    public static Member Follow(
        Rules rules, Member before, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events) =>
        happened switch
        {
            // Who says the same again has said nothing new.
            Joined { Referrer: { } referrer } when before.Referral.Referrer != referrer => Judgement.Append(
                member,
                WhyNot(before, member, referrer) is { } why
                    ? new ReferralRefused(at, referrer, why)
                    : new ReferralClaimed(at, referrer) { Since = member.MemberSince == at ? null : member.MemberSince },
                events),
            Purchased or ReferralConfirmed => Reward(rules, member, at, events),
            Refunded refunded when refunded.Parts.Any(part => part.Whole && part.Number == member.Referral.RewardedPurchase) =>
                TakeBack(member, at, events),
            _ => member,
        };

    private static string? WhyNot(Member before, Member member, Identity.MemberId referrer) =>
        referrer == member.Id ? "self"
        : before.Referral.Referrer is not null ? "repeat"
        : before.MemberSince is not null ? "not_new"
        : null;

    private static Member Reward(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var referral = member.Referral;
        if (referral is not { Standing: ReferralStanding.Confirmed, RewardedPurchase: 0, Referrer: { } referrer })
            return member;
        foreach (var act in member.Acts.Recent)
        {
            if (!act.IsPurchase || act.Paid < rules.Policy.Referral.SmallestPurchase)
                continue;
            var rewarded = new ReferralRewarded(at, referrer, act.Number, rules.Policy.Referral.Points, referral.Round + 1)
            {
                Terms = rules.Policy.Points.TermsNow(ofPurchase: false),
            };
            return Judgement.Append(member, rewarded, events);
        }

        return member;
    }

    private static Member TakeBack(Member member, Instant at, ImmutableArray<MemberEvent>.Builder events) => Judgement.Append(
        member,
        new ReferralRewardReturned(at, member.Referral.Referrer!.Value, member.Referral.RewardedPoints, member.Referral.Round),
        events);
}
