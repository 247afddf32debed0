using System.Collections.Immutable;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>Opens staff tasks, lets time pass over them, and decides what staff do with them (docs/domain §8).</summary>
internal static class StaffTasks
{
    /// <summary>Opens the tasks that follow from <paramref name="happened"/> whatever the playbooks say (docs/domain §8).</summary>
    public static Member Follow(
        Rules rules, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events) => happened switch
        {
            Complained => Open(rules, member, TaskKinds.Complaint, "complaint", null, "Answer a complaint", null, null, at, events),
            Surveyed { Score: var score } when score <= rules.Policy.Care.DetractorUpTo => Open(
                rules, member, TaskKinds.Complaint, "survey", null, $"Answer a member who gave {score} of 10", null, null, at, events),
            // She is asked for her time once, however often she shows interest before somebody has got in touch.
            Acted { Name: var name } when name == rules.Policy.Care.ProspectAct && !member.Care.Tasks.Any(task => task.Kind == TaskKinds.Prospect) =>
                Open(rules, member, TaskKinds.Prospect, name, null, "Get in touch with somebody who showed interest", null, null, at, events),
            _ => member,
        };

    /// <summary>Opens a task with the time that the policy gives for its kind.</summary>
    /// <param name="since">From when on that time is counted; null for <paramref name="at"/>.</param>
    public static Member Open(
        Rules rules, Member member, string kind, string source, MessageNumber? step, string title, string? script, string? offer, Instant at,
        ImmutableArray<MemberEvent>.Builder events, Instant? since = null)
    {
        var from = since ?? at;
        var rule = rules.Policy.Care.Tasks.GetValueOrDefault(kind, rules.Policy.Care.OtherTasks);
        var hours = rules.Policy.Care.OpeningHours;
        var due = rule switch
        {
            { OpenMinutes: { } minutes } => hours.After(from, TimeSpan.FromMinutes(minutes), rules.Zone),
            { Hours: { } clock } => from + TimeSpan.FromHours(clock),
            _ => hours.AfterWorkingDays(from, rule.WorkingDays ?? 1, rules.Zone),
        };
        Instant? expires = rule.ExpiresAfterHours is { } useless ? Instant.Later(at + TimeSpan.FromHours(useless), due + Instant.Resolution) : null;
        var task = new StaffTask(member.Care.LastTask + 1, kind, source, step, title, script, offer, at, due, expires);
        return Judgement.Append(member, new TaskOpened(at, task), events);
    }

    /// <summary>The earliest instant at which time changes one of her tasks; null if it never will.</summary>
    public static Instant? NextDue(Member member)
    {
        Instant? next = null;
        foreach (var task in member.Care.Tasks)
        {
            if (!task.IsEscalated)
                Consider(task.DueAt);
            if (task is { State: TaskState.Snoozed, SnoozedUntil: { } until })
                Consider(until);
            if (task.ExpiresAt is { } expires)
                Consider(expires);
        }

        return next;

        void Consider(Instant at)
        {
            if (next is not { } earliest || at < earliest)
                next = at;
        }
    }

    /// <summary>Makes happen what falls due at <paramref name="at"/>.</summary>
    public static Member Pass(Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var task in member.Care.Tasks)
        {
            if (task.ExpiresAt <= at)
            {
                member = Judgement.Append(member, new TaskExpired(at, task.Number), events);
                continue;
            }

            if (task.State == TaskState.Snoozed && task.SnoozedUntil <= at)
                member = Judgement.Append(member, new TaskReleased(at, task.Number, null), events);
            if (!task.IsEscalated && task.DueAt <= at)
                member = Judgement.Append(member, new TaskEscalated(at, task.Number), events);
        }

        return member;
    }

    /// <summary>Takes back what a run of a playbook asked for.</summary>
    public static Member Withdraw(Member member, int run, Instant at, string why, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var task in member.Care.Tasks)
        {
            if (task.Step?.Run == run)
                member = Judgement.Append(member, new TaskWithdrawn(at, task.Number, why), events);
        }

        return member;
    }

    /// <summary>What becomes of what somebody wants to do with a task: the event, or why there is none.</summary>
    public static (MemberEvent? Happened, Rejection? Refused) Decide(Member member, TaskCommand command, Instant at)
    {
        if (member.Care.Tasks.FirstOrDefault(task => task.Number == command.Number) is not { } task)
            return (null, command.Number <= member.Care.LastTask && command.Number > 0 ? Rejection.TaskClosed : Rejection.UnknownTask);
        var isHers = task.Assignee == command.By;
        return command switch
        {
            ClaimTask when isHers && task.State == TaskState.Claimed => (null, null),
            ClaimTask when task.State == TaskState.Claimed => (null, Rejection.AlreadyClaimed(task.Assignee!.Value)),
            ClaimTask => (new TaskClaimed(at, task.Number, command.By), null),
            ReassignTask { To: var to } => (new TaskReassigned(at, task.Number, command.By, to), null),
            _ when task.State != TaskState.Claimed => (null, Rejection.NotClaimed),
            _ when !isHers => (null, Rejection.AlreadyClaimed(task.Assignee!.Value)),
            ReleaseTask => (new TaskReleased(at, task.Number, command.By), null),
            SnoozeTask { Until: var until } when until <= at => (null, Rejection.SnoozedIntoThePast),
            SnoozeTask { Until: var until } => (new TaskSnoozed(at, task.Number, command.By, until), null),
            CompleteTask { Outcome: var outcome } => (new TaskCompleted(at, task.Number, command.By, outcome), null),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not one of the closed union"),
        };
    }
}
