using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Recall;

/// <summary><c>engage recall</c>: what each playbook and campaign does and what it brings.</summary>
internal static class RecallCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var store = new Option<string?>("--store") { Description = "Only members at home in this store." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var recall = new Command("recall", "Shows playbooks and campaigns: who is in them, what was sent, who came back.") { chain, store, json };
        recall.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With($"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/recall", ("store", parsed.GetValue(store)));
                return await ShowAsync(terminal, client, path, parsed.GetValue(json), stop);
            }
        });
        return recall;
    }

    private static async Task<int> ShowAsync(
        Terminal terminal, EngagementClient client, string path, bool json, CancellationToken stop)
    {
        var answer = await client.GetAsync<JsonDocument>(path, stop);
        using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
        if (document is null)
            return exitCode;
        if (json)
        {
            terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
            return ExitCode.Done;
        }

        var read = JsonText.Read<RecallAnswer>(document.RootElement);
        Show(terminal.Screen, "playbook", read.Playbooks);
        if (read.Campaigns is { Count: > 0 } campaigns)
            Show(terminal.Screen, "campaign", campaigns);
        return ExitCode.Done;
    }

    private static void Show(IAnsiConsole screen, string what, IReadOnlyList<RecallEntry> entries)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(what);
        foreach (var figure in (string[])["in it", "entered", "sent", "moved", "returned", "revenue"])
            table.AddColumn(new TableColumn(figure).RightAligned());
        table.AddColumn("uplift of return (95 %)");
        foreach (var entry in entries)
        {
            table.AddRow(
                DisplayText.Markup(entry.Enabled == false ? $"{entry.Name} (off)" : entry.Name),
                Number(entry.Steps?.Sum(step => step.Members) ?? 0),
                Number(entry.Entered),
                Number(entry.Sent),
                Number(entry.Moved),
                Number(entry.Returned),
                Number(entry.Revenue),
                UpliftOf(entry.Uplift));
        }

        screen.Write(table);
    }

    private static string UpliftOf(Uplift? uplift)
    {
        if (uplift?.ReturnRate is not { } rate)
            return "nobody to compare with";
        var interval = rate is { Low: { } low, High: { } high } ? $" ({Points(low)} to {Points(high)})" : "";
        return $"{Points(rate.Difference)} points{interval}{(uplift.IsConclusive ? "" : ", not conclusive")}";
    }

    private static string Points(decimal share) => (share * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
