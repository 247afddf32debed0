using System.Collections.Immutable;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>What a member's playbooks make of what happens to her, and of time (docs/domain §9).</summary>
internal static class Playbooks
{
    /// <summary>A playbook that names no end is over so long after its last step: whoever comes back later came by herself.</summary>
    public static readonly TimeSpan AfterLastStep = TimeSpan.FromDays(30);

    /// <summary>
    /// Lets her leave and enter playbooks for what has happened since <paramref name="from"/> in <paramref name="events"/>.
    /// Leaving comes first: what ends a playbook may begin another.
    /// </summary>
    /// <param name="before">Her counted acts before the last of that: a refund may have taken some of them away.</param>
    public static Member Follow(Rules rules, Member member, CountedActs before, int from, ImmutableArray<MemberEvent>.Builder events)
    {
        var to = events.Count;
        for (var index = from; index < to; index++)
        {
            var happened = events[index];
            var at = Instant.Later(happened.At, member.LivedThrough);
            member = Returns.Follow(member, before, happened, at, events);
            foreach (var run in member.Recall.Runs)
            {
                if (ExitOf(rules, run, happened) is { } exit)
                    member = Leave(member, run, at, exit, events);
            }

            if (happened.At > member.HistoryUntil)
            {
                member = EnterAll(rules, member, happened, at, events);
                member = StaffTasks.Follow(rules, member, happened, at, events);
            }

            member = MemberTasks.Follow(rules, member, happened, at, events);
        }

        // Only now, for the more urgent may have come last.
        return Send(rules, member, member.LivedThrough, events);
    }

    /// <summary>The first instant after all she has lived through at which a step, a message or an end falls due; null if none will.</summary>
    public static Instant? NextDue(Rules rules, Member member)
    {
        Instant? next = null;
        foreach (var run in member.Recall.Runs)
        {
            if (Find(rules, run.Playbook) is { } playbook)
                Consider(Instant.Earlier(NextStep(rules, playbook, run) ?? Instant.Latest, EndOf(rules, playbook, run)));
        }

        foreach (var message in member.Recall.Messages)
            Consider(message.DueAt);
        foreach (var (name, playbook) in rules.Policy.Recall.Playbooks)
        {
            if (Occasions.NextOf(rules, member, playbook) is { } at && MayEnter(member, name, playbook, at))
                Consider(at);
        }

        return next;

        void Consider(Instant at)
        {
            // What is overdue (the rules became others) happens at the next moment there is.
            at = Instant.Later(at, member.LivedThrough + Instant.Resolution);
            if (next is not { } earliest || at < earliest)
                next = at;
        }
    }

    /// <summary>The playbooks that she enters by time alone at <paramref name="at"/>, as seen before anything else happens then.</summary>
    public static ImmutableArray<string> Falling(Rules rules, Member member, Instant at)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, playbook) in rules.Policy.Recall.Playbooks)
        {
            if (Occasions.NextOf(rules, member, playbook) <= at)
                names.Add(name);
        }

        return names.DrainToImmutable();
    }

    /// <summary>Makes happen what falls due at <paramref name="at"/>.</summary>
    /// <param name="falling">What <see cref="Falling"/> said.</param>
    public static Member Pass(
        Rules rules, Member member, ImmutableArray<string> falling, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var name in falling)
        {
            if (Find(rules, name) is { } playbook && MayEnter(member, name, playbook, at))
                member = Enter(rules, member, name, playbook, at, events);
        }

        foreach (var run in member.Recall.Runs)
        {
            if (Find(rules, run.Playbook) is not { } playbook)
                continue;
            member = TakeSteps(rules, member, playbook, run.Number, at, events);
            if (EndOf(rules, playbook, run) <= at)
                member = Leave(member, run, at, "ended", events);
        }

        return Send(rules, member, at, events);
    }

    /// <summary>
    /// The rules became others. Whoever is in a playbook that is gone or switched off leaves it. In one that was changed she
    /// keeps her place: what happened stays, steps whose new time has passed are passed over, and the others come at their new
    /// times.
    /// </summary>
    public static Member Adopt(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var run in member.Recall.Runs)
        {
            if (Find(rules, run.Playbook) is not { Enabled: true } playbook)
            {
                member = Leave(member, run, at, "switched_off", events);
                continue;
            }

            var next = run.Next;
            while (next < playbook.Steps.Length && StepAt(rules, playbook.Steps[next], run) <= at)
                next++;
            if (next > run.Next)
                member = Judgement.Append(member, new StepsPassedOver(at, run.Playbook, run.Number, next), events);
        }

        return member;
    }

    /// <summary>What comes of a task that was done: the next of a complaint's three, or a word for the playbook it came from.</summary>
    public static Member Complete(
        Rules rules, Member member, StaffTask task, TaskCompleted completed, ImmutableArray<MemberEvent>.Builder events)
    {
        var at = completed.At;
        switch (task.Kind)
        {
            case TaskKinds.Complaint:
                member = StaffTasks.Open(
                    rules, member, TaskKinds.Resolve, task.Source, null, "Solve what she complained about", null, null, at, events, since: task.OpenedAt);
                break;
            case TaskKinds.Resolve:
                member = StaffTasks.Open(rules, member, TaskKinds.Revisit, task.Source, null, "Ask whether all is well now", null, null, at, events);
                break;
        }

        if (task.Step is not { } step || RunOf(member, step.Run) is not { } run)
            return member;
        if (completed.Outcome is Outcomes.NotInterested or Outcomes.WrongNumber)
            return Leave(member, run, at, completed.Outcome, events);
        if (Find(rules, run.Playbook)?.Exits.Contains(Exit.TaskDone) == true)
            return Leave(member, run, at, "task_done", events);
        var until = at + TimeSpan.FromDays(rules.Policy.Care.PauseDaysAfterBooking);
        return completed.Outcome == Outcomes.Booked
            ? Judgement.Append(member, new PlaybookPaused(at, run.Playbook, run.Number, until, "booked"), events)
            : member;
    }

    private static Member EnterAll(
        Rules rules, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var (name, playbook) in rules.Policy.Recall.Playbooks)
        {
            if (Occasions.Is(member, playbook.Trigger, happened) && MayEnter(member, name, playbook, at))
                member = Enter(rules, member, name, playbook, at, events);
        }

        return member;
    }

    private static bool MayEnter(Member member, string name, Playbook playbook, Instant at)
    {
        if (!playbook.Enabled || at <= member.HistoryUntil || RunOf(member, name) is not null)
            return false;
        foreach (var entry in member.Recall.Entries)
        {
            if (entry.Playbook == name && at < entry.At + TimeSpan.FromDays(playbook.CoolDownDays))
                return false;
        }

        return true;
    }

    private static Member Enter(
        Rules rules, Member member, string name, Playbook playbook, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var number = member.Recall.LastRun + 1;
        var isHeldOut = IsHeldOut(name, member, playbook.HoldoutPercent);
        member = Judgement.Append(member, new PlaybookEntered(at, name, number, isHeldOut, playbook.CoolDownDays > 0), events);
        return TakeSteps(rules, member, playbook, number, at, events);
    }

    private static Member TakeSteps(
        Rules rules, Member member, Playbook playbook, int number, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        while (RunOf(member, number) is { } run && NextStep(rules, playbook, run) is { } due && due <= at)
            member = TakeStep(rules, member, playbook, run, at, events);
        return member;
    }

    private static Member TakeStep(
        Rules rules, Member member, Playbook playbook, Run run, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var step = playbook.Steps[run.Next];
        if (run.IsHeldOut)
            return Judgement.Append(member, new StepWithheld(at, run.Playbook, run.Number, run.Next), events);
        if (step.Task is { } task)
        {
            member = StaffTasks.Open(
                rules, member, task.Kind, run.Playbook, new MessageNumber(run.Number, run.Next), task.Title, task.Script, step.Offer, at, events);
        }

        if (step.Message is { } message)
        {
            var waiting = new Waiting(
                new(run.Number, run.Next),
                run.Playbook,
                playbook.Priority,
                message.Template,
                message.Channel ?? rules.Policy.Recall.Messages.Channel,
                step.Offer,
                at,
                message.UselessAfterHours is { } hours ? at + TimeSpan.FromHours(hours) : null);
            member = Judgement.Append(member, new MessagePlanned(at, waiting), events);
        }

        return member;
    }

    // The more urgent go first, for those behind them may find no room.
    public static Member Send(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var due = member.Recall.Messages.Where(message => message.DueAt <= at).ToList();
        due.Sort(static (left, right) => Sending.IsBefore(left, right) ? -1 : 1);
        foreach (var message in due)
        {
            var decision = Sending.Decide(rules, member.Recall, message, at, SpreadOf(rules, member));
            member = Judgement.Append(
                member,
                decision switch
                {
                    { Goes: true } => new MessageReleased(at, message, at.LocalDate(rules.Zone), rules.Policy.Recall.Messages.WindowDays),
                    { To: { } to } => new MessageMoved(at, message.Number, to, decision.Why!),
                    _ => new MessageCancelled(at, message.Number, decision.Why!),
                },
                events);
        }

        return member;
    }

    /// <summary>Whether the lot of this matter falls on her to be left alone; it falls the same way for ever.</summary>
    public static bool IsHeldOut(string matter, Member member, int percent) => Lot.Of(matter, member.Id) % 100 < (ulong)percent;

    private static Member Leave(
        Member member, Run run, Instant at, string why, ImmutableArray<MemberEvent>.Builder events)
    {
        member = Judgement.Append(member, new PlaybookLeft(at, run.Playbook, run.Number, why), events);
        foreach (var message in member.Recall.Messages.Where(message => message.Number.Run == run.Number))
            member = Judgement.Append(member, new MessageCancelled(at, message.Number, "left_playbook"), events);
        // What is in the outbox is taken back as well, unless somebody is handing it over by then.
        foreach (var released in member.Recall.Released.Where(released => released.Number.Run == run.Number))
            member = Judgement.Append(member, new MessageCancelled(at, released.Number, "left_playbook"), events);
        return StaffTasks.Withdraw(member, run.Number, at, "left_playbook", events);
    }

    private static string? ExitOf(Rules rules, Run run, MemberEvent happened)
    {
        foreach (var exit in Find(rules, run.Playbook)?.Exits ?? [])
        {
            switch (exit)
            {
                case Exit.CountedAct when CountedActs.Counts(happened):
                    return "counted_act";
                case Exit.SecondVisit when CountedActs.Counts(happened):
                    return "second_visit";
                case Exit.Purchase when happened is Purchased:
                    return "purchase";
                case Exit.Renewed when happened is Cards.CardRenewed or Cards.CardIssued:
                    return "renewed";
                case Exit.SignIn when happened is CheckedIn { Standing: not SignInStanding.Late }:
                    return "sign_in";
            }
        }

        return null;
    }

    internal static Instant? NextStep(Rules rules, Playbook playbook, Run run) =>
        run.Next < playbook.Steps.Length ? StepAt(rules, playbook.Steps[run.Next], run) : null;

    internal static Instant EndOf(Rules rules, Playbook playbook, Run run) => playbook.EndsAfterHours is { } hours
        ? run.Since + TimeSpan.FromHours(hours)
        : (playbook.Steps is [.., var last] ? StepAt(rules, last, run) : run.Since) + AfterLastStep;

    private static Instant StepAt(Rules rules, Step step, Run run)
    {
        var earliest = Instant.Later(run.Since + TimeSpan.FromHours(step.AfterHours), run.PausedUntil ?? run.Since);
        if (step.At is not { } time)
            return earliest;
        var day = earliest.LocalDate(rules.Zone);
        var at = Instant.OfLocal(day, time, rules.Zone);
        return at >= earliest ? at : Instant.OfLocal(day.AddDays(1), time, rules.Zone);
    }

    /// <summary>How many minutes into the morning a member's own moment is.</summary>
    public static int SpreadOf(Rules rules, Member member) =>
        rules.Policy.Recall.Messages.SpreadMinutes is > 0 and var minutes ? (int)(Lot.Of("spread", member.Id) % (ulong)minutes) : 0;

    private static Playbook? Find(Rules rules, string name) => rules.Policy.Recall.Playbooks.GetValueOrDefault(name);

    private static Run? RunOf(Member member, string playbook) =>
        member.Recall.Runs.FirstOrDefault(run => run.Playbook == playbook);

    private static Run? RunOf(Member member, int number) => member.Recall.Runs.FirstOrDefault(run => run.Number == number);
}
