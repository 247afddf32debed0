using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Campaigns;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The runs of campaigns in a database that many nodes share.</summary>
public sealed class PostgresCampaignRuns : ICampaignRuns
{
    private const string Columns =
        "c.id, r.campaign, r.occurrence, r.zone, r.origin, r.state, r.why, r.cursor, r.matched, r.reached, r.refused, r.started_at, r.finished_at, r.lease";

    private const string Runs = "campaign_runs r JOIN chains c ON c.no = r.chain";

    private const string IsRun = "chain = (SELECT no FROM chains WHERE id = $1) AND campaign = $2 AND occurrence = $3 AND zone = $4";

    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresCampaignRuns(PostgresStore store)
    {
        _connections = store.Connections;
        _time = store.Time;
    }

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    public async ValueTask<bool> OpenAsync(RunKey key, RunOrigin origin, Instant at, CancellationToken cancellation) =>
        await _connections.WriteAsync(
            """
            INSERT INTO campaign_runs (chain, campaign, occurrence, zone, origin, started_at)
            SELECT no, $2, $3, $4, $5, $6 FROM chains WHERE id = $1 ON CONFLICT DO NOTHING
            """,
            [.. Key(key), Of((short)origin), Of(at.Microseconds)],
            cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<CampaignRun?> FindAsync(RunKey key, CancellationToken cancellation) =>
        await AllAsync(
            $"SELECT {Columns} FROM {Runs} WHERE c.id = $1 AND r.campaign = $2 AND r.occurrence = $3 AND r.zone = $4", Key(key), cancellation)
            .ConfigureAwait(false) is [var found] ? found.Run : null;

    public async ValueTask<IReadOnlyList<CampaignRun>> ListAsync(
        ChainId chain, string campaign, RunPlace? after, int limit, CancellationToken cancellation)
    {
        var place = after ?? new(new(long.MaxValue), "");
        var found = await AllAsync(
            $"""
            SELECT {Columns} FROM {Runs} WHERE c.id = $1 AND r.campaign = $2
              AND (r.occurrence < $3 OR (r.occurrence = $3 AND r.zone > $4)) ORDER BY r.occurrence DESC, r.zone LIMIT $5
            """,
            [Of(chain.Value), Of(campaign), Of(place.Occurrence.Microseconds), Of(place.Zone), Of((long)limit)],
            cancellation).ConfigureAwait(false);
        return [.. found.Select(claimed => claimed.Run)];
    }

    public async ValueTask<IReadOnlyList<ClaimedRun>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        return await AllAsync(
            $"""
            WITH picked AS (
              SELECT chain, campaign, occurrence, zone FROM campaign_runs WHERE state = 0 AND leased_until <= $1
              ORDER BY occurrence, chain, campaign, zone LIMIT $4 FOR UPDATE SKIP LOCKED)
            UPDATE campaign_runs r SET lease = $3, leased_until = $2 FROM picked p, chains c
            WHERE r.chain = p.chain AND r.campaign = p.campaign AND r.occurrence = p.occurrence AND r.zone = p.zone AND c.no = r.chain
            RETURNING {Columns}
            """,
            [
                Of(now), Of(now + (lease.Ticks / TimeSpan.TicksPerMicrosecond)), Of(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)),
                Of((long)limit),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<bool> MoveAsync(ClaimedRun claimed, RunProgress progress, TimeSpan lease, CancellationToken cancellation) =>
        await _connections.WriteAsync(
            $"""
            UPDATE campaign_runs SET cursor = $6, matched = $7, reached = $8, refused = $9, leased_until = $10
            WHERE {IsRun} AND lease = $5 AND state = 0
            """,
            [.. Progress(claimed, progress), Of(Now + (lease.Ticks / TimeSpan.TicksPerMicrosecond))],
            cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<bool> FinishAsync(
        ClaimedRun claimed, RunProgress progress, string? why, Instant at, CancellationToken cancellation) =>
        await _connections.WriteAsync(
            $"""
            UPDATE campaign_runs SET cursor = $6, matched = $7, reached = $8, refused = $9, state = $10, why = $11, finished_at = $12, lease = NULL
            WHERE {IsRun} AND lease = $5 AND state = 0
            """,
            [
                .. Progress(claimed, progress), Of((short)(why is null ? RunState.Done : RunState.Stopped)), OfText(why), Of(at.Microseconds),
            ],
            cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<IReadOnlyDictionary<MessageState, long>> MessagesAsync(
        ChainId chain, string campaign, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<MessageState, long>>(
            // The range is the index's own.
            $"""
            SELECT state, count(*) FROM messages WHERE chain = {PostgresQueries.ChainNumber} AND playbook = $2
              AND playbook >= 'campaign:' AND playbook < 'campaign;' GROUP BY state
            """,
            [Of(chain.Value), Of($"campaign:{campaign}")],
            static async (reader, cancellation) =>
            {
                var counts = new Dictionary<MessageState, long>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    counts[(MessageState)reader.GetInt16(0)] = reader.GetInt64(1);
                return counts;
            },
            cancellation).ConfigureAwait(false);

    private static NpgsqlParameter[] Key(RunKey key) =>
        [Of(key.Chain.Value), Of(key.Campaign), Of(key.Occurrence.Microseconds), Of(key.Zone)];

    private static NpgsqlParameter[] Progress(ClaimedRun claimed, RunProgress progress)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(progress);
        return
        [
            .. Key(claimed.Run.Key), Of(claimed.Lease), OfText(progress.Cursor?.Value), Of(progress.Matched), Of(progress.Reached), Of(progress.Refused),
        ];
    }

    private Task<IReadOnlyList<ClaimedRun>> AllAsync(string sql, NpgsqlParameter[] values, CancellationToken cancellation) =>
        _connections.ReadAsync<IReadOnlyList<ClaimedRun>>(
            sql,
            values,
            static async (reader, cancellation) =>
            {
                var all = new List<ClaimedRun>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    var run = new CampaignRun(
                        new(new(reader.GetString(0)), reader.GetString(1), new(reader.GetInt64(2)), reader.GetString(3)),
                        (RunOrigin)reader.GetInt16(4),
                        (RunState)reader.GetInt16(5),
                        reader.IsDBNull(6) ? null : reader.GetString(6),
                        new(
                            reader.IsDBNull(7) ? null : new MemberId(reader.GetString(7)),
                            reader.GetInt64(8),
                            reader.GetInt64(9),
                            reader.GetInt64(10)),
                        new(reader.GetInt64(11)),
                        reader.IsDBNull(12) ? null : new Instant(reader.GetInt64(12)));
                    all.Add(new(run, reader.IsDBNull(13) ? "" : reader.GetString(13)));
                }

                return all;
            },
            cancellation);
}
