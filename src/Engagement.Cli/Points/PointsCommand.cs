using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Points;

/// <summary><c>engage points</c>: a member's statement, and <c>adjust</c>, which gives or takes by hand.</summary>
internal static class PointsCommand
{
    private const int LargestPage = 500;

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member's id." };
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var limit = Lists.Limit();
        var json = new Option<bool>("--json") { Description = "The server's answer as it is, a page a line.", Recursive = true };
        var points = new Command("points", "Shows every movement of a member's points, the latest first.")
        {
            member, chain, limit, json, BuildAdjust(terminal, server, chain, json),
        };
        points.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.Points(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(member));
                return await ShowAsync(terminal, client, path, parsed.GetValue(limit), parsed.GetValue(json), stop);
            }
        });
        return points;
    }

    private static Command BuildAdjust(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member's id." };
        var points = new Argument<long>("POINTS") { Description = "How many to give; less than 0 takes them." };
        var reason = new Option<string>("--reason") { Description = "Why; kept with whose key it is.", Required = true };
        var id = new Option<string?>("--id") { Description = "A key of your own: the same is taken once, however often it is sent." };
        var adjust = new Command("adjust", "Gives or takes points by hand.") { member, points, reason, id };
        adjust.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var answer = await client.PostAsync<JsonDocument>(
                    $"{ApiPath.Points(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(member))}/adjustments",
                    new { points = parsed.GetValue(points), reason = parsed.GetValue(reason), id = parsed.GetValue(id) },
                    stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
                else
                    Show(terminal.Output, JsonText.Read<PointsAnswer>(document.RootElement));
                return ExitCode.Done;
            }
        });
        return adjust;
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, EngagementClient client, string path, int most, bool json, CancellationToken stop)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("When", "What", "", "Points", "Balance", "By");
        var left = Math.Max(1, most);
        for (string? cursor = null; left > 0;)
        {
            var page = Math.Min(left, LargestPage).ToString(CultureInfo.InvariantCulture);
            var answer = await client.GetAsync<JsonDocument>(ApiPath.With(path, ("limit", page), ("cursor", cursor)), stop);
            using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
            if (document is null)
                return exitCode;
            var statement = JsonText.Read<StatementAnswer>(document.RootElement);
            if (json)
                terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
            else if (cursor is null)
                Show(terminal.Output, statement.Points);
            foreach (var line in statement.Items.Take(left))
            {
                table.AddRow([.. new[]
                {
                    Instant.Show(line.At), line.Type, line.What, Text($"{line.Points:+#,0;-#,0}"), Text($"{line.Balance:#,0}"), line.By,
                }.Select(DisplayText.Markup)]);
            }

            left -= statement.Items.Count;
            cursor = statement.Cursor;
            if (cursor is null || statement.Items.Count == 0)
                break;
        }

        if (!json && table.Rows.Count > 0)
            terminal.Screen.Write(table);
        return ExitCode.Done;
    }

    private static void Show(TextWriter output, PointsAnswer points)
    {
        output.WriteLine(Text($"{"balance",-10} {points.Balance:#,0}"));
        output.WriteLine(Text($"{"can spend",-10} {points.Usable:#,0}"));
        if (points.Pending > 0)
            output.WriteLine(Text($"{"pending",-10} {points.Pending:#,0}"));
        if (points.Owed > 0)
            output.WriteLine(Text($"{"owed",-10} {points.Owed:#,0}"));
        if (points.NextExpiryAt is { } at)
            output.WriteLine(Text($"{"expiring",-10} {points.NextExpiring:#,0} on {Instant.Show(at)}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
