using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Sqlite;

/// <summary>The webhooks in one SQLite file.</summary>
public sealed class SqliteWebhookDirectory : IWebhookDirectory
{
    private const string Columns =
        "c.id, w.name, w.url, w.secrets, w.types, w.position, c.head, w.tries, w.failing_since, w.paused_at, w.paused_why";

    private const string Waiting =
        "FROM webhooks w JOIN chains c ON c.no = w.chain WHERE w.position < c.head AND w.paused_at IS NULL AND w.not_before <= ?1 AND w.leased_until <= ?1";

    private readonly SqliteStore _store;

    internal SqliteWebhookDirectory(SqliteStore store) => _store = store;

    private long Now => Instant.FromDateTimeOffset(_store.Time.GetUtcNow()).Microseconds;

    public ValueTask<IReadOnlyList<Webhook>> ListAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => All(session.Prepared(
            $"SELECT {Columns} FROM webhooks w JOIN chains c ON c.no = w.chain WHERE c.id = ?1 ORDER BY w.name").Bind(1, chain.Value))));

    public ValueTask<Webhook?> FindAsync(WebhookKey key, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => All(session.Prepared(
            $"SELECT {Columns} FROM webhooks w JOIN chains c ON c.no = w.chain WHERE c.id = ?1 AND w.name = ?2")
            .Bind(1, key.Chain.Value).Bind(2, key.Name)) is [var found] ? found : null));

    public async ValueTask<bool> SaveAsync(WebhookKey key, WebhookTarget target, long after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var types = string.Join('\n', target.Types);
        return await _store.WriteAsync(session =>
        {
            var changed = session.Prepared(
                """
                UPDATE webhooks SET url = ?3, secrets = CASE ?4 WHEN '' THEN secrets ELSE ?4 END, types = ?5,
                  tries = 0, failing_since = NULL, not_before = 0, paused_at = NULL, paused_why = NULL, lease = NULL, leased_until = 0
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND name = ?2
                """).Bind(1, key.Chain.Value).Bind(2, key.Name).Bind(3, target.Url).Bind(4, target.Secrets).Bind(5, types).Run();
            if (changed > 0)
                return false;
            session.Prepared(
                """
                INSERT INTO webhooks (chain, name, url, secrets, types, position) SELECT no, ?2, ?3, ?4, ?5, ?6 FROM chains WHERE id = ?1
                """).Bind(1, key.Chain.Value).Bind(2, key.Name).Bind(3, target.Url).Bind(4, target.Secrets).Bind(5, types).Bind(6, after).Run();
            return true;
        }).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(WebhookKey key, CancellationToken cancellation) => await _store.WriteAsync(session =>
        session.Prepared("DELETE FROM webhooks WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND name = ?2")
            .Bind(1, key.Chain.Value).Bind(2, key.Name).Run() > 0).ConfigureAwait(false);

    public async ValueTask<bool> GoOnAfterAsync(WebhookKey key, long position, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared(
            """
            UPDATE webhooks SET position = ?3, tries = 0, failing_since = NULL, not_before = 0, paused_at = NULL, paused_why = NULL,
              lease = NULL, leased_until = 0
            WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND name = ?2
            """).Bind(1, key.Chain.Value).Bind(2, key.Name).Bind(3, position).Run() > 0).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<ClaimedWebhook>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        // Most looks find nothing, and the writer has better to do.
        var now = Now;
        if (_store.Readers.Read(session => session.Prepared($"SELECT count(*) {Waiting}").Bind(1, now).Scalar()) == 0)
            return [];
        var until = now + (lease.Ticks / TimeSpan.TicksPerMicrosecond);
        return await _store.WriteAsync<IReadOnlyList<ClaimedWebhook>>(session =>
        {
            var waiting = All(session.Prepared($"SELECT {Columns} {Waiting} ORDER BY w.not_before, c.id, w.name LIMIT ?2").Bind(1, now).Bind(2, limit));
            var claimed = new List<ClaimedWebhook>(waiting.Count);
            foreach (var webhook in waiting)
            {
                var name = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
                session.Prepared(
                    "UPDATE webhooks SET lease = ?3, leased_until = ?4 WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND name = ?2")
                    .Bind(1, webhook.Key.Chain.Value).Bind(2, webhook.Key.Name).Bind(3, name).Bind(4, until).Run();
                claimed.Add(new(webhook, name));
            }

            return claimed;
        }).ConfigureAwait(false);
    }

    public async ValueTask<bool> MoveAsync(ClaimedWebhook claimed, long position, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var until = Now + (lease.Ticks / TimeSpan.TicksPerMicrosecond);
        return await _store.WriteAsync(session => session.Prepared(
            """
            UPDATE webhooks SET position = ?2, tries = 0, failing_since = NULL, leased_until = ?3 WHERE lease = ?1
            """).Bind(1, claimed.Lease).Bind(2, position).Bind(3, until).Run() > 0).ConfigureAwait(false);
    }

    public async ValueTask RetryAsync(ClaimedWebhook claimed, TimeSpan wait, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var now = Now;
        await _store.WriteAsync(session => session.Prepared(
            """
            UPDATE webhooks SET tries = tries + 1, failing_since = coalesce(failing_since, ?2), not_before = ?3, lease = NULL, leased_until = 0
            WHERE lease = ?1
            """).Bind(1, claimed.Lease).Bind(2, now).Bind(3, now + (wait.Ticks / TimeSpan.TicksPerMicrosecond)).Run()).ConfigureAwait(false);
    }

    public async ValueTask PauseAsync(ClaimedWebhook claimed, string why, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var now = Now;
        await _store.WriteAsync(session => session.Prepared(
            "UPDATE webhooks SET paused_at = ?2, paused_why = ?3, lease = NULL, leased_until = 0 WHERE lease = ?1")
            .Bind(1, claimed.Lease).Bind(2, now).Bind(3, why).Run()).ConfigureAwait(false);
    }

    private static IReadOnlyList<Webhook> All(Statement rows)
    {
        var all = new List<Webhook>();
        while (rows.Step())
        {
            all.Add(new(
                new(new(rows.Text(0)), rows.Text(1)),
                new(rows.Text(2), rows.Text(3), rows.Text(4).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                rows.Number(5),
                rows.Number(6),
                (int)rows.Number(7),
                rows.IsNull(8) ? null : new Instant(rows.Number(8)),
                rows.IsNull(9) ? null : new Instant(rows.Number(9)),
                rows.TextOrNull(10)));
        }

        return all;
    }
}
