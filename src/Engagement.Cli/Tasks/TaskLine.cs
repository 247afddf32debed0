using Engagement.Cli.Api;

namespace Engagement.Cli.Tasks;

/// <summary>A task in words.</summary>
internal static class TaskLine
{
    public static string Of(TaskAnswer task) => $"{task.Title}, due {Instant.Show(task.DueAt)}, {Standing(task)}";

    /// <summary>Where it stands and with whom.</summary>
    public static string Standing(TaskAnswer task)
    {
        var state = task switch
        {
            { State: "snoozed", SnoozedUntil: { } until } => $"snoozed until {Instant.Show(until)}",
            { Outcome: { } outcome } => $"{task.State}: {outcome}",
            _ => task.State,
        };
        return $"{state}{(task.Assignee is { } by ? $" ({by})" : "")}{(task.Escalated ? ", escalated" : "")}";
    }
}
