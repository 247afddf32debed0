using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Keys;

namespace Engagement.Journal.Sqlite;

/// <summary>The keys of programs in one SQLite file.</summary>
public sealed class SqliteIntegrationKeys : IIntegrationKeys
{
    private const string Columns =
        """
        chains.id, k.id, k.name, k.stores, k.scopes, k.created_at, k.created_by, k.expires_at, k.ended_at, k.last_used_at
        FROM integration_keys k JOIN chains ON chains.no = k.chain
        """;

    private readonly SqliteStore _store;

    internal SqliteIntegrationKeys(SqliteStore store) => _store = store;

    public ValueTask<IReadOnlyList<IntegrationKey>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<IntegrationKey>>(session =>
        {
            var rows = session.Prepared($"SELECT {Columns} WHERE chains.id = ?1 ORDER BY k.name, k.created_at, k.id").Bind(1, chain.Value);
            var found = new List<IntegrationKey>();
            while (rows.Step())
                found.Add(Read(rows));
            return found;
        }));

    public ValueTask<IntegrationKey?> FindAsync(string digest, DateTimeOffset now, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session =>
        {
            var row = session.Prepared(
                $"""
                SELECT {Columns} JOIN integration_key_secrets s ON s.chain = k.chain AND s.key = k.id
                WHERE s.digest = ?1 AND (s.until IS NULL OR s.until > ?2)
                """).Bind(1, digest).Bind(2, Number(now));
            var found = row.Step() ? Read(row) : null;
            row.Reset();
            return found;
        }));

    public async ValueTask<bool> AddAsync(IntegrationKey key, string digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await _store.WriteAsync(session =>
        {
            var isNew = session.Prepared(
                """
                INSERT INTO integration_keys (chain, id, name, stores, scopes, created_at, created_by, expires_at)
                SELECT no, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM chains WHERE id = ?1 ON CONFLICT DO NOTHING
                """)
                .Bind(1, key.Chain.Value).Bind(2, key.Id).Bind(3, key.Name)
                .Bind(4, string.Join('\n', key.Stores)).Bind(5, string.Join('\n', key.Scopes))
                .Bind(6, Number(key.CreatedAt)).Bind(7, key.CreatedBy).Bind(8, key.ExpiresAt is { } end ? Number(end) : null).Run() == 1;
            if (isNew)
                Keep(session, key.Chain, key.Id, digest);
            return isNew;
        }).ConfigureAwait(false);
    }

    public async ValueTask<bool> RotateAsync(
        ChainId chain, string id, string digest, DateTimeOffset overlap, DateTimeOffset? expires, CancellationToken cancellation) =>
        await _store.WriteAsync(session =>
        {
            var isThere = session.Prepared(
                """
                UPDATE integration_keys SET expires_at = ?3
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2 AND ended_at IS NULL
                """).Bind(1, chain.Value).Bind(2, id).Bind(3, expires is { } end ? Number(end) : null).Run() == 1;
            if (!isThere)
                return false;
            session.Prepared(
                """
                UPDATE integration_key_secrets SET until = min(coalesce(until, ?3), ?3)
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND key = ?2
                """).Bind(1, chain.Value).Bind(2, id).Bind(3, Number(overlap)).Run();
            Keep(session, chain, id, digest);
            return true;
        }).ConfigureAwait(false);

    public async ValueTask<bool> EndAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation) =>
        await _store.WriteAsync(session =>
        {
            session.Prepared(
                "DELETE FROM integration_key_secrets WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND key = ?2")
                .Bind(1, chain.Value).Bind(2, id).Run();
            return session.Prepared(
                """
                UPDATE integration_keys SET ended_at = ?3
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2 AND ended_at IS NULL
                """).Bind(1, chain.Value).Bind(2, id).Bind(3, Number(at)).Run() == 1;
        }).ConfigureAwait(false);

    public async ValueTask UsedAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared(
            """
            UPDATE integration_keys SET last_used_at = max(coalesce(last_used_at, 0), ?3)
            WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2
            """).Bind(1, chain.Value).Bind(2, id).Bind(3, Number(at)).Run()).ConfigureAwait(false);

    private static void Keep(SqliteSession session, ChainId chain, string id, string digest) => session.Prepared(
        "INSERT INTO integration_key_secrets (digest, chain, key) SELECT ?3, no, ?2 FROM chains WHERE id = ?1")
        .Bind(1, chain.Value).Bind(2, id).Bind(3, digest).Run();

    private static IntegrationKey Read(Statement row) => new(
        new(row.Text(0)),
        row.Text(1),
        row.Text(2),
        [.. Lines(row.Text(3)).Select(store => new StoreId(store))],
        Lines(row.Text(4)),
        Time(row, 5)!.Value,
        row.Text(6),
        Time(row, 7),
        Time(row, 8),
        Time(row, 9));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static long Number(DateTimeOffset at) => Instant.FromDateTimeOffset(at).Microseconds;

    private static DateTimeOffset? Time(Statement row, int column) =>
        row.IsNull(column) ? null : new Instant(row.Number(column)).ToDateTimeOffset();
}
