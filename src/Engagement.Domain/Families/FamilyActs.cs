using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Families;

/// <summary>The head of a family wants somebody in it.</summary>
public sealed record AddToFamily(EventKey Key, Instant? At, StoreId? Store, MemberId Relative, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>The head of a family wants somebody in it no longer.</summary>
public sealed record RemoveFromFamily(EventKey Key, Instant? At, StoreId? Store, MemberId Relative, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She leaves the family she belongs to.</summary>
public sealed record LeaveFamily(EventKey Key, Instant? At, StoreId? Store, string? Extra = null) : ActCommand(Key, At, Store, Extra);

/// <summary>The head of a family asks somebody into it.</summary>
public sealed record FamilyAsked(Instant At, EventKey Key, StoreId? Store, MemberId Relative, string? Extra)
    : ActEvent(At, Key, Store, Extra), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Relative, new JoinFamily(from));
}

/// <summary>Somebody belongs to her family now.</summary>
public sealed record FamilyGrown(Instant At, MemberId Relative) : MemberEvent(At);

/// <summary>Somebody does not belong to her family any more, or never did.</summary>
/// <param name="Why"><c>left</c>, or why not: <c>other_family</c>, <c>head</c>, <c>unknown</c>.</param>
public sealed record FamilyShrunk(Instant At, MemberId Relative, string Why) : MemberEvent(At);

/// <summary>The head of a family let somebody go.</summary>
public sealed record FamilyDismissed(Instant At, EventKey Key, StoreId? Store, MemberId Relative, string? Extra)
    : ActEvent(At, Key, Store, Extra), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Relative, new PartFromFamily(from));
}

/// <summary>She belongs to a family now.</summary>
public sealed record FamilyJoined(Instant At, MemberId Head) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Head, new AnswerFamily(from, null));
}

/// <summary>She was asked into a family and cannot be in it.</summary>
public sealed record FamilyDeclined(Instant At, MemberId Head, string Why) : MemberEvent(At), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Head, new AnswerFamily(from, Why));
}

/// <summary>She left her family.</summary>
public sealed record FamilyLeft(Instant At, EventKey Key, StoreId? Store, MemberId Head, string? Extra)
    : ActEvent(At, Key, Store, Extra), IAsksAnother
{
    public Errand Asks(MemberId from) => new(Head, new AnswerFamily(from, "left"));
}

/// <summary>The head of her family let her go.</summary>
public sealed record FamilyParted(Instant At, MemberId Head) : MemberEvent(At);

/// <summary>Somebody is asked into a family.</summary>
public sealed record JoinFamily(MemberId From) : ErrandCommand(From)
{
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Family.Head == From ? null
        : member.Family.Head is not null ? new FamilyDeclined(at, From, "other_family")
        : !member.Family.Relatives.IsEmpty ? new FamilyDeclined(at, From, "head")
        : new FamilyJoined(at, From);

    public override ErrandCommand? WhenNobodyCame(MemberId to) => new AnswerFamily(to, "unknown");
}

/// <summary>What somebody who was asked into a family says, then or later.</summary>
/// <param name="Why">Why she is not in it; null where she is.</param>
public sealed record AnswerFamily(MemberId From, string? Why) : ErrandCommand(From)
{
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        !member.Family.Relatives.Any(known => known.Id == From) || (Why is null && member.Family.Has(From)) ? null
        : Why is null ? new FamilyGrown(at, From)
        : new FamilyShrunk(at, From, Why);
}

/// <summary>The head of a family lets somebody go.</summary>
public sealed record PartFromFamily(MemberId From) : ErrandCommand(From)
{
    internal override MemberEvent? Hear(Rules rules, Member member, Instant at) =>
        member.Family.Head == From ? new FamilyParted(at, From) : null;
}

internal static class FamilyDecision
{
    public static Taking Decide(Rules rules, Member member, AddToFamily command, Instant at, StoreId? store)
    {
        if (command.Relative == member.Id)
            return new Rejection("invalid_field", "'relative' must be somebody else");
        if (member.Family.Head is { } head)
            return new Rejection("not_head", $"she belongs to the family of '{head}'");
        if (member.Family.Relatives.Any(known => known.Id == command.Relative))
            return new Rejection("already_in_family", $"'{command.Relative}' is in this family already");
        return member.Family.Relatives.Length >= rules.Policy.Benefits.LargestFamily
            ? new Rejection("family_full", $"a family can have {rules.Policy.Benefits.LargestFamily} people besides its head")
            : new FamilyAsked(at, command.Key, store, command.Relative, command.Extra);
    }

    public static Taking Decide(Member member, RemoveFromFamily command, Instant at, StoreId? store) =>
        member.Family.Relatives.Any(known => known.Id == command.Relative)
            ? new FamilyDismissed(at, command.Key, store, command.Relative, command.Extra)
            : new Rejection("not_in_family", $"'{command.Relative}' is not in this family");

    public static Taking Decide(Member member, LeaveFamily command, Instant at, StoreId? store) =>
        member.Family.Head is { } head
            ? new FamilyLeft(at, command.Key, store, head, command.Extra)
            : new Rejection("not_in_family", "she belongs to nobody's family");
}
