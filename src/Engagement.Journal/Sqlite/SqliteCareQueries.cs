using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Care;

namespace Engagement.Journal.Sqlite;

/// <summary>Lists of tasks and messages from one SQLite file.</summary>
public sealed class SqliteCareQueries : ICareQueries
{
    private const string Tasks =
        """
        SELECT t.id, m.id, t.store, t.number, t.kind, t.source, t.run, t.step, t.title, t.script, t.offer, t.opened_at, t.due_at,
          t.expires_at, t.state, t.assignee, t.snoozed_until, t.escalated, t.outcome, t.closed_at
        FROM tasks t JOIN members m ON m.no = t.member
        """;

    private const string Messages =
        """
        SELECT s.id, m.id, s.run, s.step, s.playbook, s.template, s.channel, s.offer, s.state, s.planned_at, s.sent_at, s.decisions, m.home
        FROM messages s JOIN members m ON m.no = s.member
        """;

    private readonly SqliteReaders _readers;

    internal SqliteCareQueries(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<TaskRow>> TasksAsync(ChainId chain, TaskSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return ValueTask.FromResult(_readers.Read<IReadOnlyList<TaskRow>>(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return [];
            var rows = session.Prepared($"{Tasks} WHERE {CareFilters.Of(search, "?1", "?")} ORDER BY t.due_at, t.id LIMIT ?5")
                .Bind(1, number)
                .Bind(2, search.After?.DueAt.Microseconds ?? long.MinValue)
                .Bind(3, search.After?.Id ?? "")
                .Bind(4, CareFilters.Mask(search.States))
                .Bind(5, search.Limit);
            if (search.Store is { } store)
                rows.Bind(6, store.Value);
            if (search.Assignee is { } assignee)
                rows.Bind(7, assignee.Value);
            if (search.Member is { } member)
                rows.Bind(8, member.Value);
            if (search.OverdueAt is { } overdue)
                rows.Bind(9, overdue.Microseconds);
            if (search.OpenAt is { } then)
                rows.Bind(10, then.Microseconds);
            return All(rows, ReadTask);
        }));
    }

    public ValueTask<TaskCounts> CountTasksAsync(ChainId chain, TaskCountAsked asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return ValueTask.FromResult(_readers.Read(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return new TaskCounts(0, 0, 0, 0, 0, 0, 0);
            var row = session.Prepared(CareFilters.CountsOf(asked, "?1", "?"))
                .Bind(1, number)
                .Bind(2, asked.Now.Microseconds)
                .Bind(3, asked.Soon.Microseconds);
            if (asked.Store is { } store)
                row.Bind(4, store.Value);
            if (asked.Mine is { } mine)
                row.Bind(5, mine.Value);
            return All(row, counts => ReadCounts(counts))[0];
        }));
    }

    public ValueTask<IReadOnlyDictionary<StoreKey, TaskCounts>> CountTasksByStoreAsync(
        ChainId chain, Instant now, Instant soon, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyDictionary<StoreKey, TaskCounts>>(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return new Dictionary<StoreKey, TaskCounts>();
            var rows = session.Prepared(CareFilters.CountsByStore("?1", "?")).Bind(1, number).Bind(2, now.Microseconds).Bind(3, soon.Microseconds);
            return All(rows, row => (Home: StoreOrNull(row, 0), Counts: ReadCounts(row, 1))).ToDictionary(row => new StoreKey(row.Home), row => row.Counts);
        }));

    public ValueTask<IReadOnlyList<DoneTask>> DoneTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<DoneTask>>(session => SqliteQueries.Number(session, chain) is not { } number ? [] : All(
            Done(
                session.Prepared(
                    $"""
                    SELECT t.assignee, m.id, t.store, t.closed_at, t.outcome FROM tasks t JOIN members m ON m.no = t.member
                    WHERE {CareFilters.Done(store, "?1", "?")} AND t.assignee IS NOT NULL ORDER BY t.closed_at, t.id
                    """),
                number, store, from, to),
            row => new DoneTask(new(row.Text(0)), new(row.Text(1)), StoreOrNull(row, 2), new(row.Number(3)), row.Text(4)))));

    public ValueTask<IReadOnlyList<CommittedEvent>> RenewalsAfterTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, TimeSpan within, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session => SqliteQueries.Number(session, chain) is not { } number ? [] : SqliteEvents.ReadAll(
            Done(
                session.Prepared(
                    $"""
                    SELECT {SqliteEvents.Columns} FROM events e JOIN members m ON m.no = e.member WHERE e.place IN (
                      SELECT n.place FROM tasks t CROSS JOIN events n ON n.member = t.member AND n.at > t.closed_at AND n.at <= t.closed_at + ?5
                      WHERE {CareFilters.Done(store, "?1", "?")} AND {CareFilters.IsRenewal})
                    ORDER BY e.place
                    """).Bind(5, within.Ticks / TimeSpan.TicksPerMicrosecond),
                number, store, from, to))));

    public ValueTask<TaskRow?> TaskAsync(ChainId chain, string id, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read(session => All(
            session.Prepared($"{Tasks} WHERE t.chain = (SELECT no FROM chains WHERE id = ?1) AND t.id = ?2").Bind(1, chain.Value).Bind(2, id),
            ReadTask).FirstOrDefault()));

    public ValueTask<IReadOnlyList<MessageRow>> MessagesAsync(ChainId chain, MessageSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return ValueTask.FromResult(_readers.Read<IReadOnlyList<MessageRow>>(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return [];
            var rows = session.Prepared($"{Messages} WHERE {CareFilters.Of(search, "?1", "?")} ORDER BY s.planned_at DESC, s.id DESC LIMIT ?4")
                .Bind(1, number)
                .Bind(2, search.Before?.PlannedAt.Microseconds ?? long.MaxValue)
                .Bind(3, search.Before?.Id ?? "")
                .Bind(4, search.Limit);
            if (search.State is { } state)
                rows.Bind(5, (long)state);
            if (search.Member is { } member)
                rows.Bind(6, member.Value);
            if (search.Playbook is { } playbook)
                rows.Bind(7, playbook);
            if (search.Channel is { } channel)
                rows.Bind(8, channel);
            return All(rows, ReadMessage);
        }));
    }

    public ValueTask<MessageRow?> MessageAsync(ChainId chain, string id, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read(session => All(
            session.Prepared($"{Messages} WHERE s.chain = (SELECT no FROM chains WHERE id = ?1) AND s.id = ?2").Bind(1, chain.Value).Bind(2, id),
            ReadMessage).FirstOrDefault()));

    private static Statement Done(Statement rows, long chain, StoreId? store, Instant from, Instant to)
    {
        rows.Bind(1, chain).Bind(2, from.Microseconds).Bind(3, to.Microseconds);
        return store is { } place ? rows.Bind(4, place.Value) : rows;
    }

    private static StoreId? StoreOrNull(Statement row, int column) => row.TextOrNull(column) is { } store ? new StoreId(store) : null;

    private static List<T> All<T>(Statement rows, Func<Statement, T> read)
    {
        var all = new List<T>();
        while (rows.Step())
            all.Add(read(rows));
        return all;
    }

    private static TaskRow ReadTask(Statement row) => new(
        row.Text(0),
        new(row.Text(1)),
        row.TextOrNull(2) is { } store ? new StoreId(store) : null,
        new StaffTask(
            (int)row.Number(3),
            row.Text(4),
            row.Text(5),
            row.IsNull(6) ? null : new((int)row.Number(6), (int)row.Number(7)),
            row.Text(8),
            row.TextOrNull(9),
            row.TextOrNull(10),
            new(row.Number(11)),
            new(row.Number(12)),
            InstantOrNull(row, 13))
        {
            State = (TaskState)row.Number(14),
            Assignee = row.TextOrNull(15) is { } assignee ? new StaffId(assignee) : null,
            SnoozedUntil = InstantOrNull(row, 16),
            IsEscalated = row.Number(17) != 0,
        },
        row.TextOrNull(18),
        InstantOrNull(row, 19));

    private static MessageRow ReadMessage(Statement row) => new(
        row.Text(0),
        new(row.Text(1)),
        new((int)row.Number(2), (int)row.Number(3)),
        row.Text(4),
        row.Text(5),
        row.Text(6),
        row.TextOrNull(7),
        (MessageState)row.Number(8),
        new(row.Number(9)),
        InstantOrNull(row, 10),
        DecisionFormat.Read(row.Text(11)))
    {
        Store = row.TextOrNull(12) is { } home ? new StoreId(home) : null,
    };

    private static TaskCounts ReadCounts(Statement row, int first = 0) => new(
        row.Number(first), row.Number(first + 1), row.Number(first + 2), row.Number(first + 3), row.Number(first + 4), row.Number(first + 5),
        row.Number(first + 6));

    private static Instant? InstantOrNull(Statement row, int column) => row.IsNull(column) ? null : new Instant(row.Number(column));
}
