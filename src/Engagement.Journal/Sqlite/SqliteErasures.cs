using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Journal.Erasure;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// The erasures of one SQLite file. What is deleted or made shorter is overwritten by SQLite itself (<c>secure_delete</c>); what pages
/// were divided and moved before lies about in them still, and goes with a sweep.
/// </summary>
public sealed class SqliteErasures : IErasures
{
    private const string Columns = "c.id, e.member, e.asked_at, e.by_whom, e.reason, e.step, e.done_at";

    /// <summary>More would hold up turns for longer than anybody should notice.</summary>
    private const int InOneCommit = 500;

    /// <summary>From here on a sweep puts its copy of the file beside it on the disk instead of into memory.</summary>
    private const long LargestInMemory = 64 * 1024 * 1024;

    private readonly SqliteStore _store;

    internal SqliteErasures(SqliteStore store) => _store = store;

    public event Action? Asked;

    public bool SweepsWhileOthersRead => true;

    public async ValueTask<AskedErasure?> AskAsync(MemberKey member, Instant at, string by, string? reason, CancellationToken cancellation)
    {
        await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO erasures (chain, member, asked_at, by_whom, reason) SELECT no, ?2, ?3, ?4, ?5 FROM chains WHERE id = ?1
            ON CONFLICT DO NOTHING
            """)
            .Bind(1, member.Chain.Value).Bind(2, member.Member.Value).Bind(3, at.Microseconds).Bind(4, by).Bind(5, reason).Run()).ConfigureAwait(false);
        Asked?.Invoke();
        return await FindAsync(member, cancellation).ConfigureAwait(false);
    }

    public ValueTask<AskedErasure?> FindAsync(MemberKey member, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => Read(session.Prepared(
            $"SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain WHERE c.id = ?1 AND e.member = ?2")
            .Bind(1, member.Chain.Value).Bind(2, member.Member.Value)).FirstOrDefault()));

    public ValueTask<IReadOnlyList<AskedErasure>> ListAsync(ChainId chain, MemberId after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<AskedErasure>>(session => Read(session.Prepared(
            $"SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain WHERE c.id = ?1 AND e.member > ?2 ORDER BY e.member LIMIT ?3")
            .Bind(1, chain.Value).Bind(2, after.Value).Bind(3, limit))));

    public async ValueTask<IReadOnlyList<AskedErasure>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        var isAny = _store.Readers.Read(session =>
            session.Prepared("SELECT 1 FROM erasures WHERE done_at IS NULL AND step < 4 AND leased_until <= ?1 LIMIT 1").Bind(1, now).Scalar());
        return isAny is null ? [] : await _store.WriteAsync(session =>
        {
            var claimed = Read(session.Prepared(
                $"""
                SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain
                WHERE e.done_at IS NULL AND e.step < 4 AND e.leased_until <= ?1 ORDER BY e.asked_at, e.member LIMIT ?2
                """).Bind(1, now).Bind(2, limit));
            foreach (var erasure in claimed)
                Lease(session, erasure.Member, erasure.Step, now + (long)lease.TotalMicroseconds);
            return claimed;
        }).ConfigureAwait(false);
    }

    public async ValueTask ReachAsync(MemberKey member, ErasureStep step, TimeSpan lease, CancellationToken cancellation)
    {
        var until = lease > TimeSpan.Zero ? Now + (long)lease.TotalMicroseconds : 0;
        await _store.WriteAsync(session => Lease(session, member, step, until)).ConfigureAwait(false);
    }

    public async ValueTask CleanAsync(MemberKey member, CancellationToken cancellation)
    {
        var row = _store.Readers.Read(session => session.Prepared(
            "SELECT m.no FROM chains c JOIN members m ON m.chain = c.no WHERE c.id = ?1 AND m.id = ?2")
            .Bind(1, member.Chain.Value).Bind(2, member.Member.Value).Scalar());
        if (row is { } number)
        {
            foreach (var places in PlacesOf(number).Chunk(InOneCommit))
                await _store.WriteAsync(session => Clean(session, places, Depth.Everything)).ConfigureAwait(false);
            await _store.WriteAsync(session => CleanRows(session, number)).ConfigureAwait(false);
        }

        await _store.WriteAsync(session => session.Prepared(
            "DELETE FROM referral_codes WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND member = ?2")
            .Bind(1, member.Chain.Value).Bind(2, member.Member.Value).Run()).ConfigureAwait(false);
        await _store.WriteBareAsync(CheckPoint).ConfigureAwait(false);
    }

    public async ValueTask<OldWords> CleanOldWordsAsync(
        ChainId chain, Instant before, long? after, int limit, CancellationToken cancellation)
    {
        var (number, head, from) = Extent(chain);
        var places = _store.Readers.Read(session => ReadNumbers(session.Prepared(
            "SELECT place FROM events WHERE place > ?1 AND place <= ?2 AND at < ?3 ORDER BY place LIMIT ?4")
            .Bind(1, Places.Of(number, after ?? from)).Bind(2, Places.Of(number, head)).Bind(3, before.Microseconds).Bind(4, limit)));
        var cleaned = 0;
        foreach (var portion in places.Chunk(InOneCommit))
            cleaned += await _store.WriteAsync(session => Clean(session, portion, Depth.OldWords)).ConfigureAwait(false);
        if (places.Count == limit)
            return new(cleaned, Places.Position(places[^1]));
        // Up to the first that is too young all is dealt with. What was told late lies behind it, and is looked at again.
        await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO old_words (chain, position) SELECT ?1, coalesce(
              (SELECT min(place) FROM events WHERE place > ?2 AND place <= ?3 AND at >= ?4) - 1, ?3) & ((1 << 40) - 1)
            WHERE true ON CONFLICT DO UPDATE SET position = excluded.position
            """)
            .Bind(1, number).Bind(2, Places.Of(number, from)).Bind(3, Places.Of(number, head)).Bind(4, before.Microseconds).Run()).ConfigureAwait(false);
        return new(cleaned, null);
    }

    public ValueTask<long> CountOldAsync(ChainId chain, Instant before, CancellationToken cancellation)
    {
        var (number, head, from) = Extent(chain);
        return ValueTask.FromResult(_store.Readers.Read(session => session.Prepared(
            "SELECT count(*) FROM events WHERE place > ?1 AND place <= ?2 AND at < ?3")
            .Bind(1, Places.Of(number, from)).Bind(2, Places.Of(number, head)).Bind(3, before.Microseconds).Scalar() ?? 0));
    }

    public ValueTask<IReadOnlyList<MemberId>> SilentAsync(
        ChainId chain, Instant since, MemberId after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<MemberId>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT m.id FROM members m
                WHERE m.chain = (SELECT no FROM chains WHERE id = ?1) AND m.stage = ?2 AND m.id > ?3
                  AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.chain = m.chain AND e.member = m.id)
                  AND NOT EXISTS (SELECT 1 FROM events a WHERE a.member = m.no AND a.at >= ?4 AND a.id IS NOT NULL)
                ORDER BY m.id LIMIT ?5
                """)
                .Bind(1, chain.Value).Bind(2, (long)Stage.Lost).Bind(3, after.Value).Bind(4, since.Microseconds).Bind(5, limit);
            var found = new List<MemberId>();
            while (rows.Step())
                found.Add(new(rows.Text(0)));
            return found;
        }));

    public ValueTask<SweepNeed> NeedAsync(CancellationToken cancellation) => ValueTask.FromResult(_store.Readers.Read(session => new SweepNeed(
        (int)(session.Prepared("SELECT count(*) FROM erasures WHERE done_at IS NULL AND step = 4").Scalar() ?? 0), Bytes(session))));

    public async ValueTask<int> SweepAsync(Instant at, CancellationToken cancellation) => await _store.WriteBareAsync(session =>
    {
        session.RunScript(Bytes(session) > LargestInMemory ? "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY" : "VACUUM");
        CheckPoint(session);
        return session.Prepared("UPDATE erasures SET step = 5, done_at = ?1 WHERE done_at IS NULL AND step = 4").Bind(1, at.Microseconds).Run();
    }).ConfigureAwait(false);

    private long Now => Instant.FromDateTimeOffset(_store.Time.GetUtcNow()).Microseconds;

    private static long Bytes(SqliteSession session) =>
        (session.Prepared("PRAGMA page_count").Scalar() ?? 0) * (session.Prepared("PRAGMA page_size").Scalar() ?? 0);

    // The log is emptied as well: what it held is in the file by then, or overwritten there.
    private static int CheckPoint(SqliteSession session) =>
        session.Prepared("PRAGMA wal_checkpoint(TRUNCATE)").Scalar() is 0 or null
            ? 0
            : throw new JournalUnavailableException("The log of the database could not be emptied: somebody reads from it.");

    private List<long> PlacesOf(long member) =>
        _store.Readers.Read(session => ReadNumbers(session.Prepared("SELECT place FROM events WHERE member = ?1 ORDER BY place").Bind(1, member)));

    private (long Number, long Head, long DoneTo) Extent(ChainId chain) => _store.Readers.Read(session =>
    {
        var row = session.Prepared(
            "SELECT c.no, c.head, coalesce(o.position, 0) FROM chains c LEFT JOIN old_words o ON o.chain = c.no WHERE c.id = ?1").Bind(1, chain.Value);
        if (!row.Step())
            return default;
        var extent = (row.Number(0), row.Number(1), row.Number(2));
        row.Reset();
        return extent;
    });

    private static int Clean(SqliteSession session, long[] places, Depth depth)
    {
        var read = session.Prepared("SELECT type, data FROM events WHERE place = ?1");
        var write = session.Prepared("UPDATE events SET data = ?2 WHERE place = ?1");
        var cleaned = 0;
        foreach (var place in places)
        {
            if (!read.Bind(1, place).Step())
                continue;
            var data = Redaction.Clean(read.Text(0), read.Blob(1), depth);
            read.Reset();
            if (data is null)
                continue;
            write.Bind(1, place).Bind(2, data).Run();
            cleaned++;
        }

        return cleaned;
    }

    private static int CleanRows(SqliteSession session, long member)
    {
        session.Prepared(
            $"""
            UPDATE tasks SET title = '{Redaction.Nothing}', script = NULL, outcome = CASE WHEN outcome IS NULL OR outcome IN ({RedactedRows.KnownOutcomes}) THEN outcome ELSE 'other' END
            WHERE member = ?1
            """).Bind(1, member).Run();
        var rows = session.Prepared("SELECT no, decisions FROM messages WHERE member = ?1").Bind(1, member);
        var cleaned = new List<(long Number, string Decisions)>();
        while (rows.Step())
        {
            if (RedactedRows.Clean(rows.Text(1)) is { } decisions)
                cleaned.Add((rows.Number(0), decisions));
        }

        var write = session.Prepared("UPDATE messages SET decisions = ?2 WHERE no = ?1");
        foreach (var (number, decisions) in cleaned)
            write.Bind(1, number).Bind(2, decisions).Run();
        return cleaned.Count;
    }

    private static int Lease(SqliteSession session, MemberKey member, ErasureStep step, long until) => session.Prepared(
        """
        UPDATE erasures SET step = max(step, ?3), leased_until = ?4
        WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND member = ?2 AND done_at IS NULL
        """).Bind(1, member.Chain.Value).Bind(2, member.Member.Value).Bind(3, (long)step).Bind(4, until).Run();

    private static List<AskedErasure> Read(Statement rows)
    {
        var found = new List<AskedErasure>();
        while (rows.Step())
        {
            found.Add(new(
                new(new(rows.Text(0)), new(rows.Text(1))),
                new(rows.Number(2)),
                rows.Text(3),
                rows.TextOrNull(4),
                (ErasureStep)rows.Number(5),
                rows.IsNull(6) ? null : new Instant(rows.Number(6))));
        }

        return found;
    }

    private static List<long> ReadNumbers(Statement rows)
    {
        var numbers = new List<long>();
        while (rows.Step())
            numbers.Add(rows.Number(0));
        return numbers;
    }
}
