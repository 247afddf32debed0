using System.CommandLine;
using Engagement.Cli.Api;

namespace Engagement.Cli.Tasks;

/// <summary><c>engage tasks</c>: the care queue, and what staff do with it.</summary>
internal static class TasksCommand
{
    private const string NotClosed = "open,claimed,snoozed";

    private static readonly string[] Columns = ["due", "member", "what", "why", "state", "id"];

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var json = new Option<bool>("--json") { Description = "One task a line, as the server gave it.", Recursive = true };
        var state = new Option<string>("--state")
        {
            Description = "open, claimed, snoozed, done, expired, withdrawn, several with commas between, or all.",
            DefaultValueFactory = _ => NotClosed,
        };
        var store = new Option<string?>("--store") { Description = "Only of members at home in this store." };
        var assignee = new Option<string?>("--assignee") { Description = "Only what this person has." };
        var member = new Option<string?>("--member") { Description = "Only what is to be done for this member." };
        var escalated = new Option<bool>("--escalated") { Description = "Only what the manager was shown." };
        var overdue = new Option<bool>("--overdue") { Description = "Only what should have been done by now." };
        var limit = Lists.Limit();
        var tasks = new Command("tasks", "Lists the care queue, what is due first to begin with.")
        {
            chain, json, state, store, assignee, member, escalated, overdue, limit,
        };
        foreach (var action in TaskActionCommands.All(terminal, server, chain, json))
            tasks.Subcommands.Add(action);
        tasks.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With(
                    $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/tasks",
                    ("state", parsed.GetRequiredValue(state) is "all" ? null : parsed.GetRequiredValue(state)),
                    ("store", parsed.GetValue(store)),
                    ("assignee", parsed.GetValue(assignee)),
                    ("member", parsed.GetValue(member)),
                    ("escalated", parsed.GetValue(escalated) ? "true" : null),
                    ("overdue", parsed.GetValue(overdue) ? "true" : null));
                return await Lists.ShowAsync<TaskAnswer>(
                    terminal, client, path, parsed.GetValue(limit), parsed.GetValue(json), "Nothing is to be done.", Columns, Row, stop);
            }
        });
        return tasks;
    }

    private static string[] Row(TaskAnswer task) =>
        [Instant.Show(task.DueAt), task.Member, task.Title, task.Why ?? "", TaskLine.Standing(task), task.Id];
}
