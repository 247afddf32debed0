using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Referral;

/// <summary>She came to be a member and says who brought her.</summary>
public sealed record ReferralClaimed(Instant At, MemberId Referrer) : MemberEvent(At), IAsksAnother
{
    /// <summary>When she came to be a member, where that was told late; null for when this happened.</summary>
    public Instant? Since { get; init; }

    // By the instant that her own friends are measured against: only then do all of a chain stand in one order.
    public Errand Asks(MemberId from) => new(Referrer, new WelcomeFriend(from, Since ?? At));
}

/// <summary>Whoever brought her was a member before: the referral counts.</summary>
public sealed record ReferralConfirmed(Instant At, MemberId Referrer) : MemberEvent(At);

/// <summary>The referral earns nothing.</summary>
/// <param name="Why"><c>self</c>, <c>repeat</c>, <c>not_new</c>, <c>not_a_member_before</c>, <c>loop</c> or <c>unknown</c>.</param>
public sealed record ReferralRefused(Instant At, MemberId Referrer, string Why) : MemberEvent(At);

/// <summary>She made her first purchase and has her reward.</summary>
/// <param name="Purchase">The number of that purchase among her counted acts.</param>
/// <param name="Round">How often that has happened.</param>
public sealed record ReferralRewarded(Instant At, MemberId Referrer, int Purchase, long Points, int Round) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Referrer, new RewardReferrer(from, Round));
}

/// <summary>That purchase was given back whole, and the rewards with it.</summary>
public sealed record ReferralRewardReturned(Instant At, MemberId Referrer, long Points, int Round) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Referrer, new ReturnReward(from, Round));
}

/// <summary>She brought a friend.</summary>
public sealed record FriendWelcomed(Instant At, MemberId Friend) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Friend, new AnswerReferral(from, null));
}

/// <summary>Somebody says that she brought him, and it does not count.</summary>
public sealed record FriendRefused(Instant At, MemberId Friend, string Why) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Friend, new AnswerReferral(from, Why));
}

/// <summary>A friend of hers made the first purchase and she has her reward.</summary>
public sealed record FriendRewarded(Instant At, MemberId Friend, long Points, int Round) : MemberEvent(At);

/// <summary>The first purchase of a friend was given back whole, and her reward with it.</summary>
public sealed record FriendRewardReturned(Instant At, MemberId Friend, long Points, int Round) : MemberEvent(At);
