namespace Engagement.Journal.Sqlite;

/// <summary>How a SQLite file is used.</summary>
public sealed record SqliteOptions
{
    /// <summary>Where the file is, as in <c>Data Source=data/engagement.db</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// Memory for pages of the file, in KiB, for the writer; each of up to eight readers gets a sixteenth. Default 65,536. Less makes large
    /// chains slower, more costs resident memory.
    /// </summary>
    public int CacheKibibytes { get; init; } = 65_536;

    /// <summary>
    /// After how many pages of 4 KiB the write-ahead log is moved into the file. Default 16,384 (64 MiB). Less makes more
    /// short pauses, more makes fewer longer ones and a longer recovery after a crash.
    /// </summary>
    public int CheckpointPages { get; init; } = 16_384;

    /// <summary>How many requests may wait for the writer before more are refused. Default 50,000.</summary>
    public int MostWaiting { get; init; } = 50_000;

    /// <summary>The most pages of 4 KiB the file may grow to; null, the default, for as many as the disk holds.</summary>
    public int? MostPages { get; init; }
}
