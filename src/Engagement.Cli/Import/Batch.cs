namespace Engagement.Cli.Import;

/// <summary>A stretch of the file that is sent, acknowledged and remembered as one.</summary>
/// <param name="Body">The JSON array of its items.</param>
/// <param name="Items">What the array holds, in its order.</param>
/// <param name="Unreadable">Rows of the stretch that are no events.</param>
/// <param name="LastRow">The number of the last row of the stretch.</param>
/// <param name="Position">How far into the file it reaches, in bytes.</param>
internal sealed record Batch(
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<BatchItem> Items,
    IReadOnlyList<FailedRow> Unreadable,
    long LastRow,
    long Position);

internal sealed record BatchItem(SourceRow Row, string Id);

/// <summary>A row that did not become an event, and why.</summary>
internal sealed record FailedRow(SourceRow Row, string Id, string Code, string Why);
