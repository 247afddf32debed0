using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Errands;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>The errands of one SQLite file.</summary>
public sealed class SqliteErrands : IErrands
{
    private readonly SqliteStore _store;

    internal SqliteErrands(SqliteStore store)
    {
        _store = store;
        store.Committed += batch =>
        {
            if (Asked is { } asked && batch.Events.Any(told => told.Happened is IAsksAnother))
                asked();
        };
    }

    public event Action? Asked;

    public async ValueTask<IReadOnlyList<AskedErrand>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        var isAny = _store.Readers.Read(session => session.Prepared("SELECT 1 FROM errands WHERE due_at <= ?1 LIMIT 1").Bind(1, now).Scalar());
        return isAny is null ? [] : await _store.WriteAsync(session => Claim(session, limit, now, now + Microseconds(lease))).ConfigureAwait(false);
    }

    public async ValueTask DoneAsync(long number, CancellationToken cancellation) => await _store.WriteAsync(session =>
        session.Prepared("DELETE FROM errands WHERE no = ?1").Bind(1, number).Run()).ConfigureAwait(false);

    public async ValueTask RetryAsync(long number, TimeSpan wait, CancellationToken cancellation)
    {
        var until = Now + Microseconds(wait);
        await _store.WriteAsync(session => session.Prepared("UPDATE errands SET due_at = ?2 WHERE no = ?1").Bind(1, number).Bind(2, until).Run())
            .ConfigureAwait(false);
    }

    private static List<AskedErrand> Claim(SqliteSession session, int limit, long now, long until)
    {
        var rows = session.Prepared(
            """
            SELECT e.no, c.id, e.sender, e.receiver, e.name, e.data, e.asked_at, e.tries FROM errands e JOIN chains c ON c.no = e.chain
            WHERE e.due_at <= ?1 AND NOT EXISTS (
              SELECT 1 FROM errands f WHERE f.chain = e.chain AND f.sender = e.sender AND f.receiver = e.receiver AND f.no < e.no)
            ORDER BY e.due_at, e.no LIMIT ?2
            """).Bind(1, now).Bind(2, limit);
        var claimed = new List<AskedErrand>();
        while (rows.Step())
        {
            var chain = new ChainId(rows.Text(1));
            claimed.Add(new(
                rows.Number(0),
                new(chain, new(rows.Text(2))),
                new(chain, new(rows.Text(3))),
                CommandFormat.Read(rows.Text(4), rows.Blob(5)),
                new(rows.Number(6)),
                (int)rows.Number(7)));
        }

        var take = session.Prepared("UPDATE errands SET due_at = ?2, tries = tries + 1 WHERE no = ?1");
        foreach (var errand in claimed)
            take.Bind(1, errand.Number).Bind(2, until).Run();
        return claimed;
    }

    private long Now => Instant.FromDateTimeOffset(_store.Time.GetUtcNow()).Microseconds;

    private static long Microseconds(TimeSpan span) => (long)span.TotalMicroseconds;
}
