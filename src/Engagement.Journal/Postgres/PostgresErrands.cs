using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Errands;
using Engagement.Journal.Formats;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The errands of a database that many nodes share; rows that another node is just claiming are passed over.</summary>
public sealed class PostgresErrands : IErrands
{
    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresErrands(PostgresStore store)
    {
        (_connections, _time) = (store.Connections, store.Time);
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
        return await _connections.ReadAsync(
            """
            WITH picked AS (
              SELECT e.no FROM errands e
              WHERE e.due_at <= $1 AND NOT EXISTS (
                SELECT 1 FROM errands f WHERE f.chain = e.chain AND f.sender = e.sender AND f.receiver = e.receiver AND f.no < e.no)
              ORDER BY e.due_at, e.no LIMIT $3 FOR UPDATE OF e SKIP LOCKED),
            taken AS (
              UPDATE errands e SET due_at = $2, tries = e.tries + 1 FROM picked WHERE e.no = picked.no RETURNING e.*)
            SELECT e.no, c.id, e.sender, e.receiver, e.name, e.data, e.asked_at, e.tries - 1
            FROM taken e JOIN chains c ON c.no = e.chain ORDER BY e.no
            """,
            [Of(now), Of(now + Microseconds(lease)), Of((long)limit)],
            async (row, cancellation) =>
            {
                var claimed = new List<AskedErrand>();
                while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var chain = new ChainId(row.GetString(1));
                    claimed.Add(new(
                        row.GetInt64(0),
                        new(chain, new(row.GetString(2))),
                        new(chain, new(row.GetString(3))),
                        CommandFormat.Read(row.GetString(4), row.GetFieldValue<byte[]>(5)),
                        new(row.GetInt64(6)),
                        row.GetInt32(7)));
                }

                return claimed;
            },
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask DoneAsync(long number, CancellationToken cancellation) =>
        await _connections.WriteAsync("DELETE FROM errands WHERE no = $1", [Of(number)], cancellation).ConfigureAwait(false);

    public async ValueTask RetryAsync(long number, TimeSpan wait, CancellationToken cancellation) => await _connections.WriteAsync(
        "UPDATE errands SET due_at = $2 WHERE no = $1", [Of(number), Of(Now + Microseconds(wait))], cancellation).ConfigureAwait(false);

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    private static long Microseconds(TimeSpan span) => (long)span.TotalMicroseconds;
}
