using System.Buffers;
using System.Runtime.ExceptionServices;
using CsvHelper;

namespace Engagement.Cli.Import;

/// <summary>Cuts the rows of a file into batches that the server takes.</summary>
/// <param name="source">The file.</param>
/// <param name="mapping">Reads its rows.</param>
/// <param name="largestCount">Rows in a batch at most.</param>
/// <param name="largestBytes">Bytes of a batch's body at most.</param>
internal sealed class BatchAssembly(RowSource source, RowMapping mapping, int largestCount, int largestBytes)
{
    public const int ContractCount = 10_000;
    public const int ContractBytes = 8 * 1024 * 1024;

    private const int Brackets = 2;

    private readonly EventIds ids = new();
    private ArrayBufferWriter<byte> body = new();
    private List<BatchItem> items = [];
    private List<FailedRow> unreadable = [];

    /// <param name="after">Rows up to this number were dealt with before: they are counted for ids and left out.</param>
    /// <param name="stop">Ends the sequence early, by an exception: an end without one is the end of the file.</param>
    public IEnumerable<Batch> Batches(long after, CancellationToken stop)
    {
        using var json = new EventJson();
        long lastRow = after;
        using var rows = source.Rows().GetEnumerator();
        ExceptionDispatchInfo? fault;
        while (TryMove(rows, out fault))
        {
            stop.ThrowIfCancellationRequested();
            var row = rows.Current;
            var reading = mapping.Read(row);
            var id = reading switch
            {
                RowReading.Readable readable => readable.Id ?? ids.Next(readable.Event),
                _ => ids.NextUnreadable(row.Fields),
            };
            if (row.Number <= after)
                continue;
            if (reading is RowReading.Readable { Event: var mapped })
                json.Write(mapped, id);
            if (IsFull(reading, json.Written.Length))
                yield return Cut(lastRow);
            Take(row, reading, id, json.Written);
            lastRow = row.Number;
        }

        if (items.Count + unreadable.Count > 0)
            yield return Cut(lastRow);
        fault?.Throw();
    }

    // A file that breaks off in the middle must not cost the rows before the break.
    private static bool TryMove(IEnumerator<SourceRow> rows, out ExceptionDispatchInfo? fault)
    {
        fault = null;
        try
        {
            return rows.MoveNext();
        }
        catch (CsvFormatException unreadable)
        {
            fault = ExceptionDispatchInfo.Capture(unreadable);
            return false;
        }
    }

    private bool IsFull(RowReading reading, int length)
    {
        if (items.Count + unreadable.Count >= largestCount)
            return true;
        return items.Count > 0
            && reading is RowReading.Readable
            && length + Brackets <= largestBytes
            && body.WrittenCount + length + Brackets > largestBytes;
    }

    private void Take(SourceRow row, RowReading reading, string id, ReadOnlySpan<byte> written)
    {
        switch (reading)
        {
            case RowReading.Unreadable fault:
                unreadable.Add(new FailedRow(row, id, fault.Code, fault.Why));
                break;
            case RowReading.Readable when written.Length + Brackets > largestBytes:
                unreadable.Add(new FailedRow(row, id, "too_large", "the row alone is larger than the server takes"));
                break;
            default:
                body.Write(items.Count == 0 ? "["u8 : ","u8);
                body.Write(written);
                items.Add(new BatchItem(row, id));
                break;
        }
    }

    private Batch Cut(long lastRow)
    {
        if (items.Count > 0)
            body.Write("]"u8);
        var batch = new Batch(body.WrittenMemory, items, unreadable, lastRow, source.Position);
        // The batch is still being sent while the next one is put together, so that nothing of it is used again.
        body = new ArrayBufferWriter<byte>(body.WrittenCount + 1);
        items = [];
        unreadable = [];
        return batch;
    }
}
