using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Care;

/// <summary>What one append means for one task: where it ends up.</summary>
internal sealed class TaskChange(MemberKey member, int number)
{
    public string Id { get; } = PublicIds.OfTask(member, number);

    public int Number { get; } = number;

    /// <summary>The task itself where this append opened it; null where it is listed already.</summary>
    public StaffTask? Opened { get; private set; }

    /// <summary>Where it stands now; null for where it stood.</summary>
    public TaskState? State { get; private set; }

    /// <summary>Whether <see cref="Assignee"/> says who has it; else it is whoever had it.</summary>
    public bool IsReassigned { get; private set; }

    public StaffId? Assignee { get; private set; }

    /// <summary>Until when it is put off, where <see cref="State"/> is given.</summary>
    public Instant? SnoozedUntil { get; private set; }

    /// <summary>It became the manager's; what is stays so.</summary>
    public bool IsEscalated { get; private set; }

    public string? Outcome { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>Adds what <paramref name="happened"/> means to what the events before it meant.</summary>
    public static void Collect(MemberEvent happened, MemberKey member, ref Dictionary<int, TaskChange>? into)
    {
        if (NumberOf(happened) is not { } number)
            return;
        into ??= [];
        if (!into.TryGetValue(number, out var change))
            into[number] = change = new(member, number);
        change.Add(happened);
    }

    private static int? NumberOf(MemberEvent happened) => happened switch
    {
        TaskOpened opened => opened.Task.Number,
        TaskClaimed claimed => claimed.Number,
        TaskReleased released => released.Number,
        TaskSnoozed snoozed => snoozed.Number,
        TaskReassigned reassigned => reassigned.Number,
        TaskCompleted completed => completed.Number,
        TaskEscalated escalated => escalated.Number,
        TaskExpired expired => expired.Number,
        TaskWithdrawn withdrawn => withdrawn.Number,
        _ => null,
    };

    private void Add(MemberEvent happened)
    {
        switch (happened)
        {
            case TaskOpened opened:
                Opened = opened.Task;
                Give(TaskState.Open, null);
                break;
            case TaskClaimed claimed:
                Give(TaskState.Claimed, claimed.By);
                break;
            case TaskReleased:
                Give(TaskState.Open, null);
                break;
            case TaskReassigned reassigned:
                Give(TaskState.Claimed, reassigned.To);
                break;
            case TaskSnoozed snoozed:
                (State, SnoozedUntil) = (TaskState.Snoozed, snoozed.Until);
                break;
            case TaskEscalated:
                IsEscalated = true;
                break;
            case TaskCompleted completed:
                Give(TaskState.Done, completed.By);
                (Outcome, ClosedAt) = (completed.Outcome, completed.At);
                break;
            case TaskExpired:
                Close(TaskState.Expired, happened.At);
                break;
            case TaskWithdrawn:
                Close(TaskState.Withdrawn, happened.At);
                break;
        }
    }

    private void Give(TaskState state, StaffId? to) => (State, Assignee, IsReassigned, SnoozedUntil) = (state, to, true, null);

    private void Close(TaskState state, Instant at) => (State, SnoozedUntil, ClosedAt) = (state, null, at);
}
