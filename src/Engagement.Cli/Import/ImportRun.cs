using System.Threading.Channels;
using CsvHelper;
using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary>
/// Sends a file batch by batch, in the order of the file, one request at a time; the next batch is read while one is
/// under way. After each acknowledged batch the failed rows, then the checkpoint, are on the disk.
/// </summary>
internal sealed class ImportRun(
    BatchAssembly assembly, BatchSender sender, FailedRows failed, CheckpointFile? checkpoints, string fingerprint)
{
    /// <param name="start">Where an earlier run was cut, or row 0.</param>
    /// <param name="display">Is told after each batch.</param>
    /// <param name="stop">Ends the run after the batch under way.</param>
    public async Task<ImportOutcome> RunAsync(Checkpoint start, IImportDisplay display, CancellationToken stop)
    {
        var batches = Channel.CreateBounded<Batch>(
            new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // Not awaited at the end: a reader that waits for standard input must not hold up a stop.
        var reader = Task.Run(() => ReadAsync(batches.Writer, start.LastRow, reading.Token), CancellationToken.None);
        var tally = start.Tally;
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(stop))
            {
                Delivery delivery = batch.Items.Count > 0
                    ? await sender.SendAsync(batch, stop)
                    : new Delivery.Acknowledged(Tally.Nothing with { Unreadable = batch.Unreadable.Count }, []);
                switch (delivery)
                {
                    case Delivery.GivenUp givenUp:
                        return new ImportOutcome.GivenUp(tally, givenUp.Why, givenUp.ExitCode);
                    case Delivery.Stopped:
                        return new ImportOutcome.Stopped(tally);
                    case Delivery.Acknowledged acknowledged:
                        tally = tally.Plus(acknowledged.Tally);
                        failed.Append(FailedIn(batch, acknowledged.Rejected));
                        checkpoints?.Save(new Checkpoint(fingerprint, batch.LastRow, tally, failed.Path, failed.Length));
                        display.Show(tally, batch.Position);
                        break;
                }

                // Without this look the batch that is read already would be sent, too.
                stop.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped behind the last batch: there is nothing to go on with.
            if (!batches.Reader.Completion.IsCompletedSuccessfully)
                return new ImportOutcome.Stopped(tally);
        }
        catch (CsvFormatException fault)
        {
            return new ImportOutcome.GivenUp(
                tally, $"The file cannot be read on: {fault.Message} Is a quote left open?", ExitCode.Failed);
        }
        finally
        {
            await reading.CancelAsync();
        }

        await reader;
        checkpoints?.Remove();
        return new ImportOutcome.Completed(tally);
    }

    private static IEnumerable<FailedRow> FailedIn(Batch batch, IReadOnlyList<RejectedItem> rejected) =>
        batch.Unreadable
            .Concat(rejected.Select(item => new FailedRow(
                batch.Items[item.Index].Row, batch.Items[item.Index].Id, item.Code ?? "rejected", item.Detail ?? "")))
            .OrderBy(row => row.Row.Number);

    private async Task ReadAsync(ChannelWriter<Batch> batches, long after, CancellationToken stop)
    {
        try
        {
            foreach (var batch in assembly.Batches(after, stop))
                await batches.WriteAsync(batch, stop);
            batches.Complete();
        }
        catch (Exception fault)
        {
            // Handed to the sending side, which meets it after the batches before it.
            batches.Complete(fault);
        }
    }
}
