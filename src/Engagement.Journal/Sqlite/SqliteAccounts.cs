using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Accounts;

namespace Engagement.Journal.Sqlite;

/// <summary>The staff's accounts in one SQLite file.</summary>
public sealed class SqliteAccounts : IAccounts
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    internal const string Columns =
        """
        a.id, a.sign_in_name, a.name, a.role, (SELECT c.id FROM chains c WHERE c.no = a.chain), a.stores, a.password, a.locked, a.failures,
        a.closed_until, a.secret, a.last_step, a.codes, a.unconfirmed, a.subject, a.version, a.created_at, a.changed_at
        """;

    private readonly SqliteStore _store;

    internal SqliteAccounts(SqliteStore store) => _store = store;

    public async ValueTask<bool> AddAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await _store.WriteAsync(session => Bind(
            session.Prepared(
                """
                INSERT INTO accounts (id, sign_in_name, sign_in_key, name, role, stores, password, locked, failures, closed_until, secret,
                  last_step, codes, unconfirmed, subject, changed_at, version, chain, created_at)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, (SELECT no FROM chains WHERE id = ?18), ?19
                WHERE ?18 IS NULL OR EXISTS (SELECT 1 FROM chains WHERE id = ?18)
                ON CONFLICT DO NOTHING
                """),
            account).Bind(18, account.Chain?.Value).Bind(19, account.CreatedAt.Microseconds).Run() > 0).ConfigureAwait(false);
    }

    public ValueTask<Account?> FindAsync(AccountId id, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.id = ?1", id.Value);

    public ValueTask<Account?> FindAsync(string signInName, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.sign_in_key = ?1", Account.KeyOf(signInName));

    public ValueTask<Account?> FindBySubjectAsync(string subject, CancellationToken cancellation) =>
        FindAsync($"SELECT {Columns} FROM accounts a WHERE a.subject = ?1", subject);

    public ValueTask<IReadOnlyList<Account>> ListAsync(ChainId? chain, AccountId? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<Account>>(session =>
        {
            var rows = session.Prepared(
                $"""
                SELECT {Columns} FROM accounts a
                WHERE a.chain IS (SELECT no FROM chains WHERE id = ?1) AND (?1 IS NULL OR a.chain IS NOT NULL) AND a.id > ?2 ORDER BY a.id LIMIT ?3
                """)
                .Bind(1, chain?.Value).Bind(2, AccountFormat.Write(after)).Bind(3, limit);
            var found = new List<Account>();
            while (rows.Step())
                found.Add(Read(rows, 0));
            return found;
        }));

    public async ValueTask<bool> ChangeAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await _store.WriteAsync(session => Bind(
            session.Prepared(
                """
                UPDATE OR IGNORE accounts SET sign_in_name = ?2, sign_in_key = ?3, name = ?4, role = ?5, stores = ?6, password = ?7, locked = ?8,
                  failures = ?9, closed_until = ?10, secret = ?11, last_step = ?12, codes = ?13, unconfirmed = ?14, subject = ?15,
                  changed_at = ?16, version = version + 1
                WHERE id = ?1 AND version = ?17
                """),
            account).Run() > 0).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(AccountId id, CancellationToken cancellation) => await _store.WriteAsync(session =>
    {
        session.Prepared("DELETE FROM sessions WHERE account = ?1").Bind(1, id.Value).Run();
        session.Prepared("DELETE FROM account_links WHERE account = ?1").Bind(1, id.Value).Run();
        return session.Prepared("DELETE FROM accounts WHERE id = ?1").Bind(1, id.Value).Run() > 0;
    }).ConfigureAwait(false);

    public async ValueTask KeepLinkAsync(AccountLink link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        await _store.WriteAsync(session => session.Prepared(
            "INSERT OR REPLACE INTO account_links (account, digest, purpose, until_at) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, AccountFormat.Write(link.Account)).Bind(2, link.Digest).Bind(3, AccountFormat.Write(link.Purpose))
            .Bind(4, link.Until.Microseconds).Run()).ConfigureAwait(false);
    }

    public ValueTask<AccountLink?> FindLinkAsync(string digest, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session =>
        {
            var row = session.Prepared("SELECT account, purpose, until_at FROM account_links WHERE digest = ?1").Bind(1, digest);
            AccountLink? found = null;
            while (row.Step())
                found = new(digest, AccountFormat.ReadAccount(row.Text(0)), AccountFormat.ReadPurpose(row.Text(1)), new(row.Number(2)));
            return found;
        }));

    public async ValueTask<bool> TakeLinkAsync(string digest, CancellationToken cancellation) => await _store.WriteAsync(session =>
        session.Prepared("DELETE FROM account_links WHERE digest = ?1").Bind(1, digest).Run() > 0).ConfigureAwait(false);

    /// <summary>Reads <see cref="Columns"/> from <paramref name="at"/> on.</summary>
    internal static Account Read(Statement row, int at) => new(
        new(row.Text(at)),
        row.Text(at + 1),
        row.Text(at + 2),
        row.Text(at + 3),
        row.TextOrNull(at + 4) is { } chain ? new ChainId(chain) : null,
        AccountFormat.ReadStores(row.Text(at + 5)))
    {
        PasswordHash = row.TextOrNull(at + 6),
        IsLocked = row.Number(at + 7) != 0,
        Failures = new((int)row.Number(at + 8), row.IsNull(at + 9) ? null : new Instant(row.Number(at + 9))),
        SecondStep = AccountFormat.ReadStep(row.TextOrNull(at + 10), row.Number(at + 11), row.Text(at + 12)),
        UnconfirmedSecret = row.TextOrNull(at + 13),
        Subject = row.TextOrNull(at + 14),
        Version = row.Number(at + 15),
        CreatedAt = new(row.Number(at + 16)),
        ChangedAt = new(row.Number(at + 17)),
    };

    private static Statement Bind(Statement statement, Account account) => statement
        .Bind(1, account.Id.Value).Bind(2, account.SignInName).Bind(3, Account.KeyOf(account.SignInName)).Bind(4, account.Name)
        .Bind(5, account.Role).Bind(6, AccountFormat.Write(account.Stores)).Bind(7, account.PasswordHash).Bind(8, account.IsLocked ? 1 : 0)
        .Bind(9, account.Failures.Count).Bind(10, account.Failures.Until?.Microseconds).Bind(11, account.SecondStep?.Secret)
        .Bind(12, account.SecondStep?.LastStep ?? 0).Bind(13, AccountFormat.WriteCodes(account.SecondStep))
        .Bind(14, account.UnconfirmedSecret).Bind(15, account.Subject).Bind(16, account.ChangedAt.Microseconds).Bind(17, account.Version);

    private ValueTask<Account?> FindAsync(string sql, string value) => ValueTask.FromResult(_store.Readers.Read(session =>
    {
        var row = session.Prepared(sql).Bind(1, value);
        Account? found = null;
        while (row.Step())
            found = Read(row, 0);
        return found;
    }));
}
