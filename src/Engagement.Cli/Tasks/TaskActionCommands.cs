using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;
using Engagement.Cli.Import;

namespace Engagement.Cli.Tasks;

/// <summary><c>engage tasks claim|complete|snooze|release|reassign</c>.</summary>
internal static class TaskActionCommands
{
    public static IEnumerable<Command> All(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var outcome = new Option<string>("--outcome")
        {
            Description = "reached, booked, not_interested, not_reached, wrong_number, done, or a word of your own.",
            Required = true,
        };
        var until = new Option<string>("--until") { Description = "When it comes back: an instant, or a date (its midnight, UTC).", Required = true };
        var to = new Option<string>("--to") { Description = "Who gets it.", Required = true };
        return
        [
            Build("claim", "Takes a task on.", []),
            Build("release", "Gives a task back.", []),
            Build("complete", "Closes a task with what came of it.", [outcome]),
            Build("snooze", "Puts a task off.", [until]),
            Build("reassign", "Gives a task to somebody.", [to]),
        ];

        Command Build(string name, string description, Option[] options)
        {
            var id = new Argument<string>("ID") { Description = "The task's id." };
            var by = new Option<string?>("--by") { Description = "Who does it; else whose key it is." };
            var action = new Command(name, description) { id, by };
            foreach (var option in options)
                action.Options.Add(option);
            action.SetAction(async (parsed, stop) =>
            {
                string? back = null;
                if (options.Contains(until))
                {
                    var text = parsed.GetRequiredValue(until);
                    if (!TimeReading.TryRead(text, TimeZoneInfo.Utc, out var read))
                    {
                        terminal.Error.WriteLine($"--until '{DisplayText.Plain(text)}' is neither an instant nor a date.");
                        return ExitCode.WrongUse;
                    }

                    back = TimeReading.Write(read);
                }

                var body = new
                {
                    by = parsed.GetValue(by),
                    outcome = options.Contains(outcome) ? parsed.GetValue(outcome) : null,
                    until = back,
                    to = options.Contains(to) ? parsed.GetValue(to) : null,
                };
                if (server.Connect(parsed) is not { } client)
                    return ExitCode.WrongUse;
                using (client)
                {
                    var path = $"{ApiPath.Task(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(id))}/{name}";
                    return await ActAsync(terminal, client, path, body, parsed.GetValue(json), stop);
                }
            });
            return action;
        }
    }

    private static async Task<int> ActAsync(
        Terminal terminal, EngagementClient client, string path, object body, bool json, CancellationToken stop)
    {
        var answer = await client.PostAsync<JsonDocument>(path, body, stop);
        using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
        if (document is null)
            return exitCode;
        terminal.Output.WriteLine(
            json ? JsonText.OneLine(document.RootElement) : DisplayText.Plain(TaskLine.Of(JsonText.Read<TaskAnswer>(document.RootElement))));
        return ExitCode.Done;
    }
}
