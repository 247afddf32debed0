using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Accounts;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The staff's accounts in a database that many nodes share.</summary>
public sealed class PostgresAccounts : IAccounts
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    internal const string Columns =
        """
        a.id, a.sign_in_name, a.name, a.role, (SELECT c.id FROM chains c WHERE c.no = a.chain), a.stores, a.password, a.locked, a.failures,
        a.closed_until, a.secret, a.last_step, a.codes, a.unconfirmed, a.subject, a.version, a.created_at, a.changed_at
        """;

    private readonly PostgresConnections _connections;

    internal PostgresAccounts(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await _connections.WriteAsync(
            """
            INSERT INTO accounts (id, sign_in_name, sign_in_key, name, role, stores, password, locked, failures, closed_until, secret,
              last_step, codes, unconfirmed, subject, changed_at, version, chain, created_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, (SELECT no FROM chains WHERE id = $18), $19
            WHERE $18 IS NULL OR EXISTS (SELECT 1 FROM chains WHERE id = $18)
            ON CONFLICT DO NOTHING
            """,
            [.. Values(account), OfText(account.Chain?.Value), Of(account.CreatedAt.Microseconds)],
            cancellation).ConfigureAwait(false) > 0;
    }

    public ValueTask<Account?> FindAsync(AccountId id, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.id = $1", id.Value, cancellation);

    public ValueTask<Account?> FindAsync(string signInName, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.sign_in_key = $1", Account.KeyOf(signInName), cancellation);

    public ValueTask<Account?> FindBySubjectAsync(string subject, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.subject = $1", subject, cancellation);

    public async ValueTask<IReadOnlyList<Account>> ListAsync(ChainId? chain, AccountId? after, int limit, CancellationToken cancellation) =>
        await AllAsync(
            chain is null
                ? $"SELECT {Columns} FROM accounts a WHERE $1::text IS NULL AND a.chain IS NULL AND a.id > $2 ORDER BY a.id LIMIT $3"
                : $"SELECT {Columns} FROM accounts a WHERE a.chain = (SELECT no FROM chains WHERE id = $1) AND a.id > $2 ORDER BY a.id LIMIT $3",
            [OfText(chain?.Value), Of(AccountFormat.Write(after)), Of((long)limit)],
            cancellation).ConfigureAwait(false);

    public async ValueTask<bool> ChangeAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        // Of two that want one name at the same moment the index lets one have it; whoever asks a moment later is told without a fault.
        return await _connections.WriteAsync(
            """
            UPDATE accounts SET sign_in_name = $2, sign_in_key = $3, name = $4, role = $5, stores = $6, password = $7, locked = $8,
              failures = $9, closed_until = $10, secret = $11, last_step = $12, codes = $13, unconfirmed = $14, subject = $15,
              changed_at = $16, version = version + 1
            WHERE id = $1 AND version = $17
              AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.sign_in_key = $3 AND o.id <> $1)
              AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.subject = $15 AND o.id <> $1)
            """,
            Values(account),
            cancellation).ConfigureAwait(false) > 0;
    }

    public async ValueTask<bool> DeleteAsync(AccountId id, CancellationToken cancellation) => await _connections.WriteAsync(
        """
        WITH sessions_gone AS (DELETE FROM sessions WHERE account = $1), link_gone AS (DELETE FROM account_links WHERE account = $1)
        DELETE FROM accounts WHERE id = $1
        """,
        [Of(id.Value)],
        cancellation).ConfigureAwait(false) > 0;

    public async ValueTask KeepLinkAsync(AccountLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        await _connections.WriteAsync(
            """
            INSERT INTO account_links (account, digest, purpose, until_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, purpose = excluded.purpose, until_at = excluded.until_at
            """,
            [
                Of(AccountFormat.Write(link.Account)), Of(link.Digest), Of(AccountFormat.Write(link.Purpose)), Of(link.Until.Microseconds),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<AccountLink?> FindLinkAsync(string digest, CancellationToken cancellation) => await _connections.ReadAsync(
        "SELECT account, purpose, until_at FROM account_links WHERE digest = $1",
        [Of(digest)],
        async (row, cancellation) => await row.ReadAsync(cancellation).ConfigureAwait(false)
            ? new AccountLink(
                digest, AccountFormat.ReadAccount(row.GetString(0)), AccountFormat.ReadPurpose(row.GetString(1)), new(row.GetInt64(2)))
            : null,
        cancellation).ConfigureAwait(false);

    public async ValueTask<bool> TakeLinkAsync(string digest, CancellationToken cancellation) => await _connections.WriteAsync(
        "DELETE FROM account_links WHERE digest = $1", [Of(digest)], cancellation).ConfigureAwait(false) > 0;

    /// <summary>Reads <see cref="Columns"/> from <paramref name="at"/> on.</summary>
    internal static Account Read(NpgsqlDataReader row, int at) => new(
        new(row.GetString(at)),
        row.GetString(at + 1),
        row.GetString(at + 2),
        row.GetString(at + 3),
        Text(row, at + 4) is { } chain ? new ChainId(chain) : null,
        AccountFormat.ReadStores(row.GetString(at + 5)))
    {
        PasswordHash = Text(row, at + 6),
        IsLocked = row.GetBoolean(at + 7),
        Failures = new(row.GetInt32(at + 8), row.IsDBNull(at + 9) ? null : new Instant(row.GetInt64(at + 9))),
        SecondStep = AccountFormat.ReadStep(Text(row, at + 10), row.GetInt64(at + 11), row.GetString(at + 12)),
        UnconfirmedSecret = Text(row, at + 13),
        Subject = Text(row, at + 14),
        Version = row.GetInt64(at + 15),
        CreatedAt = new(row.GetInt64(at + 16)),
        ChangedAt = new(row.GetInt64(at + 17)),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static NpgsqlParameter[] Values(Account account) =>
    [
        Of(account.Id.Value), Of(account.SignInName), Of(Account.KeyOf(account.SignInName)), Of(account.Name), Of(account.Role),
        Of(AccountFormat.Write(account.Stores)), OfText(account.PasswordHash), Of(account.IsLocked), Of(account.Failures.Count),
        OfNumber(account.Failures.Until?.Microseconds), OfText(account.SecondStep?.Secret), Of(account.SecondStep?.LastStep ?? 0),
        Of(AccountFormat.WriteCodes(account.SecondStep)), OfText(account.UnconfirmedSecret), OfText(account.Subject),
        Of(account.ChangedAt.Microseconds), Of(account.Version),
    ];

    private static NpgsqlParameter OfNumber(long? value) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint, Value = value is { } number ? number : DBNull.Value };

    private async ValueTask<Account?> FindAsync(string sql, string value, CancellationToken cancellation) =>
        await AllAsync(sql, [Of(value)], cancellation).ConfigureAwait(false) is [var found] ? found : null;

    private Task<IReadOnlyList<Account>> AllAsync(string sql, NpgsqlParameter[] values, CancellationToken cancellation) =>
        _connections.ReadAsync<IReadOnlyList<Account>>(
            sql,
            values,
            static async (row, cancellation) =>
            {
                var all = new List<Account>();
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                    all.Add(Read(row, 0));
                return all;
            },
            cancellation);
}
