using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Referral;

/// <summary>Somebody joined and says that this member brought her.</summary>
/// <param name="Joined">When she became a member.</param>
public sealed record WelcomeFriend(MemberId From, Instant Joined) : ErrandCommand(From)
{
    // Whoever brings somebody was a member before her. As that is an order, no chain of referrals ever comes back to its beginning.
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Referral.Find(From) is not null ? null
        : member.Referral.Referrer == From ? new FriendRefused(at, From, "loop")
        : member.MemberSince < Joined ? new FriendWelcomed(at, From)
        : new FriendRefused(at, From, "not_a_member_before");

    public override ErrandCommand? WhenNobodyCame(MemberId to) => new AnswerReferral(to, "unknown");
}

/// <summary>What whoever is said to have brought this member says to that.</summary>
/// <param name="Why">Why it does not count; null where it does.</param>
public sealed record AnswerReferral(MemberId From, string? Why) : ErrandCommand(From)
{
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Referral.Standing != ReferralStanding.Claimed || member.Referral.Referrer != From ? null
        : Why is null ? new ReferralConfirmed(at, From)
        : new ReferralRefused(at, From, Why);
}

/// <summary>A friend made the first purchase.</summary>
/// <param name="Round">How often that has happened.</param>
public sealed record RewardReferrer(MemberId From, int Round) : ErrandCommand(From)
{
    // Where it overtakes the word that the reward before it goes back, she has that one still, and keeps it for this.
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Referral.Find(From) is { } friend && Round > friend.Round
            ? new FriendRewarded(at, From, friend.HasBought ? 0 : rules.Policy.Referral.Points, Round) { Terms = rules.Policy.Points.TermsNow(ofPurchase: false) }
            : null;
}

/// <summary>The first purchase of a friend was given back whole.</summary>
/// <param name="Round">Which of the rewards goes with it.</param>
public sealed record ReturnReward(MemberId From, int Round) : ErrandCommand(From)
{
    // Should it overtake the reward, that one will come too late.
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Referral.Find(From) is { } friend && (Round > friend.Round || (Round == friend.Round && friend.HasBought))
            ? new FriendRewardReturned(at, From, friend.Points, Round)
            : null;
}
