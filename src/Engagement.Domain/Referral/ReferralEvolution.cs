using Engagement.Domain.Members;

namespace Engagement.Domain.Referral;

internal static class ReferralEvolution
{
    /// <summary>A reward was given or taken back: the referral and the points follow.</summary>
    public static Member Evolve(Member member, MemberEvent happened) => member with
    {
        Referral = member.Referral.Evolve(happened),
        Ledger = happened switch
        {
            ReferralRewarded rewarded => member.Ledger.Earn(rewarded.At, rewarded.Points, 0, rewarded.Terms),
            FriendRewarded rewarded => member.Ledger.Earn(rewarded.At, rewarded.Points, 0, rewarded.Terms),
            ReferralRewardReturned returned => member.Ledger.Withdraw(returned.Points),
            FriendRewardReturned returned => member.Ledger.Withdraw(returned.Points),
            _ => member.Ledger,
        },
    };
}
