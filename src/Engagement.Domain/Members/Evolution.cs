using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tags;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Members;

/// <summary>How an event changes what a member knows of herself. It asks no policy: all that was decided is in the event.</summary>
public static class Evolution
{
    /// <summary>The member after <paramref name="happened"/>.</summary>
    public static Member Evolve(Member member, MemberEvent happened)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(happened);
        var lived = Lived(member, happened);
        return happened switch
        {
            Joined => lived with { Joined = true },
            Purchased purchased => PurchaseDecision.Evolve(lived, purchased),
            Refunded refunded => RefundDecision.Evolve(lived, refunded),
            Visited visited => VisitDecision.Evolve(lived, visited),
            CheckedIn checkedIn => CheckInDecision.Evolve(lived, checkedIn),
            Acted acted => ActDecision.Evolve(lived, acted),
            Tagged tagged => Tagging.Evolve(lived, tagged),
            Untagged untagged => Tagging.Evolve(lived, untagged),
            TierInvited or TierChanged or TierKept or TierAtRisk => lived with { Tier = lived.Tier.Evolve(happened) },
            FamilyAsked or FamilyGrown or FamilyShrunk or FamilyDismissed or FamilyJoined or FamilyLeft or FamilyParted =>
                lived with { Family = lived.Family.Evolve(happened) },
            FamilyCut cut => lived with { Family = Erasing.Evolve(lived.Family, cut) },
            Erased erased => Erasing.Evolve(lived, erased),
            BenefitUsed used => BenefitDecision.Evolve(lived, used),
            ReferralClaimed or ReferralConfirmed or ReferralRefused or FriendWelcomed => lived with { Referral = lived.Referral.Evolve(happened) },
            ReferralRewarded or ReferralRewardReturned or FriendRewarded or FriendRewardReturned => ReferralEvolution.Evolve(lived, happened),
            PointsRedeemed redeemed => lived with { Ledger = PointsDecision.Evolve(lived, redeemed) },
            PointsAdjusted adjusted => lived with { Ledger = PointsDecision.Evolve(lived, adjusted) },
            PointsExpired expired => PointsDecision.Evolve(lived, expired),
            ICardEvent card => CardEvolution.Evolve(lived, card),
            HomeStoreSet home => lived with { Home = home.Store },
            StageChanged changed => lived with
            {
                Stage = changed.To,
                StageSince = changed.At,
                StageReason = changed.Reason,
            },
            FlagRaised raised => lived with { Flags = lived.Flags | raised.Flag },
            FlagLowered lowered => lived with { Flags = lived.Flags & ~lowered.Flag },
            _ => lived with
            {
                Recall = RecallEvolution.Evolve(lived.Recall, happened),
                Care = CareEvolution.Evolve(lived.Care, happened),
                Ledger = lived.Ledger.Earn(
                    happened.At, (happened as MemberTaskDone)?.Points ?? (happened as MemberTasksAllDone)?.Points ?? 0, 0, happened.Terms),
            },
        };
    }

    private static Member Lived(Member member, MemberEvent happened)
    {
        var act = happened as ActEvent;
        return member with
        {
            Since = member.Since ?? happened.At,
            LivedThrough = Instant.Later(member.LivedThrough, happened.At),
            Home = member.Since is null ? act?.Store : member.Home,
            HistoryUntil = act?.Told is { } told ? Instant.Later(member.HistoryUntil, told) : member.HistoryUntil,
            MemberSince = member.MemberSince ?? (happened is Joined || CountedActs.Counts(happened) ? happened.At : null),
            Value = ValueState.Evolve(member.Value, happened),
            LatestKeys = act is null ? member.LatestKeys : Remember(member.LatestKeys, act.Key),
        };
    }

    private static ImmutableArray<EventKey> Remember(ImmutableArray<EventKey> keys, EventKey key)
    {
        if (keys.Length < Member.RememberedKeys)
            return keys.Add(key);
        var latest = new EventKey[Member.RememberedKeys];
        keys.AsSpan()[^(Member.RememberedKeys - 1)..].CopyTo(latest);
        latest[^1] = key;
        return ImmutableCollectionsMarshal.AsImmutableArray(latest);
    }
}
