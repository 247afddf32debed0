using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>The journal in one SQLite file (see docs/architecture.md, "The journal").</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly SqliteStore _store;

    internal SqliteJournal(SqliteStore store)
    {
        _store = store;
        store.Committed += batch => Committed?.Invoke(batch);
    }

    public event Action<CommittedBatch>? Committed;

    /// <summary>Never raised: a file has one process, and nobody would tell of another.</summary>
    public event Action<ChainId, long>? Advanced
    {
        add { }
        remove { }
    }

    public ValueTask<MemberRecord?> FindAsync(MemberKey key, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(static (session, key) => Find(session, key), key));

    public ValueTask<IReadOnlyDictionary<string, ContentFingerprint>> FindTakenAsync(
        ChainId chain, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<string, ContentFingerprint>>(session =>
        {
            var taken = new Dictionary<string, ContentFingerprint>(StringComparer.Ordinal);
            var find = session.Prepared(
                """
                SELECT e.fingerprint FROM chains c JOIN taken t ON t.chain = c.no JOIN events e ON e.place = t.place
                WHERE c.id = ?1 AND t.id = ?2
                """);
            foreach (var id in ids)
            {
                if (!find.Bind(1, chain.Value).Bind(2, id).Step())
                    continue;
                taken[id] = FingerprintFormat.Read(find.Blob(0));
                find.Reset();
            }

            return taken;
        }));

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(append);
        var request = new SqliteAppendRequest(new(append));
        _store.Writer.Enqueue(request);
        // Not cancelled half-way: whether it was stored must be known.
        return new(request.Done);
    }

    public ValueTask<long> HeadAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(
            static (session, chain) => session.Prepared("SELECT head FROM chains WHERE id = ?1").Bind(1, chain.Value).Scalar() ?? 0,
            chain));

    private static MemberRecord? Find(SqliteSession session, MemberKey key)
    {
        var find = session.Prepared(
            """
            SELECT m.no, m.version, m.rules_version, m.due_at, m.format, m.state
            FROM chains c JOIN members m ON m.chain = c.no WHERE c.id = ?1 AND m.id = ?2
            """).Bind(1, key.Chain.Value).Bind(2, key.Member.Value);
        if (!find.Step())
            return null;
        var record = Record(session, key, find, 0);
        find.Reset();
        return record;
    }

    /// <summary>Reads a member from the columns no, version, rules_version, due_at, format and state.</summary>
    internal static MemberRecord Record(SqliteSession session, MemberKey key, Statement row, int first)
    {
        var number = row.Number(first);
        var state = row.Number(first + 4) == MemberFormat.Version
            ? MemberFormat.Read(row.Blob(first + 5))
            : MemberFormat.Rebuild(SqliteEvents.OfMember(session, number), row.Blob(first + 5));
        return new(
            key,
            number,
            row.Number(first + 1),
            state with { Id = key.Member },
            row.Number(first + 2),
            row.IsNull(first + 3) ? null : new Instant(row.Number(first + 3)));
    }
}
