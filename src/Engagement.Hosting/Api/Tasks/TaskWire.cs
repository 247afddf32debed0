using Engagement.Domain.Care;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>Something that staff are asked to do for a member.</summary>
/// <param name="Kind">What kind of task, as in the policy's tasks.</param>
/// <param name="Member">The member's id in the chain.</param>
/// <param name="Store">Her home store.</param>
/// <param name="Title">What to do, in a line.</param>
/// <param name="Why">Where it comes from, in words.</param>
/// <param name="Script">What to say.</param>
/// <param name="Offer">What the member is offered.</param>
/// <param name="DueAt">By when it is to be done; after that it is escalated to the manager.</param>
/// <param name="State">open, claimed, snoozed, done, expired or withdrawn.</param>
/// <param name="Assignee">Who has it.</param>
/// <param name="SnoozedUntil">Until when it is put off.</param>
/// <param name="Escalated">It was not done in time.</param>
/// <param name="Outcome">What came of it, once it is done.</param>
public sealed record TaskView(
    string Id,
    string Kind,
    string Member,
    string? Store,
    string Title,
    string Why,
    string? Script,
    string? Offer,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    string State,
    string? Assignee,
    DateTimeOffset? SnoozedUntil,
    bool Escalated,
    string? Outcome)
{
    internal static TaskView Of(TaskRow row) => new(
        row.Id,
        row.Task.Kind,
        row.Member.Value,
        row.Store?.Value,
        row.Task.Title,
        WhyOf(row.Task),
        row.Task.Script,
        row.Task.Offer,
        row.Task.OpenedAt.ToDateTimeOffset(),
        row.Task.DueAt.ToDateTimeOffset(),
        TaskStates.NameOf(row.Task.State),
        row.Task.Assignee?.Value,
        row.Task.SnoozedUntil?.ToDateTimeOffset(),
        row.Task.IsEscalated,
        row.Outcome);

    internal static string WhyOf(StaffTask task) => task switch
    {
        { Step: { } step } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"step {step.Step + 1} of the playbook '{task.Source}'"),
        { Source: "survey" } => "she would not recommend us",
        { Source: "complaint" } => "she complained",
        _ => task.Source,
    };
}

/// <summary>What somebody does with a task; each call takes the fields it needs.</summary>
/// <param name="By">Who does it; the one who is signed in when missing.</param>
/// <param name="Outcome">complete: reached, not_reached, booked, not_interested, wrong_number, or a word of your own.</param>
/// <param name="Until">snooze: when it comes back.</param>
/// <param name="To">reassign: who gets it.</param>
public sealed record TaskAction(string? By = null, string? Outcome = null, DateTimeOffset? Until = null, string? To = null);

internal static class TaskStates
{
    private static readonly string[] Names = ["open", "claimed", "snoozed", "done", "expired", "withdrawn"];

    public static string NameOf(TaskState state) => Names[(int)state];

    public static TaskState? Of(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (TaskState)index : null;
}
