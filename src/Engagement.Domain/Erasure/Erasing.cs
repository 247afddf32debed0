using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Families;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Erasure;

/// <summary>
/// What being forgotten does to a member, and what may still happen to her afterwards (docs/domain/erasure.md): time goes on, so that
/// what is counted stays true, and what was under way when she was forgotten comes to its end.
/// </summary>
internal static class Erasing
{
    /// <summary>Why messages, playbooks and tasks of hers end.</summary>
    public const string Why = "erased";

    /// <summary>Withdraws all that is pending, by events of its own, and has her forgotten.</summary>
    public static Decision Decide(Rules rules, Member member, Instant clock)
    {
        if (member.Stage is null)
            return new Decision.Rejected(Rejection.UnknownMember);
        if (member.IsErased)
            return new Decision.Accepted([], member);
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, at, events);
        foreach (var run in member.Recall.Runs)
            member = Judgement.Append(member, new PlaybookLeft(at, run.Playbook, run.Number, Why), events);
        foreach (var message in member.Recall.Messages)
            member = Judgement.Append(member, new MessageCancelled(at, message.Number, Why), events);
        // Those in the outbox too, unless somebody is handing one over by then: what became of that one is still heard.
        foreach (var released in member.Recall.Released)
            member = Judgement.Append(member, new MessageCancelled(at, released.Number, Why), events);
        foreach (var task in member.Care.Tasks)
            member = Judgement.Append(member, new TaskWithdrawn(at, task.Number, Why), events);
        if (member.Family.Head is { } head)
            member = Judgement.Append(member, new FamilyCut(at, head, IsHead: true), events);
        foreach (var relative in member.Family.Relatives)
            member = Judgement.Append(member, new FamilyCut(at, relative.Id, IsHead: false), events);
        member = Judgement.Append(member, new Erased(at), events);
        // Flags are for those who look after her; nobody does any more.
        member = Judgement.Judge(rules, member, at, Cause.Time, null, events);
        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    /// <summary>What a command to somebody forgotten comes to; null where it is as for everybody.</summary>
    public static Decision? Of(ChainRules rules, Member member, MemberCommand command, Instant clock) => command switch
    {
        Erase or Advance or AdoptRules => null,
        // Gateways report what they had in hand, and the outbox asks until it is heard. What they say beside it may name her.
        ReportMessage { Detail: null } => null,
        ReportMessage report => Decider.Decide(rules, member, report with { Detail = null }, clock),
        ActCommand act when member.LatestKeys.FirstOrDefault(taken => taken.Id == act.Key.Id) is { Id: not null } taken => Decider.Repeated(taken, act.Key),
        ReceiveCard card => TakeCard(
            rules.For(member.Home), member, card, clock, at => new CardTurnedAway(at, card.Key, member.Home, card.Whole, card.From, Rejection.MemberErased.Code, null)),
        // It was hers, and what was paid for it stays on the books until it expires.
        TakeCardBack card => TakeCard(
            rules.For(member.Home), member, card, clock, at => CardTransfers.TakeBack(member, card with { Extra = null }, at, member.Home).Happened!),
        _ => new Decision.Rejected(Rejection.MemberErased),
    };

    /// <summary>What she remembers once she is forgotten: what figures are made of, and nothing that would lead to her.</summary>
    public static Member Evolve(Member member, Erased erased) => member with
    {
        ErasedAt = erased.At,
        Birthday = null,
        Tags = [],
        Family = Family.None,
        Recall = RecallState.None with { LastRun = member.Recall.LastRun, Refused = [""] },
        Care = member.Care with { Tasks = [] },
    };

    public static Family Evolve(Family family, FamilyCut cut) => cut.IsHead
        ? family with { Head = null }
        : family with { Relatives = family.Relatives.RemoveAll(known => known.Id == cut.Other) };

    // On its way when she was forgotten: it must come to rest somewhere, or the money on it would be nowhere.
    private static Decision.Accepted TakeCard(
        Rules rules, Member member, ActCommand card, Instant clock, Func<Instant, MemberEvent> happened)
    {
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var now = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, now, events);
        member = Judgement.Append(member, happened(Instant.Earlier(card.At ?? now, now)), events);
        return new(events.DrainToImmutable(), member);
    }
}
