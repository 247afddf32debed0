using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The webhooks in a database that many nodes share.</summary>
public sealed class PostgresWebhookDirectory : IWebhookDirectory
{
    private const string Columns =
        "c.id, w.name, w.url, w.secrets, w.types, w.position, h.head, w.tries, w.failing_since, w.paused_at, w.paused_why, w.lease";

    private const string Joined = "webhooks w JOIN chains c ON c.no = w.chain JOIN heads h ON h.chain = w.chain";

    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresWebhookDirectory(PostgresStore store)
    {
        _connections = store.Connections;
        _time = store.Time;
    }

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    public async ValueTask<IReadOnlyList<Webhook>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        [.. (await AllAsync($"SELECT {Columns} FROM {Joined} WHERE c.id = $1 ORDER BY w.name", [Of(chain.Value)], cancellation).ConfigureAwait(false))
            .Select(claimed => claimed.Webhook)];

    public async ValueTask<Webhook?> FindAsync(WebhookKey key, CancellationToken cancellation)
    {
        var sql = $"SELECT {Columns} FROM {Joined} WHERE c.id = $1 AND w.name = $2";
        return await AllAsync(sql, [Of(key.Chain.Value), Of(key.Name)], cancellation).ConfigureAwait(false) is [var found] ? found.Webhook : null;
    }

    public async ValueTask<bool> SaveAsync(WebhookKey key, WebhookTarget target, long after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        // A row that this statement inserted has no earlier transaction that deleted or locked it.
        return await _connections.ReadAsync(
            """
            INSERT INTO webhooks AS w (chain, name, url, secrets, types, position) SELECT no, $2, $3, $4, $5, $6 FROM chains WHERE id = $1
            ON CONFLICT (chain, name) DO UPDATE SET url = excluded.url, types = excluded.types,
              secrets = CASE excluded.secrets WHEN '' THEN w.secrets ELSE excluded.secrets END,
              tries = 0, failing_since = NULL, not_before = 0, paused_at = NULL, paused_why = NULL, lease = NULL, leased_until = 0
            RETURNING w.xmax = 0
            """,
            [Of(key.Chain.Value), Of(key.Name), Of(target.Url), Of(target.Secrets), Of(string.Join('\n', target.Types)), Of(after)],
            static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false) && reader.GetBoolean(0),
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(WebhookKey key, CancellationToken cancellation) => await _connections.WriteAsync(
        "DELETE FROM webhooks WHERE chain = (SELECT no FROM chains WHERE id = $1) AND name = $2",
        [Of(key.Chain.Value), Of(key.Name)],
        cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<bool> GoOnAfterAsync(WebhookKey key, long position, CancellationToken cancellation) => await _connections.WriteAsync(
        """
        UPDATE webhooks SET position = $3, tries = 0, failing_since = NULL, not_before = 0, paused_at = NULL, paused_why = NULL,
          lease = NULL, leased_until = 0
        WHERE chain = (SELECT no FROM chains WHERE id = $1) AND name = $2
        """,
        [Of(key.Chain.Value), Of(key.Name), Of(position)],
        cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<IReadOnlyList<ClaimedWebhook>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        return await AllAsync(
            $"""
            WITH picked AS (
              SELECT w.chain, w.name FROM {Joined}
              WHERE w.position < h.head AND w.paused_at IS NULL AND w.not_before <= $1 AND w.leased_until <= $1
              ORDER BY w.not_before, w.chain, w.name LIMIT $4 FOR UPDATE OF w SKIP LOCKED)
            UPDATE webhooks w SET lease = $3 || '/' || w.chain || '/' || w.name, leased_until = $2
            FROM picked p, chains c, heads h
            WHERE w.chain = p.chain AND w.name = p.name AND c.no = w.chain AND h.chain = w.chain
            RETURNING {Columns}
            """,
            [Of(now), Of(now + (lease.Ticks / TimeSpan.TicksPerMicrosecond)), Of(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)), Of(limit)],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<bool> MoveAsync(ClaimedWebhook claimed, long position, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        return await WriteAsync(
            claimed,
            "position = $4, tries = 0, failing_since = NULL, leased_until = $5",
            [Of(position), Of(Now + (lease.Ticks / TimeSpan.TicksPerMicrosecond))],
            cancellation).ConfigureAwait(false) > 0;
    }

    public async ValueTask RetryAsync(ClaimedWebhook claimed, TimeSpan wait, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var now = Now;
        await WriteAsync(
            claimed,
            "tries = tries + 1, failing_since = coalesce(failing_since, $4), not_before = $5, lease = NULL, leased_until = 0",
            [Of(now), Of(now + (wait.Ticks / TimeSpan.TicksPerMicrosecond))],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask PauseAsync(ClaimedWebhook claimed, string why, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        await WriteAsync(
            claimed, "paused_at = $4, paused_why = $5, lease = NULL, leased_until = 0", [Of(Now), Of(why)], cancellation).ConfigureAwait(false);
    }

    private Task<int> WriteAsync(ClaimedWebhook claimed, string changes, NpgsqlParameter[] values, CancellationToken cancellation) =>
        _connections.WriteAsync(
            $"UPDATE webhooks SET {changes} WHERE chain = (SELECT no FROM chains WHERE id = $1) AND name = $2 AND lease = $3",
            [Of(claimed.Webhook.Key.Chain.Value), Of(claimed.Webhook.Key.Name), Of(claimed.Lease), .. values],
            cancellation);

    private Task<IReadOnlyList<ClaimedWebhook>> AllAsync(string sql, NpgsqlParameter[] values, CancellationToken cancellation) =>
        _connections.ReadAsync<IReadOnlyList<ClaimedWebhook>>(
            sql,
            values,
            static async (reader, cancellation) =>
            {
                var all = new List<ClaimedWebhook>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var webhook = new Webhook(
                        new(new(reader.GetString(0)), reader.GetString(1)),
                        new(reader.GetString(2), reader.GetString(3), reader.GetString(4).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                        reader.GetInt64(5),
                        reader.GetInt64(6),
                        reader.GetInt32(7),
                        reader.IsDBNull(8) ? null : new Instant(reader.GetInt64(8)),
                        reader.IsDBNull(9) ? null : new Instant(reader.GetInt64(9)),
                        reader.IsDBNull(10) ? null : reader.GetString(10));
                    all.Add(new(webhook, reader.IsDBNull(11) ? "" : reader.GetString(11)));
                }

                return all;
            },
            cancellation);
}
