using Engagement.Domain.Identity;
using Engagement.Journal.Formats;
using Engagement.Journal.Histories;

namespace Engagement.Journal.Sqlite;

/// <summary>The whole history of a chain from one SQLite file.</summary>
public sealed class SqliteHistories : IHistories
{
    private readonly SqliteReaders _readers;

    internal SqliteHistories(SqliteStore store) => _readers = store.Readers;

    public ValueTask<HistoryExtent?> ExtentAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read(session =>
        {
            var row = session.Prepared(
                "SELECT c.head, (SELECT min(no) FROM members WHERE chain = c.no), (SELECT max(no) FROM members WHERE chain = c.no) FROM chains c WHERE c.id = ?1")
                .Bind(1, chain.Value);
            if (!row.Step())
                return null;
            var extent = new HistoryExtent(row.Number(0), row.IsNull(1) ? 1 : row.Number(1), row.IsNull(2) ? 0 : row.Number(2));
            row.Reset();
            return extent;
        }));

    public ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(
        ChainId chain, long first, long last, long head, IReadOnlySet<StoreId> stores, Func<string, bool> needsData, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.ReadConsistently<IReadOnlyList<MemberHistory>>(session =>
        {
            var members = Members(session, chain, first, last, stores);
            if (members.Count == 0)
                return [];
            // The rows of a member come in no order of their own: to sort them here is cheaper than there.
            var rows = session.Prepared(
                """
                SELECT m.no, e.place, e.type, e.store, e.at, e.id, e.data, e.fingerprint FROM members m CROSS JOIN events e ON e.member = m.no
                WHERE m.chain = (SELECT no FROM chains WHERE id = ?1) AND m.no BETWEEN ?2 AND ?3 ORDER BY m.no
                """).Bind(1, chain.Value).Bind(2, first).Bind(3, last);
            var of = 0L;
            (MemberHistory History, List<CommittedEvent> Events)? read = null;
            while (rows.Step())
            {
                if (rows.Number(0) is var number && number != of)
                    (of, read) = (number, members.TryGetValue(number, out var member) ? member : null);
                if (read is var (history, told) && Places.Position(rows.Number(1)) <= head)
                    told.Add(Event(rows, history.Id, needsData));
            }

            foreach (var (_, events) in members.Values)
                events.Sort(static (left, right) => left.Position.CompareTo(right.Position));
            return [.. members.Values.Select(each => each.History)];
        }));

    private static SortedDictionary<long, (MemberHistory History, List<CommittedEvent> Events)> Members(
        SqliteSession session, ChainId chain, long first, long last, IReadOnlySet<StoreId> stores)
    {
        var members = new SortedDictionary<long, (MemberHistory, List<CommittedEvent>)>();
        var rows = session.Prepared(
            "SELECT no, id, home, state FROM members WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND no BETWEEN ?2 AND ?3")
            .Bind(1, chain.Value).Bind(2, first).Bind(3, last);
        while (rows.Step())
        {
            if (stores.Count > 0 && !(rows.TextOrNull(2) is { } home && stores.Contains(new(home))))
                continue;
            var events = new List<CommittedEvent>();
            members[rows.Number(0)] = (new(new(rows.Text(1)), MemberFormat.BirthdayOf(rows.Blob(3)), events), events);
        }

        return members;
    }

    private static CommittedEvent Event(Statement row, MemberId member, Func<string, bool> needsData)
    {
        var type = string.Intern(row.Text(2));
        var isNeeded = needsData(type);
        return new(
            Places.Position(row.Number(1)),
            type,
            member,
            row.TextOrNull(3) is { } store ? new StoreId(store) : null,
            new(row.Number(4)),
            isNeeded ? row.TextOrNull(5) : null,
            isNeeded ? row.Blob(6).ToArray() : default)
        {
            Fingerprint = !isNeeded || row.IsNull(7) ? default : FingerprintFormat.Read(row.Blob(7)),
        };
    }
}
