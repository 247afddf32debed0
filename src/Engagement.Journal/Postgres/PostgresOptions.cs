namespace Engagement.Journal.Postgres;

/// <summary>How a PostgreSQL database is used.</summary>
public sealed record PostgresOptions
{
    /// <summary>Where the database is, as in <c>Host=db;Database=engagement;Username=engagement;Password=…</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// The most connections this node keeps, between 4 and 1,000. Default 20: as many members are read at a time as there are
    /// connections left beside the writers. More nodes than the server's <c>max_connections</c> divided by this cannot run.
    /// </summary>
    public int MostConnections { get; init; } = 20;

    /// <summary>
    /// How many chains this node writes at a time. Default 4. A chain is written by one commit after the other, so that its
    /// positions have no gap; several chains do not wait for each other.
    /// </summary>
    public int MostWriters { get; init; } = 4;

    /// <summary>How many turns may wait to be stored before more are refused. Default 50,000.</summary>
    public int MostWaiting { get; init; } = 50_000;

    /// <summary>
    /// How long a statement may take before it is given up. Default 15 seconds. A server so slow is treated as one that is
    /// away: callers are told to come again.
    /// </summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a node that starts waits for a server that is not up yet. Default 60 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
