using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Digests;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>The digests in one SQLite file.</summary>
public sealed class SqliteDigests : IDigests
{
    private readonly SqliteStore _store;

    internal SqliteDigests(SqliteStore store) => _store = store;

    public async ValueTask<bool> SaveAsync(ChainId chain, Digest digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO digests (chain, day, store, made_at, figures) SELECT no, ?2, ?3, ?4, ?5 FROM chains WHERE id = ?1
            ON CONFLICT DO NOTHING
            """)
            .Bind(1, chain.Value).Bind(2, DigestFormat.Write(digest.Day)).Bind(3, digest.Store.Value)
            .Bind(4, digest.MadeAt.Microseconds).Bind(5, DigestFormat.Write(digest.Figures)).Run() > 0).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<Digest>> ListAsync(ChainId chain, DigestSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<Digest>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT store, day, made_at, figures FROM digests WHERE chain = (SELECT no FROM chains WHERE id = ?1)
                  AND (?2 IS NULL OR store = ?2) AND (?3 IS NULL OR day = ?3) AND (day < ?4 OR (day = ?4 AND store > ?5))
                ORDER BY day DESC, store LIMIT ?6
                """)
                .Bind(1, chain.Value)
                .Bind(2, search.Store?.Value)
                .Bind(3, search.Day is { } day ? DigestFormat.Write(day) : null)
                .Bind(4, DigestFormat.Write(search.After?.Day ?? DateOnly.MaxValue))
                .Bind(5, search.After?.Store.Value ?? "")
                .Bind(6, search.Limit);
            var found = new List<Digest>();
            while (rows.Step())
                found.Add(new(new(rows.Text(0)), DigestFormat.ReadDay(rows.Text(1)), new(rows.Number(2)), DigestFormat.Read(rows.Text(3))));
            return found;
        }));
    }

    public ValueTask<IReadOnlyDictionary<StoreId, DateOnly>> LatestAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<StoreId, DateOnly>>(session =>
        {
            var rows = session.Prepared(
                "SELECT store, max(day) FROM digests WHERE chain = (SELECT no FROM chains WHERE id = ?1) GROUP BY store").Bind(1, chain.Value);
            var latest = new Dictionary<StoreId, DateOnly>();
            while (rows.Step())
                latest[new(rows.Text(0))] = DigestFormat.ReadDay(rows.Text(1));
            return latest;
        }));

    public ValueTask<IReadOnlyDictionary<StoreKey, OpenTasks>> OpenTasksAsync(ChainId chain, Instant at, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<StoreKey, OpenTasks>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT coalesce(store, ''), count(*), sum(due_at <= ?2) FROM tasks WHERE chain = (SELECT no FROM chains WHERE id = ?1)
                  AND opened_at <= ?2 AND (closed_at IS NULL OR closed_at > ?2) GROUP BY 1
                """).Bind(1, chain.Value).Bind(2, at.Microseconds);
            var tasks = new Dictionary<StoreKey, OpenTasks>();
            while (rows.Step())
                tasks[new(rows.Text(0) is { Length: > 0 } store ? new StoreId(store) : null)] = new(rows.Number(1), rows.Number(2));
            return tasks;
        }));
}
