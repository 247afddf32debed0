using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;
using Engagement.Cli.Import;

namespace Engagement.Cli.Board;

/// <summary><c>engage board</c>: the stage funnel, the day's figures and movements, now or at any past instant.</summary>
internal static class BoardCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var store = new Option<string?>("--store") { Description = "Only members at home in this store." };
        var at = new Option<string?>("--at") { Description = "A past instant, or a date (its midnight, UTC)." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var board = new Command("board", "Shows the stage funnel and the day's figures.") { chain, store, at, json };
        board.SetAction(async (parsed, stop) =>
        {
            string? instant = null;
            if (parsed.GetValue(at) is { } text)
            {
                if (!TimeReading.TryRead(text, TimeZoneInfo.Utc, out var read))
                {
                    terminal.Error.WriteLine($"--at '{DisplayText.Plain(text)}' is neither an instant nor a date.");
                    return ExitCode.WrongUse;
                }

                instant = TimeReading.Write(read);
            }

            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With(
                    $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/board",
                    ("store", parsed.GetValue(store)),
                    ("at", instant));
                return await ShowAsync(terminal, client, path, parsed.GetValue(json), stop);
            }
        });
        return board;
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, EngagementClient client, string path, bool json, CancellationToken stop)
    {
        var answer = await client.GetAsync<JsonDocument>(path, stop);
        using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
        if (document is null)
            return exitCode;
        if (json)
            terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
        else
            BoardDisplay.Show(terminal.Screen, JsonText.Read<BoardAnswer>(document.RootElement));
        return ExitCode.Done;
    }
}
