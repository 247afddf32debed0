using Engagement.Domain.Behaviours;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Referral;
using Engagement.Domain.Streaks;

namespace Engagement.Domain.Points;

/// <summary>What each event does to the balance of points: summed up they are the balance (docs/domain §6).</summary>
public static class PointsMovement
{
    /// <summary>How many points came, or went where it is less than 0; 0 for an event that moves none.</summary>
    public static long Of(MemberEvent happened) => happened switch
    {
        Purchased purchased => purchased.Points,
        Refunded refunded => -refunded.Points,
        CheckedIn checkedIn => checkedIn.Points,
        Acted acted => acted.Points,
        MemberTaskDone done => done.Points,
        MemberTasksAllDone done => done.Points,
        PointsRedeemed redeemed => -redeemed.Points,
        PointsAdjusted adjusted => adjusted.Points,
        PointsExpired expired => -expired.Points,
        ReferralRewarded rewarded => rewarded.Points,
        ReferralRewardReturned returned => -returned.Points,
        FriendRewarded rewarded => rewarded.Points,
        FriendRewardReturned returned => -returned.Points,
        _ => 0,
    };
}
