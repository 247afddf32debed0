using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>
/// The due index of a database that many nodes share. A lease is written into the member's row of the index; rows that
/// another node is just claiming, or storing, are passed over.
/// </summary>
public sealed class PostgresDueIndex : IDueIndex
{
    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresDueIndex(PostgresStore store)
    {
        _connections = store.Connections;
        _time = store.Time;
    }

    public async ValueTask<Instant?> NextDueAsync(ChainId chain, Instant from, CancellationToken cancellation) =>
        await _connections.ReadAsync<Instant?>(
            $"""
            SELECT due_at FROM due WHERE chain = {PostgresQueries.ChainNumber} AND due_at >= $2 AND leased_until <= $3
            ORDER BY due_at LIMIT 1
            """,
            [Of(chain.Value), Of(from.Microseconds), Of(Now)],
            static async (reader, cancellation) =>
                await reader.ReadAsync(cancellation).ConfigureAwait(false) ? new Instant(reader.GetInt64(0)) : null,
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<DueMember>> ClaimDueAsync(DueClaim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return await ClaimAsync(
            claim.Chain,
            $"""
            WITH picked AS (
              SELECT d.member FROM due d
              WHERE d.chain = {PostgresQueries.ChainNumber} AND d.due_at BETWEEN $5 AND $6 AND d.leased_until <= $2
              ORDER BY d.due_at LIMIT $4 FOR UPDATE OF d SKIP LOCKED)
            UPDATE due SET leased_until = $3 FROM picked, members m WHERE due.member = picked.member AND m.no = due.member
            RETURNING m.id, due.due_at
            """,
            claim.Limit,
            claim.Lease,
            [Of(claim.From.Microseconds), Of(claim.To.Microseconds)],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<DueMember>> ClaimOutdatedAsync(
        ChainId chain, long rulesVersion, int limit, TimeSpan lease, CancellationToken cancellation) => await ClaimAsync(
        chain,
        $"""
        WITH picked AS (
          SELECT d.member FROM members o JOIN due d ON d.member = o.no
          WHERE o.chain = {PostgresQueries.ChainNumber} AND o.rules_version < $5 AND d.leased_until <= $2
          LIMIT $4 FOR UPDATE OF d SKIP LOCKED)
        UPDATE due SET leased_until = $3 FROM picked, members m WHERE due.member = picked.member AND m.no = due.member
        RETURNING m.id, coalesce(due.due_at, 0)
        """,
        limit,
        lease,
        [Of(rulesVersion)],
        cancellation).ConfigureAwait(false);

    public async ValueTask ReleaseAsync(IEnumerable<MemberKey> members, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(members);
        var keys = members.ToList();
        // What is being stored at this moment is released by that: no need to wait for it.
        await _connections.WriteAsync(
            """
            WITH held AS (
              SELECT d.member FROM unnest($1, $2) AS asked (chain, member)
              CROSS JOIN LATERAL (
                SELECT m.no FROM chains c JOIN members m ON m.chain = c.no
                WHERE c.id = asked.chain AND m.id = asked.member LIMIT 1) AS known
              JOIN due d ON d.member = known.no
              WHERE d.leased_until > 0 FOR UPDATE OF d SKIP LOCKED)
            UPDATE due SET leased_until = 0 FROM held WHERE due.member = held.member
            """,
            [Of(keys.Select(key => key.Chain.Value).ToArray()), Of(keys.Select(key => key.Member.Value).ToArray())],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask HoldHistoryAsync(ChainId chain, TimeSpan span, CancellationToken cancellation) =>
        await _connections.WriteAsync(
            """
            UPDATE heads SET history_until = $2
            WHERE chain = (SELECT no FROM chains WHERE id = $1) AND history_until < $2
            """,
            [Of(chain.Value), Of(Now + Microseconds(span))],
            cancellation).ConfigureAwait(false);

    public async ValueTask<bool> IsHistoryHeldAsync(ChainId chain, CancellationToken cancellation) => await _connections.ReadAsync(
        $"SELECT history_until FROM heads WHERE chain = {PostgresQueries.ChainNumber}",
        [Of(chain.Value)],
        async (reader, cancellation) =>
            await reader.ReadAsync(cancellation).ConfigureAwait(false) && reader.GetInt64(0) > Now,
        cancellation).ConfigureAwait(false);

    private async Task<IReadOnlyList<DueMember>> ClaimAsync(
        ChainId chain, string sql, int limit, TimeSpan lease, IEnumerable<NpgsqlParameter> span, CancellationToken cancellation)
    {
        var now = Now;
        var claimed = await _connections.ReadAsync(
            sql,
            [Of(chain.Value), Of(now), Of(now + Microseconds(lease)), Of((long)limit), .. span],
            async (reader, cancellation) =>
            {
                var claimed = new List<DueMember>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    claimed.Add(new(new(chain, new(reader.GetString(0))), new(reader.GetInt64(1))));
                return claimed;
            },
            cancellation).ConfigureAwait(false);
        claimed.Sort(static (left, right) => left.DueAt.CompareTo(right.DueAt));
        return claimed;
    }

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    private static long Microseconds(TimeSpan span) => (long)span.TotalMicroseconds;
}
