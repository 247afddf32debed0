using System.Collections.Immutable;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Referral;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>What may be an act after which a member's value jumps (高价值行为, docs/domain §5).</summary>
public enum HighValueKind
{
    /// <summary>She took a better card.</summary>
    CardUpgrade,

    /// <summary>She bought in a second category.</summary>
    SecondCategory,

    /// <summary>A friend she referred bought.</summary>
    FriendBought,

    /// <summary>She did what the chain names: a behaviour such as <c>course_completed</c>.</summary>
    Act,
}

/// <summary>One of the acts that a chain counts as high-value.</summary>
/// <param name="Act">The behaviour's name where <paramref name="Kind"/> is <see cref="HighValueKind.Act"/>; null otherwise.</param>
public sealed record HighValueAct(HighValueKind Kind, string? Act = null)
{
    /// <summary>What a chain has to begin with.</summary>
    public static readonly ImmutableArray<HighValueAct> Usual =
        [new(HighValueKind.CardUpgrade), new(HighValueKind.SecondCategory), new(HighValueKind.FriendBought)];

    /// <summary>What it is called outside: the kind, or the behaviour as <c>act:NAME</c>.</summary>
    public string Code => Kind switch
    {
        HighValueKind.CardUpgrade => "card_upgrade",
        HighValueKind.SecondCategory => "second_category",
        HighValueKind.FriendBought => "friend_bought",
        _ => $"act:{Act}",
    };
}

/// <summary>She did something after which value jumps; <paramref name="Code"/> says what, as <see cref="HighValueAct.Code"/>.</summary>
public sealed record HighValueActDone(Instant At, string Code) : MemberEvent(At);

/// <summary>When she did what, as she remembers it.</summary>
public readonly record struct HighValueMark(string Code, Instant At);

internal static class HighValueActs
{
    /// <summary>Tells that what just happened was high-value, if the policy says so.</summary>
    /// <param name="before">The member before it happened.</param>
    public static Member Follow(Rules rules, Member before, Member member, MemberEvent happened, ImmutableArray<MemberEvent>.Builder events)
    {
        if (In(before, happened) is not { } done || !rules.Policy.Value.HighValueActs.Contains(done))
            return member;
        return Judgement.Append(member, new HighValueActDone(happened.At, done.Code), events);
    }

    // The one place where an event is found to be a high-value act.
    private static HighValueAct? In(Member before, MemberEvent happened) => happened switch
    {
        Purchased purchased when before.Value.Categories.Length == 1 && Categories.Of(purchased.Items).Except(before.Value.Categories).Any() =>
            new(HighValueKind.SecondCategory),
        FriendRewarded rewarded when before.Referral.Find(rewarded.Friend)?.Round == 0 => new(HighValueKind.FriendBought),
        CardIssued issued when before.Value.DearestCard is { } dearest && issued.Paid > dearest => new(HighValueKind.CardUpgrade),
        Acted acted => new(HighValueKind.Act, acted.Name),
        _ => null,
    };
}
