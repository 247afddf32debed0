using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>Staff are asked to do something for her.</summary>
public sealed record TaskOpened(Instant At, StaffTask Task) : MemberEvent(At);

/// <summary>Somebody took a task on.</summary>
public sealed record TaskClaimed(Instant At, int Number, StaffId By) : MemberEvent(At);

/// <summary>Whoever had a task gave it back, or it came back from being put off (<paramref name="By"/> null).</summary>
public sealed record TaskReleased(Instant At, int Number, StaffId? By) : MemberEvent(At);

/// <summary>A task was put off.</summary>
public sealed record TaskSnoozed(Instant At, int Number, StaffId By, Instant Until) : MemberEvent(At);

/// <summary>A task was given to somebody.</summary>
public sealed record TaskReassigned(Instant At, int Number, StaffId By, StaffId To) : MemberEvent(At);

/// <summary>A task was done.</summary>
/// <param name="Outcome">A stable code, such as <c>reached</c>, <c>booked</c> or <c>wrong_number</c>.</param>
public sealed record TaskCompleted(Instant At, int Number, StaffId By, string Outcome) : MemberEvent(At);

/// <summary>A task was not done in time: the manager sees it now.</summary>
public sealed record TaskEscalated(Instant At, int Number) : MemberEvent(At);

/// <summary>A task is of no use any more.</summary>
public sealed record TaskExpired(Instant At, int Number) : MemberEvent(At);

/// <summary>What a task was opened for is over.</summary>
/// <param name="Why">A stable code, such as <c>left_playbook</c>.</param>
public sealed record TaskWithdrawn(Instant At, int Number, string Why) : MemberEvent(At);

/// <summary>A playbook stands still: what it wants to do waits until then.</summary>
public sealed record PlaybookPaused(Instant At, string Playbook, int Run, Instant Until, string Why) : MemberEvent(At);

/// <summary>She did one of the first month's tasks (会员任务).</summary>
public sealed record MemberTaskDone(Instant At, string Task, long Points) : MemberEvent(At);

/// <summary>She did all of them.</summary>
public sealed record MemberTasksAllDone(Instant At, long Points) : MemberEvent(At);
