using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Digests;
using Engagement.Journal.Formats;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The digests in a database that many nodes share.</summary>
public sealed class PostgresDigests : IDigests
{
    private readonly PostgresConnections _connections;

    internal PostgresDigests(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<bool> SaveAsync(ChainId chain, Digest digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return await _connections.WriteAsync(
            """
            INSERT INTO digests (chain, day, store, made_at, figures) SELECT no, $2, $3, $4, $5 FROM chains WHERE id = $1
            ON CONFLICT DO NOTHING
            """,
            [
                Of(chain.Value), Of(DigestFormat.Write(digest.Day)), Of(digest.Store.Value), Of(digest.MadeAt.Microseconds),
                Of(DigestFormat.Write(digest.Figures)),
            ],
            cancellation).ConfigureAwait(false) > 0;
    }

    public async ValueTask<IReadOnlyList<Digest>> ListAsync(ChainId chain, DigestSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return await _connections.ReadAsync<IReadOnlyList<Digest>>(
            $"""
            SELECT store, day, made_at, figures FROM digests WHERE chain = {PostgresQueries.ChainNumber}
              AND ($2 IS NULL OR store = $2) AND ($3 IS NULL OR day = $3) AND (day < $4 OR (day = $4 AND store > $5))
            ORDER BY day DESC, store LIMIT $6
            """,
            [
                Of(chain.Value), OfText(search.Store?.Value), OfText(search.Day is { } day ? DigestFormat.Write(day) : null),
                Of(DigestFormat.Write(search.After?.Day ?? DateOnly.MaxValue)), Of(search.After?.Store.Value ?? ""), Of((long)search.Limit),
            ],
            static async (reader, cancellation) =>
            {
                var found = new List<Digest>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    found.Add(new(
                        new(reader.GetString(0)),
                        DigestFormat.ReadDay(reader.GetString(1)),
                        new(reader.GetInt64(2)),
                        DigestFormat.Read(reader.GetString(3))));
                }

                return found;
            },
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyDictionary<StoreId, DateOnly>> LatestAsync(ChainId chain, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<StoreId, DateOnly>>(
            $"SELECT store, max(day) FROM digests WHERE chain = {PostgresQueries.ChainNumber} GROUP BY store",
            [Of(chain.Value)],
            static async (reader, cancellation) =>
            {
                var latest = new Dictionary<StoreId, DateOnly>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    latest[new(reader.GetString(0))] = DigestFormat.ReadDay(reader.GetString(1));
                return latest;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<StoreKey, OpenTasks>> OpenTasksAsync(ChainId chain, Instant at, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<StoreKey, OpenTasks>>(
            $"""
            SELECT coalesce(store, ''), count(*), count(*) FILTER (WHERE due_at <= $2) FROM tasks WHERE chain = {PostgresQueries.ChainNumber}
              AND opened_at <= $2 AND (closed_at IS NULL OR closed_at > $2) GROUP BY 1
            """,
            [Of(chain.Value), Of(at.Microseconds)],
            static async (reader, cancellation) =>
            {
                var tasks = new Dictionary<StoreKey, OpenTasks>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    tasks[new(reader.GetString(0) is { Length: > 0 } store ? new StoreId(store) : null)] = new(reader.GetInt64(1), reader.GetInt64(2));
                return tasks;
            },
            cancellation).ConfigureAwait(false);
}
