using Engagement.Domain.Identity;
using Engagement.Journal.Audit;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The audit trails in a database that many nodes share.</summary>
public sealed class PostgresAuditEntries : IAuditEntries
{
    private const string Latest = "SELECT number, hash FROM audit WHERE trail = $1 ORDER BY number DESC LIMIT 1";

    private readonly PostgresConnections _connections;

    internal PostgresAuditEntries(PostgresStore store) => _connections = store.Connections;

    public async ValueTask AppendAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        try
        {
            var connection = await _connections.OpenAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    // In one order on all nodes: two that add to the same trails must not wait for each other.
                    foreach (var trail in records.GroupBy(record => AuditFormat.NameOf(record.Trail)).OrderBy(trail => trail.Key, StringComparer.Ordinal))
                        await AppendAsync(connection, trail.Key, trail, cancellation).ConfigureAwait(false);
                    await transaction.CommitAsync(cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (PostgresFaults.Translate(exception) is { } fault)
        {
            throw fault;
        }
    }

    public async ValueTask<IReadOnlyList<AuditEntry>> ListAsync(ChainId? trail, AuditSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        // A text for each way to look, so that each has an index.
        var narrow = search switch
        {
            { Subject: not null } => "AND subject = $5 AND ($3 IS NULL OR actor = $3) AND ($4 IS NULL OR action = $4)",
            { Actor: not null } => "AND actor = $3 AND ($4 IS NULL OR action = $4) AND $5 IS NULL",
            { Action: not null } => "AND action = $4 AND $3 IS NULL AND $5 IS NULL",
            _ => "AND $3 IS NULL AND $4 IS NULL AND $5 IS NULL",
        };
        return await _connections.ReadAsync<IReadOnlyList<AuditEntry>>(
            $"SELECT number, entry, hash FROM audit WHERE trail = $1 AND number > $2 {narrow} ORDER BY number LIMIT $6",
            [
                Of(AuditFormat.NameOf(trail)), Of(search.After), OfText(search.Actor), OfText(search.Action), OfText(search.Subject),
                Of((long)search.Limit),
            ],
            static async (reader, cancellation) =>
            {
                var found = new List<AuditEntry>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
                return found;
            },
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<AuditHead> HeadAsync(ChainId? trail, CancellationToken cancellation) =>
        await _connections.ReadAsync(Latest, [Of(AuditFormat.NameOf(trail))], HeadOf(trail), cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<AuditHead>> HeadsAsync(CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<AuditHead>>(
            """
            WITH RECURSIVE trails AS (
              (SELECT trail FROM audit ORDER BY trail LIMIT 1)
              UNION ALL
              SELECT (SELECT a.trail FROM audit a WHERE a.trail > trails.trail ORDER BY a.trail LIMIT 1) FROM trails WHERE trails.trail IS NOT NULL)
            SELECT trails.trail, latest.number, latest.hash FROM trails,
              LATERAL (SELECT number, hash FROM audit a WHERE a.trail = trails.trail ORDER BY number DESC LIMIT 1) AS latest
            WHERE trails.trail IS NOT NULL
            """,
            [],
            static async (reader, cancellation) =>
            {
                var heads = new List<AuditHead>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    heads.Add(new(reader.GetString(0) is { Length: > 0 } chain ? new ChainId(chain) : null, reader.GetInt64(1), reader.GetString(2)));
                return heads;
            },
            cancellation).ConfigureAwait(false);

    private static async Task AppendAsync(
        NpgsqlConnection connection, string trail, IEnumerable<AuditRecord> records, CancellationToken cancellation)
    {
        // Taken by a statement of its own: what the next one reads is then what the holder before has committed.
        await PostgresConnections.RunAsync(
            connection,
            "SELECT pg_advisory_xact_lock(hashtextextended('audit:' || $1, 0))",
            [Of(trail)],
            static (_, _) => Task.FromResult(true),
            cancellation).ConfigureAwait(false);
        ChainId? chain = trail.Length > 0 ? new ChainId(trail) : null;
        var head = await PostgresConnections.RunAsync(connection, Latest, [Of(trail)], HeadOf(chain), cancellation).ConfigureAwait(false);
        var entries = AuditFormat.Follow(head, records);
        await PostgresConnections.RunAsync(
            connection,
            "INSERT INTO audit (trail, number, entry, hash) SELECT $1, told.number, told.entry, told.hash FROM unnest($2, $3, $4) AS told (number, entry, hash)",
            [
                Of(trail), Of(entries.Select(entry => entry.Number).ToArray()), Of(entries.Select(entry => entry.Entry).ToArray()),
                Of(entries.Select(entry => entry.Hash).ToArray()),
            ],
            static (_, _) => Task.FromResult(true),
            cancellation).ConfigureAwait(false);
    }

    private static Func<NpgsqlDataReader, CancellationToken, Task<AuditHead>> HeadOf(ChainId? trail) => async (reader, cancellation) =>
        await reader.ReadAsync(cancellation).ConfigureAwait(false)
            ? new(trail, reader.GetInt64(0), reader.GetString(1))
            : new(trail, 0, AuditFormat.FirstHash);
}
