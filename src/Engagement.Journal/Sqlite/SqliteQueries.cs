using System.Runtime.InteropServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Sqlite;

/// <summary>Lists, timelines and boards from one SQLite file.</summary>
public sealed class SqliteQueries : IJournalQueries
{
    private readonly SqliteReaders _readers;

    internal SqliteQueries(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<CommittedEvent>> FeedAsync(
        ChainId chain, long after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session =>
        {
            if (Number(session, chain) is not { } number)
                return [];
            return SqliteEvents.ReadAll(session.Prepared(
                $"""
                SELECT {SqliteEvents.Columns} FROM events e JOIN members m ON m.no = e.member
                WHERE e.place > ?1 AND e.place < ?2 ORDER BY e.place LIMIT ?3
                """).Bind(1, Places.Of(number, after)).Bind(2, Places.Of(number + 1, 0)).Bind(3, limit));
        }));

    public ValueTask<IReadOnlyList<CommittedEvent>> HappenedAsync(
        ChainId chain, StoreId? store, TimelinePlace before, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session =>
        {
            if (Number(session, chain) is not { } number)
                return [];
            return SqliteEvents.ReadAll(session.Prepared(
                $"""
                SELECT {SqliteEvents.Columns} FROM events e INDEXED BY events_by_time JOIN members m ON m.no = e.member
                WHERE e.place >> 40 = ?1 AND (e.at, e.place) < (?2, ?3) AND (?4 IS NULL OR e.store = ?4)
                ORDER BY e.at DESC, e.place DESC LIMIT ?5
                """)
                .Bind(1, number)
                .Bind(2, before.At.Microseconds)
                .Bind(3, Places.Of(number, before.Position))
                .Bind(4, store?.Value)
                .Bind(5, limit));
        }));

    public ValueTask<IReadOnlyList<CommittedEvent>> TimelineAsync(
        MemberKey key, TimelinePlace? before, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session =>
        {
            if (Row(session, key) is not var (chain, row))
                return [];
            var place = before ?? new(new(long.MaxValue), 0);
            return SqliteEvents.ReadAll(session.Prepared(
                $"""
                SELECT {SqliteEvents.Columns} FROM events e JOIN members m ON m.no = e.member
                WHERE e.member = ?1 AND (e.at, e.place) < (?2, ?3) ORDER BY e.at DESC, e.place DESC LIMIT ?4
                """).Bind(1, row).Bind(2, place.At.Microseconds).Bind(3, Places.Of(chain, place.Position)).Bind(4, limit));
        }));

    public ValueTask<TimelinePlace?> PlaceAsync(MemberKey key, long position, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<TimelinePlace?>(session =>
        {
            if (Row(session, key) is not var (chain, row))
                return null;
            var at = session.Prepared("SELECT at FROM events WHERE place = ?1 AND member = ?2")
                .Bind(1, Places.Of(chain, position)).Bind(2, row).Scalar();
            return at is { } microseconds ? new TimelinePlace(new(microseconds), position) : null;
        }));

    public ValueTask<IReadOnlyList<CommittedEvent>> HistoryAsync(MemberKey key, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session =>
            Row(session, key) is var (_, row) ? SqliteEvents.OfMember(session, row) : []));

    public ValueTask<IReadOnlyList<CommittedEvent>> CardFlagsAsync(
        ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<CommittedEvent>>(session =>
        {
            if (Number(session, chain) is not { } number)
                return [];
            // The type is written out, for an index of some rows serves only those who ask for just these.
            return SqliteEvents.ReadAll(session.Prepared(
                $"""
                SELECT {SqliteEvents.Columns} FROM events e INDEXED BY events_of_card_flags JOIN members m ON m.no = e.member
                WHERE e.type = 'card_use_suspicious.v1' AND e.place > ?1 AND e.place < ?2 AND (?3 IS NULL OR e.store = ?3)
                ORDER BY e.place DESC LIMIT ?4
                """)
                .Bind(1, Places.Of(number, 0))
                .Bind(2, before is { } position ? Places.Of(number, position) : Places.Of(number + 1, 0))
                .Bind(3, store?.Value)
                .Bind(4, limit));
        }));

    public ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read(session => Search(session, chain, search)));

    public ValueTask<BoardReading> BoardAsync(ChainId chain, BoardAsked asked, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.ReadConsistently(session =>
        {
            if (asked.Overdue is not null)
                Overdue(session, chain, asked, cancellation);
            return Board(session, chain, asked.At, asked.EventsFrom);
        }));

    private static IReadOnlyList<MemberRow> Search(SqliteSession session, ChainId chain, MemberSearch search)
    {
        if (Number(session, chain) is not { } number)
            return [];
        // Fixed texts only: which index serves depends on what is asked for.
        var filter = (search.Stage, search.Flags) switch
        {
            ({ }, _) => "AND stage = ?7 AND (flags & ?5) = ?5",
            (null, not AttentionFlags.None) => "AND flags <> 0 AND (flags & ?5) = ?5",
            _ => "",
        };
        var kept = search.WithErased ? "" : "AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.chain = members.chain AND e.member = members.id)";
        var group = search.Group is null ? "" : "AND ?9 = (SELECT s.score_group FROM member_scores s WHERE s.member = members.no)";
        var scores = search.Scores is null ? "" : $"AND EXISTS (SELECT 1 FROM member_scores s WHERE s.member = members.no AND {ScoresAre("?10", "?11", "?12")})";
        var rows = session.Prepared(
            $"""
            SELECT id, home, stage, stage_since, flags, due_at FROM members
            WHERE chain = ?1 AND id > ?2 AND id >= ?3 AND id < ?4 AND (?6 IS NULL OR home = ?6) {filter} {group} {scores} {kept}
            ORDER BY id LIMIT ?8
            """)
            .Bind(1, number)
            .Bind(2, search.After?.Value ?? "")
            .Bind(3, search.IdPrefix ?? "")
            .Bind(4, (search.IdPrefix ?? "") + char.ConvertFromUtf32(0x10FFFF))
            .Bind(6, search.Home?.Value)
            .Bind(8, search.Limit);
        if (filter.Length > 0)
            rows.Bind(5, (long)search.Flags);
        if (search.Stage is { } stage)
            rows.Bind(7, (long)stage);
        if (search.Group is { } scored)
            rows.Bind(9, (long)scored);
        if (search.Scores is var (r, f, m))
            rows.Bind(10, r).Bind(11, f).Bind(12, m);
        return Rows(rows);
    }

    /// <summary>Whether the scores in s are those that were asked for, each by the parameter that says so or is null.</summary>
    internal static string ScoresAre(string r, string f, string m) =>
        $"({r} IS NULL OR s.r = {r}) AND ({f} IS NULL OR s.f = {f}) AND ({m} IS NULL OR s.m = {m})";

    /// <summary>Members as lists show them: id, home, stage, since when, flags, due at.</summary>
    internal static List<MemberRow> Rows(Statement rows)
    {
        var found = new List<MemberRow>();
        while (rows.Step())
        {
            found.Add(new(
                new(rows.Text(0)),
                rows.TextOrNull(1) is { } home ? new StoreId(home) : null,
                (Stage)rows.Number(2),
                new(rows.Number(3)),
                (AttentionFlags)rows.Number(4),
                rows.IsNull(5) ? null : new Instant(rows.Number(5))));
        }

        return found;
    }

    private static BoardReading Board(SqliteSession session, ChainId chain, Instant? at, Instant from)
    {
        var levels = new Dictionary<StoreKey, Levels>();
        var find = session.Prepared("SELECT no, head FROM chains WHERE id = ?1").Bind(1, chain.Value);
        if (!find.Step())
            return new(0, levels, []);
        var (number, head) = (find.Number(0), find.Number(1));
        find.Reset();

        // Whole days come from the sums; what happened on the last, unfinished day is added move by move.
        var untilDay = at?.UtcDay ?? long.MaxValue;
        var sums = session.Prepared(
            "SELECT store, level, sum(delta) FROM levels WHERE chain = ?1 AND day < ?2 GROUP BY store, level")
            .Bind(1, number).Bind(2, untilDay);
        while (sums.Step())
            LevelsOf(levels, Home(sums.Text(0)))[(int)sums.Number(1)] = sums.Number(2);

        var readFrom = at is { } instant ? Instant.Earlier(from, Instant.StartOfUtcDay(instant.UtcDay)) : from;
        var events = SqliteEvents.ReadAll(session.Prepared(
            $"""
            SELECT {SqliteEvents.Columns} FROM events e JOIN members m ON m.no = e.member
            WHERE (e.place >> 40) = ?1 AND e.at BETWEEN ?2 AND ?3 ORDER BY e.at, e.place
            """).Bind(1, number).Bind(2, readFrom.Microseconds).Bind(3, at?.Microseconds ?? long.MaxValue));
        if (at is not null)
            Levels.AddUnfinishedDay(levels, events, untilDay);
        return new(head, levels, [.. events.Where(happened => happened.At >= from)]);
    }

    private static void Overdue(SqliteSession session, ChainId chain, BoardAsked asked, CancellationToken cancellation)
    {
        var rows = session.Prepared(
            """
            SELECT m.id, m.no, m.version, m.rules_version, m.due_at, m.format, m.state
            FROM chains c JOIN members m ON m.chain = c.no WHERE c.id = ?1 AND m.due_at <= ?2
            """).Bind(1, chain.Value).Bind(2, asked.OverdueAt.Microseconds);
        while (rows.Step())
        {
            cancellation.ThrowIfCancellationRequested();
            asked.Overdue!(SqliteJournal.Record(session, new(chain, new(rows.Text(0))), rows, 1));
        }
    }

    internal static long? Number(SqliteSession session, ChainId chain) =>
        session.Prepared("SELECT no FROM chains WHERE id = ?1").Bind(1, chain.Value).Scalar();

    private static (long Chain, long Row)? Row(SqliteSession session, MemberKey key)
    {
        if (Number(session, key.Chain) is not { } chain)
            return null;
        var row = session.Prepared("SELECT no FROM members WHERE chain = ?1 AND id = ?2")
            .Bind(1, chain).Bind(2, key.Member.Value).Scalar();
        return row is { } number ? (chain, number) : null;
    }

    private static StoreKey Home(string stored) => new(stored.Length == 0 ? null : new StoreId(stored));

    private static Levels LevelsOf(Dictionary<StoreKey, Levels> levels, StoreKey home) =>
        CollectionsMarshal.GetValueRefOrAddDefault(levels, home, out _) ??= new();
}
