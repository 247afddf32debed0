using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Engagement.Cli.Erasure;
using Engagement.Cli.Feed;

namespace Engagement.Cli.Members;

/// <summary><c>engage member</c>: the 360 view of a member and her timeline.</summary>
internal static class MemberCommand
{
    private const int TimelineDefault = 20;

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var id = new Argument<string>("ID") { Description = "The member's id." };
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var timeline = new Option<int>("--timeline")
        {
            Description = "How many of her last events to show.",
            DefaultValueFactory = _ => TimelineDefault,
        };
        var json = new Option<bool>("--json") { Description = "The member as one line, then each event as one." };
        var member = new Command("member", "Shows a member and her timeline.")
        {
            id, chain, timeline, json, MemberExportCommand.Build(terminal, server), ErasureCommands.BuildErase(terminal, server),
        };
        member.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(timeline) < 0)
            {
                terminal.Error.WriteLine("--timeline must not be negative.");
                return ExitCode.WrongUse;
            }

            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.Member(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(id));
                return await ShowAsync(terminal, client, path, parsed.GetValue(timeline), parsed.GetValue(json), stop);
            }
        });
        return member;
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, EngagementClient client, string path, int events, bool json, CancellationToken stop)
    {
        var answer = await client.GetAsync<JsonDocument>(path, stop);
        using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
        if (document is null)
            return exitCode;
        if (json)
            terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
        else
            MemberDisplay.Show(terminal.Output, JsonText.Read<MemberAnswer>(document.RootElement));

        string? before = null;
        for (var missing = events; missing > 0;)
        {
            var limit = missing.ToString(CultureInfo.InvariantCulture);
            var next = await client.GetAsync<ListPage<JsonElement>>(
                ApiPath.With($"{path}/timeline", ("before", before), ("limit", limit)), stop);
            if (next.ValueOrReport(terminal, client.Address, out exitCode) is not { } page)
                return exitCode;
            foreach (var item in page.Items.Take(missing))
            {
                var line = json ? JsonText.OneLine(item) : EventLine.Of(JsonText.Read<CommittedEvent>(item));
                terminal.Output.WriteLine(line);
            }

            missing -= page.Items.Count;
            before = page.Cursor;
            if (before is null || page.Items.Count == 0)
                break;
        }

        return ExitCode.Done;
    }
}
