using System.Collections.Immutable;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Errands;
using Engagement.Domain.Families;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tags;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Members;

/// <summary>
/// Decides what follows from a command: a total function of the rules, the member, the command and the clock. It never
/// throws for what may be expected of the world, and it knows of no store and no wire.
/// </summary>
public static class Decider
{
    /// <summary>How far ahead of the clock an act may claim to be: senders' clocks differ.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>An act that is told so long after it happened is history: nothing is sent for what followed from it.</summary>
    public static readonly TimeSpan History = TimeSpan.FromHours(48);

    /// <summary>What <paramref name="command"/> does to <paramref name="member"/> at <paramref name="clock"/>.</summary>
    public static Decision Decide(ChainRules rules, Member member, MemberCommand command, Instant clock)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        if (member.IsErased && Erasing.Of(rules, member, command, clock) is { } answer)
            return answer;
        return command switch
        {
            ActCommand act => Take(rules, member, act, clock),
            TaskCommand task => Handle(rules.For(member.Home), member, task, clock),
            ReceiveCampaign campaign => Campaigns.Decide(rules.For(member.Home), member, campaign, clock),
            ReportMessage report => Report(rules.For(member.Home), member, report, clock),
            Advance advance => Live(rules.For(member.Home), member, advance.To),
            AdoptRules adopt => Adopt(rules.For(member.Home), member, adopt.Since),
            ErrandCommand errand => Hear(rules.For(member.Home), member, errand, clock),
            KeepProfile profile => Keep(member, profile),
            Erase => Erasing.Decide(rules.For(member.Home), member, clock),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not one of the closed union"),
        };
    }

    // Staff act at the clock's time, after all that has fallen due by then.
    private static Decision Handle(Rules rules, Member member, TaskCommand command, Instant clock)
    {
        if (member.Stage is null)
            return new Decision.Rejected(Rejection.UnknownMember);
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, at, events);
        var (happened, refused) = StaffTasks.Decide(member, command, at);
        if (refused is not null)
            return new Decision.Rejected(refused);
        if (happened is not null)
        {
            var task = member.Care.Tasks.First(task => task.Number == command.Number);
            member = Judgement.Append(member, happened, events);
            if (happened is TaskCompleted completed)
                member = Playbooks.Complete(rules, member, task, completed, events);
        }

        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    private static Decision Report(Rules rules, Member member, ReportMessage report, Instant clock)
    {
        if (member.Stage is null)
            return new Decision.Rejected(Rejection.UnknownMember);
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, at, events);
        // Only what the outbox had counts on a day: a gateway may say the same thing again and again.
        DateOnly? day = report.Fate == MessageFate.Sent && member.Recall.Released.Any(released => released.Number == report.Number)
            ? at.LocalDate(rules.Zone)
            : null;
        member = Judgement.Append(member, new MessageReported(at, report.Number, report.Fate, report.Detail, day), events);
        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    // What another member asks is heard at the clock's time, after all that has fallen due by then.
    private static Decision Hear(Rules rules, Member member, ErrandCommand errand, Instant clock)
    {
        if (member.Stage is null)
            return new Decision.Rejected(Rejection.UnknownMember);
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        var at = Instant.Later(clock, member.LivedThrough);
        member = Passage.LiveThrough(rules, member, at, events);
        if (errand.Hear(rules, member, at) is { } happened)
        {
            var (before, told) = (member, events.Count);
            member = Judgement.Append(member, happened, events);
            member = Membership.Follow(rules, before, member, happened, at, events);
            member = Playbooks.Follow(rules, member, member.Acts, told, events);
        }

        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    // Nothing happened to her, so nothing is told; she lives on with what is known of her now.
    private static Decision Keep(Member member, KeepProfile profile) => member.Stage is null
        ? new Decision.Rejected(Rejection.UnknownMember)
        : new Decision.Accepted([], member with { Birthday = profile.Birthday });

    private static Decision Live(Rules rules, Member member, Instant to)
    {
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        member = Passage.LiveThrough(rules, member, to, events);
        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    private static Decision Adopt(Rules rules, Member member, Instant since)
    {
        var events = ImmutableArray.CreateBuilder<MemberEvent>();
        if (member.Stage is not null)
        {
            var at = Instant.Later(since, member.LivedThrough);
            member = Judgement.Judge(rules, member, at, Cause.Rules, null, events);
            if (member.IsErased)
                return new Decision.Accepted(events.DrainToImmutable(), member);
            member = Membership.Judge(rules, member, at, events);
            member = Playbooks.Adopt(rules, member, at, events);
        }

        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    private static Decision Take(ChainRules chain, Member member, ActCommand command, Instant clock)
    {
        foreach (var taken in member.LatestKeys)
        {
            if (taken.Id == command.Key.Id)
                return Repeated(taken, command.Key);
        }

        // What she has lived through is no future, also where the clock was set back.
        if (command.At is { } claimed && claimed > Instant.Later(clock + Ahead, member.LivedThrough))
            return new Decision.Rejected(Rejection.InFuture(claimed, clock));
        if (command.Store is { } named && !chain.Stores.ContainsKey(named))
            return new Decision.Rejected(Rejection.UnknownStore(named.Value));

        // Time never runs backwards for a member, whatever happened to the clock.
        var now = Instant.Later(clock, member.LivedThrough);
        var at = command.At ?? now;
        var rules = chain.For(member.Home);
        var late = at < member.LivedThrough;
        var judged = command is Purchase or Visit or Refund or UseCard { IsVisit: true } or CancelCardUse;

        var events = ImmutableArray.CreateBuilder<MemberEvent>(2);
        if (!late)
            member = Passage.LiveThrough(rules, member, at, events);
        else if (judged)
            member = Passage.LiveThrough(rules, member, now, events);

        if (member.Home is null && command.Store is { } home)
        {
            rules = chain.For(home);
            if (member.Stage is not null)
                member = Settle(rules, member, home, Instant.Later(at, member.LivedThrough), events);
            if (late && judged)
                member = Passage.LiveThrough(rules, member, now, events);
        }

        var previousVisit = member.Acts.Last;
        var taking = Happen(rules, member, command, at, command.Store ?? member.Home);
        if (taking.Happened is not { } happened)
            return new Decision.Rejected(taking.Refused!);
        var (told, before) = (events.Count, member);
        if (at < clock - History)
            happened = happened with { Told = clock };
        else if (late && judged)
            happened = happened with { Judged = now };
        if (rules.Policy.Points.TermsNow(command is Purchase) is { } terms && happened is Purchased or CheckedIn or Acted or PointsAdjusted)
            happened = happened with { Terms = terms };
        member = Judgement.Append(member, happened, events);
        member = CardUsing.Watch(rules, member, happened, events);
        if (command is Join { Birthday: { } birthday })
            member = member with { Birthday = birthday };

        if (judged || member.Stage is null)
        {
            var cause = command is Refund ? Cause.Refund : command is CancelCardUse ? Cause.Cancellation : Cause.Act;
            member = Judgement.Judge(rules, member, late ? now : at, cause, previousVisit, events);
        }

        member = Membership.Follow(rules, before, member, happened, Instant.Later(at, member.LivedThrough), events);
        member = Playbooks.Follow(rules, member, before.Acts, told, events);
        return new Decision.Accepted(events.DrainToImmutable(), member);
    }

    // From here on she lives by her store's rules, which may see her elsewhere than her chain's did.
    private static Member Settle(
        Rules rules, Member member, StoreId home, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        member = Judgement.Append(member, new HomeStoreSet(at, home, member.Stage!.Value, member.Flags), events);
        member = Judgement.Judge(rules, member, at, Cause.Rules, null, events);
        return Membership.Judge(rules, member, at, events);
    }

    /// <summary>The answer to a key that was taken before.</summary>
    public static Decision Repeated(EventKey taken, EventKey again) => taken.Fingerprint == again.Fingerprint
        ? Decision.Duplicate.Instance
        : new Decision.Rejected(Rejection.IdReused(again.Id));

    private static Taking Happen(Rules rules, Member member, ActCommand command, Instant at, StoreId? store) => command switch
    {
        Join join => new Joined(at, command.Key, store, command.Extra, join.Referrer),
        Purchase purchase => PurchaseDecision.Decide(rules, member, purchase, at, store),
        Refund refund => RefundDecision.Decide(member, refund, at, store),
        Visit visit => new Visited(at, command.Key, store, visit.Service, command.Extra),
        CheckIn checkIn => CheckInDecision.Decide(rules, member, checkIn, at, store),
        Survey survey => new Surveyed(at, command.Key, store, survey.Score, command.Extra),
        Complaint => new Complained(at, command.Key, store, command.Extra),
        Consent consent => new Consented(at, command.Key, store, consent.Channel, consent.IsGiven, command.Extra),
        Act act => ActDecision.Decide(rules, member, act, at, store),
        Tag tag => Tagging.Decide(member, tag, at, store),
        Untag untag => new Untagged(at, command.Key, store, untag.Name, command.Extra),
        InviteToTier invite => TierDecision.Decide(rules, invite, at, store),
        UseBenefit use => BenefitDecision.Decide(rules, member, use, at, store),
        AddToFamily add => FamilyDecision.Decide(rules, member, add, at, store),
        RemoveFromFamily remove => FamilyDecision.Decide(member, remove, at, store),
        LeaveFamily leave => FamilyDecision.Decide(member, leave, at, store),
        RedeemPoints redeem => PointsDecision.Decide(rules, member, redeem, at, store),
        AdjustPoints adjust => PointsDecision.Decide(adjust, at, store),
        CardCommand card => CardDecision.Decide(rules, member, card, at, store),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not one of the closed union"),
    };
}
