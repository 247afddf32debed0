using System.Globalization;
using Spectre.Console;

namespace Engagement.Cli.Simulation;

/// <summary>What a simulation came to, for people to read.</summary>
internal static class SimulationDisplay
{
    private const int MostExamples = 10;

    public static void Show(Terminal terminal, ReportAnswer report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("what", "draft", report.Baseline, "difference");
        foreach (var name in report.Totals.Draft.Keys.Union(report.Totals.Baseline.Keys).Order(StringComparer.Ordinal))
        {
            var (draft, baseline) = (report.Totals.Draft.GetValueOrDefault(name), report.Totals.Baseline.GetValueOrDefault(name));
            table.AddRow(DisplayText.Markup(name), Number(draft), Number(baseline), draft == baseline ? "" : (draft - baseline).ToString("+#,0;-#,0", CultureInfo.InvariantCulture));
        }

        terminal.Output.WriteLine(DisplayText.Plain(
            $"{report.From} to {report.To} (UTC days; stages and tiers at the end of the last), {Number(report.Events)} events of {Number(report.Members)} members"));
        terminal.Screen.Write(table);
        var differing = report.Differing;
        terminal.Output.WriteLine(
            $"{Number(differing.Members)} members end up elsewhere: {Number(differing.Stage)} in another stage, {Number(differing.Tier)} in another tier, {Number(differing.Points)} with other points.");
        foreach (var example in differing.Examples.Take(MostExamples))
        {
            terminal.Output.WriteLine(DisplayText.Plain(
                $"  {example.Member}: {Standing(example.Draft)} instead of {Standing(example.Baseline)}"));
        }

        if (report.Refused > 0)
            terminal.Output.WriteLine($"{Number(report.Refused)} acts that were taken would have been refused.");
        if (report.NoLongerApply > 0)
            terminal.Output.WriteLine($"{Number(report.NoLongerApply)} things that staff did would have had nothing to be done to.");
    }

    private static string Standing(StandingAnswer standing) => $"{standing.Stage ?? "unknown"}, {standing.Tier ?? "no tier"}, {Number(standing.Points)} points";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
