using Engagement.Domain.Care;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>Something that staff are asked to do for a member.</summary>
/// <param name="Kind">What kind of task, as in the policy's tasks.</param>
/// <param name="Member">The member's id in the chain.</param>
/// <param name="Store">Her home store.</param>
/// <param name="Title">What to do, in a line.</param>
/// <param name="Why">Where it comes from, in words.</param>
/// <param name="Source">Where it comes from: the playbook, or what she did, such as complaint or survey.</param>
/// <param name="Step">Which step of that playbook, from 0; null for others.</param>
/// <param name="Script">What to say: the step's own words, else the policy's for tasks of this kind; null where there are none.</param>
/// <param name="Offer">What the member is offered.</param>
/// <param name="DueAt">By when it is to be done; after that it is escalated to the manager.</param>
/// <param name="State">open, claimed, snoozed, done, expired or withdrawn.</param>
/// <param name="Assignee">Who has it.</param>
/// <param name="SnoozedUntil">Until when it is put off.</param>
/// <param name="Escalated">It was not done in time.</param>
/// <param name="Outcome">What came of it, once it is done.</param>
/// <param name="ClosedAt">When it was done, expired or was withdrawn.</param>
public sealed record TaskView(
    string Id,
    string Kind,
    string Member,
    string? Store,
    string Title,
    string Why,
    string Source,
    int? Step,
    string? Script,
    string? Offer,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    string State,
    string? Assignee,
    DateTimeOffset? SnoozedUntil,
    bool Escalated,
    string? Outcome,
    DateTimeOffset? ClosedAt)
{
    internal static TaskView Of(TaskRow row, ChainRules rules, string language) => Of(row, rules.For(row.Store).Policy.Recall, language);

    private static TaskView Of(TaskRow row, RecallPolicy recall, string language) => new(
        row.Id,
        row.Task.Kind,
        row.Member.Value,
        row.Store?.Value,
        TaskWords.Title(row.Task.Title, language),
        TaskWords.Why(row.Task, language),
        row.Task.Source,
        row.Task.Step?.Step,
        row.Task.Script ?? Templates.Script(recall, row.Task.Kind, language),
        row.Task.Offer is { } offer ? Templates.Offer(recall, offer, language) : null,
        row.Task.OpenedAt.ToDateTimeOffset(),
        row.Task.DueAt.ToDateTimeOffset(),
        TaskStates.NameOf(row.Task.State),
        row.Task.Assignee?.Value,
        row.Task.SnoozedUntil?.ToDateTimeOffset(),
        row.Task.IsEscalated,
        row.Outcome,
        row.ClosedAt?.ToDateTimeOffset());
}

/// <summary>What somebody does with a task; each call takes the fields it needs.</summary>
/// <param name="By">Who does it; the one who is signed in when missing.</param>
/// <param name="Outcome">complete: reached, booked, not_interested, not_reached, wrong_number, done, or a word of your own.</param>
/// <param name="Until">snooze: when it comes back.</param>
/// <param name="To">reassign: who gets it.</param>
public sealed record TaskAction(string? By = null, string? Outcome = null, DateTimeOffset? Until = null, string? To = null);

/// <summary>How much there is in the care queue, of what is not closed.</summary>
/// <param name="Open">Nobody has taken them.</param>
/// <param name="Claimed">Somebody has them.</param>
/// <param name="Snoozed">They are put off.</param>
/// <param name="Overdue">They should have been done by now, whoever has them.</param>
/// <param name="Escalated">The manager has been shown them.</param>
/// <param name="DueWithinHour">They fall due within the next 60 minutes.</param>
/// <param name="Mine">Claimed or put off by 'assignee', or by the one who is signed in.</param>
/// <param name="AsOf">When this was so.</param>
public sealed record TaskSummaryView(
    long Open, long Claimed, long Snoozed, long Overdue, long Escalated, long DueWithinHour, long Mine, DateTimeOffset AsOf);

internal static class TaskStates
{
    private static readonly string[] Names = ["open", "claimed", "snoozed", "done", "expired", "withdrawn"];

    public static string NameOf(TaskState state) => Names[(int)state];

    public static TaskState? Of(string name) => Array.IndexOf(Names, name) is >= 0 and var index ? (TaskState)index : null;
}
