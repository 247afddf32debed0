using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal.Care;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// The outbox of one SQLite file. Leases are in the rows, as in every other store, though they end with the process that took
/// them; whether a message goes or was taken back is decided by the one writer.
/// </summary>
public sealed class SqliteOutbox : IOutbox
{
    private readonly SqliteStore _store;
    private readonly string _holder = Guid.NewGuid().ToString("N");

    internal SqliteOutbox(SqliteStore store)
    {
        _store = store;
        store.Committed += batch =>
        {
            if (Released is { } released && batch.Events.Any(told => told.Happened is MessageReleased))
                released();
        };
    }

    public event Action? Released;

    public async ValueTask<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        var isAny = _store.Readers.Read(session => session.Prepared(
            "SELECT 1 FROM messages WHERE waiting_since IS NOT NULL AND leased_until <= ?1 LIMIT 1").Bind(1, now).Scalar());
        return isAny is null ? [] : await _store.WriteAsync(session => Claim(session, limit, now, now + Microseconds(lease))).ConfigureAwait(false);
    }

    public async ValueTask<bool> BeginAsync(MessageKey message, CancellationToken cancellation)
    {
        var now = Now;
        return await _store.WriteAsync(session => Bind(session, message,
            """
            UPDATE messages SET outbox = 2, tries = tries + 1
            WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2 AND outbox IN (1, 3) AND leased_until > ?3 AND leased_by = ?4
            """).Bind(3, now).Bind(4, _holder).Run() > 0).ConfigureAwait(false);
    }

    public ValueTask DoneAsync(MessageKey message, CancellationToken cancellation) => EndAsync(message, 4);

    public async ValueTask RetryAsync(MessageKey message, TimeSpan wait, CancellationToken cancellation)
    {
        var until = Now + Microseconds(wait);
        await _store.WriteAsync(session => Bind(session, message,
            """
            UPDATE messages SET outbox = CASE outbox WHEN 2 THEN 3 ELSE outbox END, leased_until = ?3, leased_by = NULL
            WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2 AND outbox BETWEEN 1 AND 3 AND leased_by = ?4
            """).Bind(3, until).Bind(4, _holder).Run()).ConfigureAwait(false);
    }

    public ValueTask GiveUpAsync(MessageKey message, CancellationToken cancellation) => EndAsync(message, 5);

    // Also where the lease was lost meanwhile: whoever has it now will find that there is nothing left to begin.
    private async ValueTask EndAsync(MessageKey message, int end) => await _store.WriteAsync(session => Bind(session, message,
        """
        UPDATE messages SET outbox = ?3, waiting_since = CASE WHEN state IN (2, 3, 4) THEN NULL ELSE waiting_since END
        WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND id = ?2 AND outbox BETWEEN 1 AND 3
        """).Bind(3, end).Run()).ConfigureAwait(false);

    private static Statement Bind(SqliteSession session, MessageKey message, string sql) => session.Prepared(sql)
        .Bind(1, message.Member.Chain.Value).Bind(2, PublicIds.OfMessage(message.Member, message.Number));

    private List<OutboxMessage> Claim(SqliteSession session, int limit, long now, long until)
    {
        var rows = session.Prepared(
            """
            SELECT s.no, c.id, m.id, s.run, s.step, s.id, s.playbook, s.template, s.channel, s.offer, m.home, s.waiting_since, s.tries, s.outbox
            FROM messages s JOIN members m ON m.no = s.member JOIN chains c ON c.no = s.chain
            WHERE s.waiting_since IS NOT NULL AND s.leased_until <= ?1 ORDER BY s.waiting_since, s.no LIMIT ?2
            """).Bind(1, now).Bind(2, limit);
        var claimed = new List<OutboxMessage>();
        var numbers = new List<long>();
        while (rows.Step())
        {
            numbers.Add(rows.Number(0));
            claimed.Add(Read(rows));
        }

        var take = session.Prepared(
            "UPDATE messages SET outbox = CASE outbox WHEN 2 THEN 3 ELSE outbox END, leased_until = ?2, leased_by = ?3 WHERE no = ?1");
        foreach (var number in numbers)
            take.Bind(1, number).Bind(2, until).Bind(3, _holder).Run();
        return claimed;
    }

    private static OutboxMessage Read(Statement row) => new(
        new(new(new(row.Text(1)), new(row.Text(2))), new((int)row.Number(3), (int)row.Number(4))),
        row.Text(5),
        row.Text(6),
        row.Text(7),
        row.Text(8),
        row.TextOrNull(9),
        row.TextOrNull(10) is { } home ? new StoreId(home) : null,
        new(row.Number(11)),
        (int)row.Number(12),
        row.Number(13) switch { 4 => MessageFate.Sent, 5 => MessageFate.Failed, _ => null });

    private long Now => Instant.FromDateTimeOffset(_store.Time.GetUtcNow()).Microseconds;

    private static long Microseconds(TimeSpan span) => (long)span.TotalMicroseconds;
}
