using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The chains in a database that many nodes share.</summary>
public sealed class PostgresChainDirectory : IChainDirectory
{
    private readonly PostgresConnections _connections;
    private readonly string _node;

    internal PostgresChainDirectory(PostgresStore store)
    {
        _connections = store.Connections;
        _node = store.Node;
        store.Listener.ChainsChanged += () => Changed?.Invoke();
    }

    public event Action? Changed;

    public async ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation) => await _connections.ReadAsync(
        "SELECT id, document FROM chains ORDER BY id",
        [],
        static async (reader, cancellation) =>
        {
            var chains = new List<Chain>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                chains.Add(ChainFormat.Read(new(reader.GetString(0)), reader.GetString(1)));
            return chains;
        },
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<ChainId, long>> VersionsAsync(CancellationToken cancellation) =>
        await _connections.ReadAsync(
            "SELECT id, version FROM chains",
            [],
            static async (reader, cancellation) =>
            {
                var versions = new Dictionary<ChainId, long>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    versions[new(reader.GetString(0))] = reader.GetInt64(1);
                return versions;
            },
            cancellation).ConfigureAwait(false);

    public ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation) =>
        OneAsync(chain, "SELECT document FROM chains WHERE id = $1", [Of(chain.Value)], cancellation);

    public ValueTask<Chain?> FindAsync(ChainId chain, long rulesVersion, CancellationToken cancellation) => OneAsync(
        chain,
        "SELECT r.document FROM chains c JOIN chain_rules r ON r.chain = c.no WHERE c.id = $1 AND r.rules_version = $2",
        [Of(chain.Value), Of(rulesVersion)],
        cancellation);

    public ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation) => SaveAsync(chain, [], cancellation);

    public async ValueTask<bool> SaveAsync(Chain chain, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var change = chain.Version == 1
            ? "INSERT INTO chains (id, version, rules_version, document) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
            : "UPDATE chains SET version = $2, rules_version = $3, document = $4 WHERE id = $1 AND version = $2 - 1";
        return await _connections.ReadAsync(
            $"""
            WITH saved AS ({change} RETURNING no),
            headed AS (INSERT INTO heads (chain) SELECT no FROM saved ON CONFLICT DO NOTHING),
            ruled AS (
              INSERT INTO chain_rules (chain, rules_version, document) SELECT no, $3, $4 FROM saved
              ON CONFLICT (chain, rules_version) DO UPDATE SET document = excluded.document),
            versioned AS (
              INSERT INTO policy_versions (chain, store, version, at, by_whom, note, document, changes)
              SELECT saved.no, given.* FROM saved, unnest($6, $7, $8, $9, $10, $11, $12) AS given
              ON CONFLICT (chain, store, version) DO NOTHING)
            SELECT no, pg_notify('engagement', $5) FROM saved
            """,
            [
                Of(chain.Id.Value), Of(chain.Version), Of(chain.RulesVersion), Of(ChainFormat.Write(chain)),
                Of(PostgresListener.ChainChanged(_node, chain.Id)), .. PostgresPolicyVersions.Arrays(versions),
            ],
            static (reader, cancellation) => reader.ReadAsync(cancellation),
            cancellation).ConfigureAwait(false);
    }

    private async ValueTask<Chain?> OneAsync(
        ChainId id, string sql, IEnumerable<NpgsqlParameter> parameters, CancellationToken cancellation) => await _connections.ReadAsync(
        sql,
        parameters,
        async (reader, cancellation) =>
            await reader.ReadAsync(cancellation).ConfigureAwait(false) ? ChainFormat.Read(id, reader.GetString(0)) : null,
        cancellation).ConfigureAwait(false);
}
