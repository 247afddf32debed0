using Engagement.Domain.Identity;
using Engagement.Journal.Profiles;

namespace Engagement.Journal.Sqlite;

/// <summary>Who must not be contacted, in one SQLite file.</summary>
public sealed class SqliteSuppressions : ISuppressions
{
    private readonly SqliteStore _store;

    internal SqliteSuppressions(SqliteStore store) => _store = store;

    public async ValueTask<int> AddAsync(ChainId chain, IReadOnlyList<Suppression> contacts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return await _store.WriteAsync(session => contacts.Sum(contact => session.Prepared(
            """
            INSERT INTO suppressions (chain, digest, kind, reason, added_at, added_by) SELECT no, ?2, ?3, ?4, ?5, ?6 FROM chains WHERE id = ?1
            ON CONFLICT DO NOTHING
            """)
            .Bind(1, chain.Value).Bind(2, contact.Digest).Bind(3, (long)contact.Kind).Bind(4, contact.Reason)
            .Bind(5, contact.At.Microseconds).Bind(6, contact.By).Run())).ConfigureAwait(false);
    }

    public async ValueTask<bool> LiftAsync(ChainId chain, byte[] digest, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared(
            "DELETE FROM suppressions WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND digest = ?2")
            .Bind(1, chain.Value).Bind(2, digest).Run() > 0).ConfigureAwait(false);

    public ValueTask<bool> CoversAsync(ChainId chain, IReadOnlyCollection<byte[]> digests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digests);
        return digests.Count == 0
            ? ValueTask.FromResult(false)
            : ValueTask.FromResult(_store.Readers.Read(session => digests.Any(digest => session.Prepared(
                "SELECT 1 FROM suppressions WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND digest = ?2")
                .Bind(1, chain.Value).Bind(2, digest).Scalar() is not null)));
    }

    public ValueTask<IReadOnlyList<Suppression>> ListAsync(
        ChainId chain, SuppressionPlace? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<Suppression>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT digest, kind, reason, added_at, added_by FROM suppressions WHERE chain = (SELECT no FROM chains WHERE id = ?1)
                  AND (added_at < ?2 OR (added_at = ?2 AND digest > ?3)) ORDER BY added_at DESC, digest LIMIT ?4
                """)
                .Bind(1, chain.Value)
                .Bind(2, after?.At.Microseconds ?? long.MaxValue)
                .Bind(3, after is { } place ? Convert.FromHexString(place.Digest) : [])
                .Bind(4, limit);
            var found = new List<Suppression>();
            while (rows.Step())
                found.Add(new(rows.Blob(0).ToArray(), (ContactKind)rows.Number(1), rows.Text(2), new(rows.Number(3)), rows.Text(4)));
            return found;
        }));
}
