namespace Engagement.Cli.Import;

/// <summary>What a row turned out to be.</summary>
internal abstract record RowReading
{
    private RowReading()
    {
    }

    /// <param name="Event">The event.</param>
    /// <param name="Id">Its id where the file has one; null when it is to be derived from the content.</param>
    public sealed record Readable(MappedEvent Event, string? Id) : RowReading;

    /// <param name="Code">A stable word for programs.</param>
    /// <param name="Why">The reason for people.</param>
    public sealed record Unreadable(string Code, string Why) : RowReading;
}
