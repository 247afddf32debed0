using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Value;

/// <summary><c>engage rfm</c>: the quintiles of recency, frequency and money, and the eight groups.</summary>
internal static class RfmCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var run = new Option<bool>("--run") { Description = "Works them out now, without waiting for the night." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var rfm = new Command("rfm", "Shows quintiles and groups of the chain's members.") { chain, run, json };
        rfm.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/rfm";
                var answer = parsed.GetValue(run)
                    ? await client.PostAsync<JsonDocument>(path + "/run", stop)
                    : await client.GetAsync<JsonDocument>(path, stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
                else
                    Show(terminal, JsonText.Read<RfmAnswer>(document.RootElement));
                return ExitCode.Done;
            }
        });
        return rfm;
    }

    private static void Show(Terminal terminal, RfmAnswer rfm)
    {
        if (rfm is not { AsOf: { } asOf, CutPoints: { } cuts, Means: { } means })
        {
            terminal.Output.WriteLine("Nobody has come yet.");
            return;
        }

        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rfm.Members:#,0} members as of {Instant.Show(asOf)}"));
        var table = new Table().Border(TableBorder.Simple).AddColumns("measure", "cut points", "mean");
        table.AddRow("recency, days", Points(cuts.RecencyDays), Number(means.RecencyDays));
        table.AddRow("frequency", Points(cuts.Frequency), Number(means.Frequency));
        table.AddRow("monetary", Points(cuts.Monetary), Number(means.Monetary));
        terminal.Screen.Write(table);
        var groups = new Table().Border(TableBorder.Simple).AddColumn("group").AddColumn(new TableColumn("members").RightAligned());
        foreach (var group in rfm.Groups)
            groups.AddRow(DisplayText.Markup(group.Group), Number(group.Members));
        terminal.Screen.Write(groups);
    }

    private static string Points(IReadOnlyList<decimal> points) => string.Join(" | ", points.Select(Number));

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
