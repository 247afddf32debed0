using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal.Care;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>
/// The outbox of a database that many nodes share. A lease is written into the message's row; rows that another node is just
/// claiming, or storing, are passed over. Whether a message goes or was taken back is decided by its row.
/// </summary>
public sealed class PostgresOutbox : IOutbox
{
    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;
    private readonly string _node;

    internal PostgresOutbox(PostgresStore store)
    {
        (_connections, _time, _node) = (store.Connections, store.Time, store.Node);
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
        var claimed = await _connections.ReadAsync(
            """
            WITH picked AS (
              SELECT s.no FROM messages s WHERE s.waiting_since IS NOT NULL AND s.leased_until <= $1
              ORDER BY s.waiting_since, s.no LIMIT $3 FOR UPDATE SKIP LOCKED),
            taken AS (
              UPDATE messages s SET outbox = CASE s.outbox WHEN 2 THEN 3 ELSE s.outbox END, leased_until = $2, leased_by = $4
              FROM picked WHERE s.no = picked.no RETURNING s.*)
            SELECT c.id, m.id, s.run, s.step, s.id, s.playbook, s.template, s.channel, s.offer, m.home, s.waiting_since, s.tries, s.outbox
            FROM taken s JOIN members m ON m.no = s.member JOIN chains c ON c.no = s.chain ORDER BY s.waiting_since, s.no
            """,
            [Of(now), Of(now + Microseconds(lease)), Of((long)limit), Of(_node)],
            async (reader, cancellation) =>
            {
                var claimed = new List<OutboxMessage>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    claimed.Add(Read(reader));
                return claimed;
            },
            cancellation).ConfigureAwait(false);
        return claimed;
    }

    public async ValueTask<bool> BeginAsync(MessageKey message, CancellationToken cancellation) => await WriteAsync(
        message,
        $"""
        UPDATE messages SET outbox = 2, tries = tries + 1
        WHERE chain = {PostgresQueries.ChainNumber} AND id = $2 AND outbox IN (1, 3) AND leased_until > $3 AND leased_by = $4
        """,
        [Of(Now), Of(_node)],
        cancellation).ConfigureAwait(false) > 0;

    public ValueTask DoneAsync(MessageKey message, CancellationToken cancellation) => EndAsync(message, 4, cancellation);

    public async ValueTask RetryAsync(MessageKey message, TimeSpan wait, CancellationToken cancellation) => await WriteAsync(
        message,
        $"""
        UPDATE messages SET outbox = CASE outbox WHEN 2 THEN 3 ELSE outbox END, leased_until = $3, leased_by = NULL
        WHERE chain = {PostgresQueries.ChainNumber} AND id = $2 AND outbox BETWEEN 1 AND 3 AND leased_by = $4
        """,
        [Of(Now + Microseconds(wait)), Of(_node)],
        cancellation).ConfigureAwait(false);

    public ValueTask GiveUpAsync(MessageKey message, CancellationToken cancellation) => EndAsync(message, 5, cancellation);

    // Also where the lease was lost meanwhile: whoever has it now will find that there is nothing left to begin.
    private async ValueTask EndAsync(MessageKey message, long end, CancellationToken cancellation) => await WriteAsync(
        message,
        $"""
        UPDATE messages SET outbox = $3::smallint, waiting_since = CASE WHEN state IN (2, 3, 4) THEN NULL ELSE waiting_since END
        WHERE chain = {PostgresQueries.ChainNumber} AND id = $2 AND outbox BETWEEN 1 AND 3
        """,
        [Of(end)],
        cancellation).ConfigureAwait(false);

    private Task<int> WriteAsync(MessageKey message, string sql, IEnumerable<NpgsqlParameter> more, CancellationToken cancellation) =>
        _connections.WriteAsync(
            sql, [Of(message.Member.Chain.Value), Of(PublicIds.OfMessage(message.Member, message.Number)), .. more], cancellation);

    private static OutboxMessage Read(NpgsqlDataReader row) => new(
        new(new(new(row.GetString(0)), new(row.GetString(1))), new(row.GetInt32(2), row.GetInt32(3))),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetString(8),
        row.IsDBNull(9) ? null : new StoreId(row.GetString(9)),
        new(row.GetInt64(10)),
        row.GetInt32(11),
        row.GetInt16(12) switch { 4 => MessageFate.Sent, 5 => MessageFate.Failed, _ => null });

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    private static long Microseconds(TimeSpan span) => (long)span.TotalMicroseconds;
}
