using Engagement.Domain.Time;
using Engagement.Journal.Accounts;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The sessions in a database that many nodes share: what ends on one has ended on all.</summary>
public sealed class PostgresSessions : ISessions
{
    private const string Columns = "s.digest, s.id, s.account, s.opened_at, s.seen_at, s.until_at, s.device";

    private readonly PostgresConnections _connections;

    internal PostgresSessions(PostgresStore store) => _connections = store.Connections;

    public async ValueTask OpenAsync(Session session, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        await _connections.WriteAsync(
            """
            WITH ended AS (DELETE FROM sessions WHERE until_at <= $8)
            INSERT INTO sessions (digest, id, account, opened_at, seen_at, until_at, device) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                Of(session.Digest), Of(session.Id), Of(AccountFormat.Write(session.Account)), Of(session.OpenedAt.Microseconds),
                Of(session.SeenAt.Microseconds), Of(session.Until.Microseconds), Of(session.Device), Of(now.Microseconds),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<SignedInSession?> FindAsync(string digest, CancellationToken cancellation) => await _connections.ReadAsync(
        $"SELECT {Columns}, {PostgresAccounts.Columns} FROM sessions s LEFT JOIN accounts a ON a.id = s.account WHERE s.digest = $1",
        [Of(digest)],
        static async (row, cancellation) =>
        {
            if (!await row.ReadAsync(cancellation).ConfigureAwait(false))
                return null;
            var session = Read(row);
            if (session.Account is null)
                return new SignedInSession(session, null);
            // A session of an account that is gone is none.
            return row.IsDBNull(7) ? null : new SignedInSession(session, PostgresAccounts.Read(row, 7));
        },
        cancellation).ConfigureAwait(false);

    public async ValueTask SeenAsync(string digest, Instant at, Instant until, CancellationToken cancellation) => await _connections.WriteAsync(
        "UPDATE sessions SET seen_at = $2, until_at = $3 WHERE digest = $1",
        [Of(digest), Of(at.Microseconds), Of(until.Microseconds)],
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Session>> ListAsync(AccountId? account, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<Session>>(
            $"SELECT {Columns} FROM sessions s WHERE s.account = $1 ORDER BY s.opened_at DESC, s.id",
            [Of(AccountFormat.Write(account))],
            static async (row, cancellation) =>
            {
                var found = new List<Session>();
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(Read(row));
                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<bool> EndAsync(AccountId? account, string id, CancellationToken cancellation) => await _connections.WriteAsync(
        "DELETE FROM sessions WHERE account = $1 AND id = $2", [Of(AccountFormat.Write(account)), Of(id)], cancellation).ConfigureAwait(false) > 0;

    public async ValueTask EndAsync(string digest, CancellationToken cancellation) => await _connections.WriteAsync(
        "DELETE FROM sessions WHERE digest = $1", [Of(digest)], cancellation).ConfigureAwait(false);

    public async ValueTask<int> EndAllAsync(AccountId? account, string? except, CancellationToken cancellation) => await _connections.WriteAsync(
        "DELETE FROM sessions WHERE account = $1 AND digest <> $2", [Of(AccountFormat.Write(account)), Of(except ?? "")], cancellation)
        .ConfigureAwait(false);

    private static Session Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        AccountFormat.ReadAccount(row.GetString(2)),
        new(row.GetInt64(3)),
        new(row.GetInt64(4)),
        new(row.GetInt64(5)),
        row.GetString(6));
}
