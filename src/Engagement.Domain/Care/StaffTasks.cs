using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>Opens staff tasks, lets time pass over them, and decides what staff do with them (docs/domain §8).</summary>
internal static class StaffTasks
{
    /// <summary>Opens a task with the time that the policy gives for its kind.</summary>
    public static Member Open(
        Rules rules, Member member, string kind, string source, MessageNumber? step, string title, string? script, string? offer, Instant at,
        ImmutableArray<MemberEvent>.Builder events)
    {
        var rule = rules.Policy.Care.Tasks.GetValueOrDefault(kind, rules.Policy.Care.OtherTasks);
        var hours = rules.Policy.Care.OpeningHours;
        var due = rule switch
        {
            { OpenMinutes: { } minutes } => hours.After(at, TimeSpan.FromMinutes(minutes), rules.Zone),
            { Hours: { } clock } => at + TimeSpan.FromHours(clock),
            _ => hours.AfterWorkingDays(at, rule.WorkingDays ?? 1, rules.Zone),
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
