using Engagement.Domain.Identity;
using Engagement.Journal.Value;

namespace Engagement.Journal.Sqlite;

/// <summary>The members of a chain, from one SQLite file.</summary>
public sealed class SqliteMemberRoll : IMemberRoll
{
    private readonly SqliteReaders _readers;

    internal SqliteMemberRoll(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<MemberRecord>> PageAsync(ChainId chain, MemberId? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<MemberRecord>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT id, no, version, rules_version, due_at, format, state FROM members
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id > ?2 ORDER BY id LIMIT ?3
                """).Bind(1, chain.Value).Bind(2, after?.Value ?? "").Bind(3, limit);
            var found = new List<MemberRecord>();
            while (rows.Step())
                found.Add(SqliteJournal.Record(session, new(chain, new(rows.Text(0))), rows, 1));
            return found;
        }));
}
