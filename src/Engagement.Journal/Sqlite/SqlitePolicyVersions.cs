using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;

namespace Engagement.Journal.Sqlite;

/// <summary>The versions of policies in one SQLite file.</summary>
public sealed class SqlitePolicyVersions : IPolicyVersions
{
    private const string Columns = "store, version, at, by_whom, note, document, changes";

    private readonly SqliteReaders _readers;

    internal SqlitePolicyVersions(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<PolicyVersion>> ListAsync(
        ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<PolicyVersion>>(session =>
        {
            var rows = session.Prepared(
                $"""
                SELECT {Columns} FROM policy_versions
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND store = ?2 AND version < ?3 ORDER BY version DESC LIMIT ?4
                """).Bind(1, chain.Value).Bind(2, store?.Value ?? "").Bind(3, before ?? long.MaxValue).Bind(4, limit);
            var found = new List<PolicyVersion>();
            while (rows.Step())
                found.Add(Read(rows));
            return found;
        }));

    public ValueTask<PolicyVersion?> FindAsync(ChainId chain, StoreId? store, long version, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read(session =>
        {
            var row = session.Prepared(
                $"""
                SELECT {Columns} FROM policy_versions
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND store = ?2 AND version = ?3
                """).Bind(1, chain.Value).Bind(2, store?.Value ?? "").Bind(3, version);
            if (!row.Step())
                return null;
            var found = Read(row);
            row.Reset();
            return found;
        }));

    internal static void Save(SqliteSession session, ChainId chain, IReadOnlyList<PolicyVersion> versions)
    {
        foreach (var version in versions)
        {
            session.Prepared(
                """
                INSERT INTO policy_versions (chain, store, version, at, by_whom, note, document, changes)
                SELECT no, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM chains WHERE id = ?1 ON CONFLICT DO NOTHING
                """)
                .Bind(1, chain.Value).Bind(2, version.Store?.Value ?? "").Bind(3, version.Version).Bind(4, version.At?.Microseconds)
                .Bind(5, version.By).Bind(6, version.Note).Bind(7, version.Document).Bind(8, PolicyChangeFormat.Write(version.Changes)).Run();
        }
    }

    private static PolicyVersion Read(Statement row) => new(
        row.Text(0) is { Length: > 0 } store ? new StoreId(store) : null,
        row.Number(1),
        row.IsNull(2) ? null : new Instant(row.Number(2)),
        row.TextOrNull(3),
        row.TextOrNull(4),
        row.Text(5),
        PolicyChangeFormat.Read(row.Text(6)));
}
