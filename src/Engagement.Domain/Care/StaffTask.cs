using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>Where a staff task (待办) stands (docs/domain §8).</summary>
public enum TaskState
{
    /// <summary>Nobody has taken it yet.</summary>
    Open,

    /// <summary>One person has it, and nobody else can.</summary>
    Claimed,

    /// <summary>Put off; it is open again when its time comes.</summary>
    Snoozed,

    /// <summary>Done, with an outcome.</summary>
    Done,

    /// <summary>Nobody got to it in time, and it is of no use any more.</summary>
    Expired,

    /// <summary>What it was opened for is over.</summary>
    Withdrawn,
}

/// <summary>Something that staff are asked to do for a member. It lives in her, so that of many who claim it one has it.</summary>
/// <param name="Number">Unique among the tasks of a member.</param>
/// <param name="Kind">What kind it is, as in the policy's tasks, such as <c>recall_call</c>.</param>
/// <param name="Source">The playbook it comes from, or the act: <c>complaint</c>, <c>survey</c>.</param>
/// <param name="Step">The run and step of that playbook; null for others.</param>
/// <param name="Title">What to do, in a line.</param>
/// <param name="Script">What to say.</param>
/// <param name="Offer">What the member is offered.</param>
/// <param name="DueAt">By when it is to be done; from then on it is the manager's.</param>
/// <param name="ExpiresAt">From when on it is of no use; null for never.</param>
public sealed record StaffTask(
    int Number,
    string Kind,
    string Source,
    MessageNumber? Step,
    string Title,
    string? Script,
    string? Offer,
    Instant OpenedAt,
    Instant DueAt,
    Instant? ExpiresAt)
{
    public TaskState State { get; init; } = TaskState.Open;

    /// <summary>Who has it.</summary>
    public StaffId? Assignee { get; init; }

    /// <summary>Until when it is put off.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>It was not done in time, and the manager sees it.</summary>
    public bool IsEscalated { get; init; }
}
