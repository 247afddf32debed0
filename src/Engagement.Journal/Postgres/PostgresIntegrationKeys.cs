using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Keys;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The keys of programs in a database that many nodes share.</summary>
public sealed class PostgresIntegrationKeys : IIntegrationKeys
{
    private const string Columns =
        """
        chains.id, k.id, k.name, k.stores, k.scopes, k.created_at, k.created_by, k.expires_at, k.ended_at, k.last_used_at
        FROM integration_keys k JOIN chains ON chains.no = k.chain
        """;

    private readonly PostgresConnections _connections;

    internal PostgresIntegrationKeys(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyList<IntegrationKey>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"SELECT {Columns} WHERE chains.id = $1 ORDER BY k.name, k.created_at, k.id", [Of(chain.Value)], AllAsync, cancellation).ConfigureAwait(false);

    public async ValueTask<IntegrationKey?> FindAsync(string digest, DateTimeOffset now, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"""
            SELECT {Columns} JOIN integration_key_secrets s ON s.chain = k.chain AND s.key = k.id
            WHERE s.digest = $1 AND (s.until IS NULL OR s.until > $2)
            """,
            [Of(digest), Of(Number(now))],
            AllAsync,
            cancellation).ConfigureAwait(false) is [var found] ? found : null;

    public async ValueTask<bool> AddAsync(IntegrationKey key, string digest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await _connections.WriteAsync(
            """
            WITH added AS (
              INSERT INTO integration_keys (chain, id, name, stores, scopes, created_at, created_by, expires_at)
              SELECT no, $2, $3, $4, $5, $6, $7, $8 FROM chains WHERE id = $1 ON CONFLICT DO NOTHING RETURNING chain, id)
            INSERT INTO integration_key_secrets (digest, chain, key) SELECT $9, chain, id FROM added
            """,
            [
                Of(key.Chain.Value), Of(key.Id), Of(key.Name), Of(string.Join('\n', key.Stores)), Of(string.Join('\n', key.Scopes)),
                Of(Number(key.CreatedAt)), Of(key.CreatedBy), OfTime(key.ExpiresAt), Of(digest),
            ],
            cancellation).ConfigureAwait(false) == 1;
    }

    public async ValueTask<bool> RotateAsync(
        ChainId chain, string id, string digest, DateTimeOffset overlap, DateTimeOffset? expires, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"""
            WITH rotated AS (
              UPDATE integration_keys SET expires_at = $5
              WHERE chain = {PostgresQueries.ChainNumber} AND id = $2 AND ended_at IS NULL RETURNING chain, id),
            older AS (
              UPDATE integration_key_secrets s SET until = least(coalesce(s.until, $4), $4) FROM rotated WHERE s.chain = rotated.chain AND s.key = rotated.id)
            INSERT INTO integration_key_secrets (digest, chain, key) SELECT $3, chain, id FROM rotated RETURNING 1
            """,
            [Of(chain.Value), Of(id), Of(digest), Of(Number(overlap)), OfTime(expires)],
            async (row, cancellation) => await row.ReadAsync(cancellation).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    public async ValueTask<bool> EndAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"""
            WITH ended AS (
              UPDATE integration_keys SET ended_at = $3
              WHERE chain = {PostgresQueries.ChainNumber} AND id = $2 AND ended_at IS NULL RETURNING chain, id),
            gone AS (DELETE FROM integration_key_secrets s USING ended WHERE s.chain = ended.chain AND s.key = ended.id)
            SELECT 1 FROM ended
            """,
            [Of(chain.Value), Of(id), Of(Number(at))],
            async (row, cancellation) => await row.ReadAsync(cancellation).ConfigureAwait(false),
            cancellation).ConfigureAwait(false);

    public async ValueTask UsedAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation) =>
        await _connections.WriteAsync(
            $"""
            UPDATE integration_keys SET last_used_at = greatest(coalesce(last_used_at, 0), $3)
            WHERE chain = {PostgresQueries.ChainNumber} AND id = $2
            """,
            [Of(chain.Value), Of(id), Of(Number(at))],
            cancellation).ConfigureAwait(false);

    private static async Task<IReadOnlyList<IntegrationKey>> AllAsync(NpgsqlDataReader row, CancellationToken cancellation)
    {
        var found = new List<IntegrationKey>();
        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
        {
            found.Add(new(
                new(row.GetString(0)),
                row.GetString(1),
                row.GetString(2),
                [.. Lines(row.GetString(3)).Select(store => new StoreId(store))],
                Lines(row.GetString(4)),
                new Instant(row.GetInt64(5)).ToDateTimeOffset(),
                row.GetString(6),
                Time(row, 7),
                Time(row, 8),
                Time(row, 9)));
        }

        return found;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static long Number(DateTimeOffset at) => Instant.FromDateTimeOffset(at).Microseconds;

    private static NpgsqlParameter OfTime(DateTimeOffset? at) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint, Value = at is { } time ? Number(time) : DBNull.Value };

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Instant(row.GetInt64(column)).ToDateTimeOffset();
}
