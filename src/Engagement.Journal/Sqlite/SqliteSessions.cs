using Engagement.Domain.Time;
using Engagement.Journal.Accounts;

namespace Engagement.Journal.Sqlite;

/// <summary>The sessions in one SQLite file.</summary>
public sealed class SqliteSessions : ISessions
{
    private const string Columns = "s.digest, s.id, s.account, s.opened_at, s.seen_at, s.until_at, s.device";

    private readonly SqliteStore _store;

    internal SqliteSessions(SqliteStore store) => _store = store;

    public async ValueTask OpenAsync(Session session, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        await _store.WriteAsync(writer =>
        {
            writer.Prepared("DELETE FROM sessions WHERE until_at <= ?1").Bind(1, now.Microseconds).Run();
            return writer.Prepared(
                "INSERT INTO sessions (digest, id, account, opened_at, seen_at, until_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .Bind(1, session.Digest).Bind(2, session.Id).Bind(3, AccountFormat.Write(session.Account)).Bind(4, session.OpenedAt.Microseconds)
                .Bind(5, session.SeenAt.Microseconds).Bind(6, session.Until.Microseconds).Bind(7, session.Device).Run();
        }).ConfigureAwait(false);
    }

    public ValueTask<SignedInSession?> FindAsync(string digest, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session =>
        {
            var row = session.Prepared(
                $"SELECT {Columns}, {SqliteAccounts.Columns} FROM sessions s LEFT JOIN accounts a ON a.id = s.account WHERE s.digest = ?1")
                .Bind(1, digest);
            SignedInSession? found = null;
            while (row.Step())
            {
                // A session of an account that is gone is none.
                var opened = Read(row);
                if (opened.Account is null || !row.IsNull(7))
                    found = new(opened, opened.Account is null ? null : SqliteAccounts.Read(row, 7));
            }

            return found;
        }));

    public async ValueTask SeenAsync(string digest, Instant at, Instant until, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared("UPDATE sessions SET seen_at = ?2, until_at = ?3 WHERE digest = ?1")
            .Bind(1, digest).Bind(2, at.Microseconds).Bind(3, until.Microseconds).Run()).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<Session>> ListAsync(AccountId? account, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<Session>>(session =>
        {
            var rows = session.Prepared($"SELECT {Columns} FROM sessions s WHERE s.account = ?1 ORDER BY s.opened_at DESC, s.id")
                .Bind(1, AccountFormat.Write(account));
            var found = new List<Session>();
            while (rows.Step())
                found.Add(Read(rows));
            return found;
        }));

    public async ValueTask<bool> EndAsync(AccountId? account, string id, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared("DELETE FROM sessions WHERE account = ?1 AND id = ?2")
            .Bind(1, AccountFormat.Write(account)).Bind(2, id).Run() > 0).ConfigureAwait(false);

    public async ValueTask EndAsync(string digest, CancellationToken cancellation) => await _store.WriteAsync(session =>
        session.Prepared("DELETE FROM sessions WHERE digest = ?1").Bind(1, digest).Run()).ConfigureAwait(false);

    public async ValueTask<int> EndAllAsync(AccountId? account, string? except, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared("DELETE FROM sessions WHERE account = ?1 AND digest <> ?2")
            .Bind(1, AccountFormat.Write(account)).Bind(2, except ?? "").Run()).ConfigureAwait(false);

    private static Session Read(Statement row) => new(
        row.Text(0), row.Text(1), AccountFormat.ReadAccount(row.Text(2)), new(row.Number(3)), new(row.Number(4)), new(row.Number(5)), row.Text(6));
}
