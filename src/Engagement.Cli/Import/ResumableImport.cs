using System.Text;
using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary>One run of an import: makes sure of the chain, goes on where an earlier run was cut, and reports.</summary>
internal sealed class ResumableImport(ImportRequest request, Terminal terminal, EngagementClient client)
{
    public async Task<int> RunAsync(RowSource source, RowMapping mapping, CancellationToken stop)
    {
        var exitCode = await new ImportedChain(request, terminal, client).EnsureAsync(stop);
        if (exitCode != ExitCode.Done)
            return exitCode;

        var fingerprint = request.IsStandardInput ? "" : SourceFingerprint.Of(request, client.Address);
        var checkpoints = request.IsStandardInput ? null : new CheckpointFile($"{request.File}.progress");
        using var failed = new FailedRows(
            request.FailedFile, source.Header, source.Delimiter, request.Encoding ?? new UTF8Encoding(false));
        var start = StartOf(checkpoints, fingerprint, failed);

        long? length = request.IsStandardInput ? null : new FileInfo(request.File).Length;
        var pace = new ImportPace(terminal.Time, length, start.Tally.Rows);
        var assembly = new BatchAssembly(source, mapping, request.BatchSize, request.BatchBytes);
        var lostAnswers = false;
        var started = terminal.Time.GetTimestamp();
        var outcome = terminal.ProgressScreen.Profile.Out.IsTerminal
            ? await BarImportDisplay.RunAsync(terminal.ProgressScreen, length, pace, SendAsync)
            : await SendAsync(new PlainImportDisplay(terminal.Error, terminal.Time, pace));

        var report = new ImportReport(request, terminal);
        return report.Write(outcome, failed.Path, lostAnswers, start.Tally.Rows, terminal.Time.GetElapsedTime(started));

        async Task<ImportOutcome> SendAsync(IImportDisplay display)
        {
            var sender = new BatchSender(client, request.Chain, terminal.Time, display.Say);
            var run = new ImportRun(assembly, sender, failed, checkpoints, fingerprint);
            var ended = await run.RunAsync(start, display, stop);
            lostAnswers = sender.LostAnswers;
            return ended;
        }
    }

    private Checkpoint StartOf(CheckpointFile? checkpoints, string fingerprint, FailedRows failed)
    {
        var fresh = new Checkpoint(fingerprint, 0, Tally.Nothing, null, 0);
        if (checkpoints?.Load(fingerprint) is not { } saved)
            return fresh;
        if (saved.FailedFile is { } path && !failed.TryContinue(path, saved.FailedLength))
        {
            terminal.Error.WriteLine(DisplayText.Plain(
                $"An earlier run was cut, but its {path} is gone or was changed: starting again."));
            terminal.Error.WriteLine("What was taken already counts as duplicates.");
            return fresh;
        }

        terminal.Error.WriteLine($"Going on after row {saved.LastRow}, where an earlier run was cut.");
        return saved;
    }
}
