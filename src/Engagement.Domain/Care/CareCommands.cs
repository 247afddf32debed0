using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>Staff do something with one of a member's tasks.</summary>
public abstract record TaskCommand(int Number, StaffId By) : MemberCommand;

/// <summary>Takes an open task on; refused where another has it.</summary>
public sealed record ClaimTask(int Number, StaffId By) : TaskCommand(Number, By);

/// <summary>Gives a task back.</summary>
public sealed record ReleaseTask(int Number, StaffId By) : TaskCommand(Number, By);

/// <summary>Puts a task off.</summary>
public sealed record SnoozeTask(int Number, StaffId By, Instant Until) : TaskCommand(Number, By);

/// <summary>Gives a task to somebody.</summary>
public sealed record ReassignTask(int Number, StaffId By, StaffId To) : TaskCommand(Number, By);

/// <summary>Closes a task with what came of it.</summary>
public sealed record CompleteTask(int Number, StaffId By, string Outcome) : TaskCommand(Number, By);
