using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;

namespace Engagement.Journal.Sqlite;

/// <summary>The chains in one SQLite file.</summary>
public sealed class SqliteChainDirectory : IChainDirectory
{
    private readonly SqliteStore _store;

    internal SqliteChainDirectory(SqliteStore store) => _store = store;

    public ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<Chain>>(session =>
        {
            var rows = session.Prepared("SELECT id, document FROM chains ORDER BY id");
            var chains = new List<Chain>();
            while (rows.Step())
                chains.Add(ChainFormat.Read(new(rows.Text(0)), rows.Text(1)));
            return chains;
        }));

    /// <summary>Never raised: a file has one process, and nobody would tell of another.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public ValueTask<IReadOnlyDictionary<ChainId, long>> VersionsAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<ChainId, long>>(session =>
        {
            var rows = session.Prepared("SELECT id, version FROM chains");
            var versions = new Dictionary<ChainId, long>();
            while (rows.Step())
                versions[new(rows.Text(0))] = rows.Number(1);
            return versions;
        }));

    public ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => One(chain, session.Prepared(
            "SELECT document FROM chains WHERE id = ?1").Bind(1, chain.Value))));

    public ValueTask<Chain?> FindAsync(ChainId chain, long rulesVersion, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => One(chain, session.Prepared(
            """
            SELECT r.document FROM chains c JOIN chain_rules r ON r.chain = c.no WHERE c.id = ?1 AND r.rules_version = ?2
            """).Bind(1, chain.Value).Bind(2, rulesVersion))));

    public ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation) => SaveAsync(chain, [], cancellation);

    public async ValueTask<bool> SaveAsync(Chain chain, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var document = ChainFormat.Write(chain);
        return await _store.WriteAsync(session =>
        {
            var isNew = chain.Version == 1;
            var changed = session.Prepared(isNew
                ? "INSERT INTO chains (id, version, rules_version, document) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"
                : "UPDATE chains SET version = ?2, rules_version = ?3, document = ?4 WHERE id = ?1 AND version = ?2 - 1")
                .Bind(1, chain.Id.Value).Bind(2, chain.Version).Bind(3, chain.RulesVersion).Bind(4, document).Run();
            if (changed == 0)
                return false;
            session.Prepared(
                """
                INSERT INTO chain_rules (chain, rules_version, document) SELECT no, ?2, ?3 FROM chains WHERE id = ?1
                ON CONFLICT DO UPDATE SET document = excluded.document
                """).Bind(1, chain.Id.Value).Bind(2, chain.RulesVersion).Bind(3, document).Run();
            SqlitePolicyVersions.Save(session, chain.Id, versions);
            return true;
        }).ConfigureAwait(false);
    }

    private static Chain? One(ChainId id, Statement row)
    {
        if (!row.Step())
            return null;
        var chain = ChainFormat.Read(id, row.Text(0));
        row.Reset();
        return chain;
    }
}
