using System.Globalization;

namespace Engagement.Cli.Import;

/// <summary>The closing words of an import: exact counts, where failed rows are, how to go on.</summary>
internal sealed class ImportReport(ImportRequest request, Terminal terminal)
{
    /// <returns>The exit code that the outcome deserves.</returns>
    public int Write(ImportOutcome outcome, string? failedFile, bool lostAnswers, long rowsBefore, TimeSpan took)
    {
        var tally = outcome.Tally;
        Line("rows read", tally.Rows);
        Line("accepted", tally.Accepted);
        Line("duplicates", tally.Duplicates);
        Line("rejected", tally.Rejected);
        Line("unreadable", tally.Unreadable);
        var rows = tally.Rows - rowsBefore;
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows:N0} rows in {took.TotalSeconds:N1} s, {rows / Math.Max(took.TotalSeconds, 0.001):N0} a second."));
        if (lostAnswers)
            terminal.Error.WriteLine("Some answers were lost; what the server had taken by then came back as duplicates.");
        if (failedFile is not null)
        {
            terminal.Error.WriteLine(DisplayText.Plain(
                $"Failed rows are in {failedFile}: mend them there and import that file with the same options."));
        }

        switch (outcome)
        {
            case ImportOutcome.GivenUp givenUp:
                terminal.Error.WriteLine(DisplayText.Plain(givenUp.Why));
                terminal.Error.WriteLine($"Gave up after row {tally.Rows}. {HowToGoOn()}");
                return givenUp.ExitCode;
            case ImportOutcome.Stopped:
                terminal.Error.WriteLine($"Stopped after row {tally.Rows}. {HowToGoOn()}");
                return ExitCode.Failed;
            default:
                return tally.HasFailures ? ExitCode.Failed : ExitCode.Done;
        }
    }

    private string HowToGoOn() => request.IsStandardInput
        ? "Send the same input again: what was taken counts as duplicates."
        : "Run the same command again: it goes on from there.";

    private void Line(string name, long count) =>
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-11}{count,14:N0}"));
}
