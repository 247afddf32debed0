using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Campaigns;

namespace Engagement.Journal.Sqlite;

/// <summary>The runs of campaigns in one SQLite file.</summary>
public sealed class SqliteCampaignRuns : ICampaignRuns
{
    private const string Columns =
        "c.id, r.campaign, r.occurrence, r.zone, r.origin, r.state, r.why, r.cursor, r.matched, r.reached, r.refused, r.started_at, r.finished_at";

    private const string Runs = "campaign_runs r JOIN chains c ON c.no = r.chain";

    private readonly SqliteStore _store;

    internal SqliteCampaignRuns(SqliteStore store) => _store = store;

    private long Now => Instant.FromDateTimeOffset(_store.Time.GetUtcNow()).Microseconds;

    public async ValueTask<bool> OpenAsync(RunKey key, RunOrigin origin, Instant at, CancellationToken cancellation) =>
        await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO campaign_runs (chain, campaign, occurrence, zone, origin, started_at)
            SELECT no, ?2, ?3, ?4, ?5, ?6 FROM chains WHERE id = ?1 ON CONFLICT DO NOTHING
            """)
            .Bind(1, key.Chain.Value).Bind(2, key.Campaign).Bind(3, key.Occurrence.Microseconds).Bind(4, key.Zone)
            .Bind(5, (long)origin).Bind(6, at.Microseconds).Run() > 0).ConfigureAwait(false);

    public ValueTask<CampaignRun?> FindAsync(RunKey key, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => All(session.Prepared(
            $"SELECT {Columns} FROM {Runs} WHERE c.id = ?1 AND r.campaign = ?2 AND r.occurrence = ?3 AND r.zone = ?4")
            .Bind(1, key.Chain.Value).Bind(2, key.Campaign).Bind(3, key.Occurrence.Microseconds).Bind(4, key.Zone)) is [var found]
                ? found
                : null));

    public ValueTask<IReadOnlyList<CampaignRun>> ListAsync(
        ChainId chain, string campaign, RunPlace? after, int limit, CancellationToken cancellation)
    {
        var place = after ?? new(new(long.MaxValue), "");
        return ValueTask.FromResult<IReadOnlyList<CampaignRun>>(_store.Readers.Read(session => All(session.Prepared(
            $"""
            SELECT {Columns} FROM {Runs} WHERE c.id = ?1 AND r.campaign = ?2
              AND (r.occurrence < ?3 OR (r.occurrence = ?3 AND r.zone > ?4)) ORDER BY r.occurrence DESC, r.zone LIMIT ?5
            """)
            .Bind(1, chain.Value).Bind(2, campaign).Bind(3, place.Occurrence.Microseconds).Bind(4, place.Zone).Bind(5, limit))));
    }

    public async ValueTask<IReadOnlyList<ClaimedRun>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        // Most looks find nothing, and the writer has better to do.
        var now = Now;
        var waiting = _store.Readers.Read(session => session.Prepared(
            "SELECT count(*) FROM campaign_runs WHERE state = 0 AND leased_until <= ?1").Bind(1, now).Scalar());
        if (waiting == 0)
            return [];
        var until = now + (lease.Ticks / TimeSpan.TicksPerMicrosecond);
        return await _store.WriteAsync<IReadOnlyList<ClaimedRun>>(session =>
        {
            var open = All(session.Prepared(
                $"SELECT {Columns} FROM {Runs} WHERE r.state = 0 AND r.leased_until <= ?1 ORDER BY r.occurrence, c.id, r.campaign, r.zone LIMIT ?2")
                .Bind(1, now).Bind(2, limit));
            var claimed = new List<ClaimedRun>(open.Count);
            foreach (var run in open)
            {
                var name = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
                Key(session.Prepared($"UPDATE campaign_runs SET lease = ?5, leased_until = ?6 WHERE {IsRun}"), run.Key)
                    .Bind(5, name).Bind(6, until).Run();
                claimed.Add(new(run, name));
            }

            return claimed;
        }).ConfigureAwait(false);
    }

    public async ValueTask<bool> MoveAsync(ClaimedRun claimed, RunProgress progress, TimeSpan lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(progress);
        var until = Now + (lease.Ticks / TimeSpan.TicksPerMicrosecond);
        return await _store.WriteAsync(session => Progress(
            session.Prepared(
                $"""
                UPDATE campaign_runs SET cursor = ?6, matched = ?7, reached = ?8, refused = ?9, leased_until = ?10
                WHERE {IsRun} AND lease = ?5 AND state = 0
                """),
            claimed,
            progress).Bind(10, until).Run() > 0).ConfigureAwait(false);
    }

    public async ValueTask<bool> FinishAsync(
        ClaimedRun claimed, RunProgress progress, string? why, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(progress);
        return await _store.WriteAsync(session => Progress(
            session.Prepared(
                $"""
                UPDATE campaign_runs SET cursor = ?6, matched = ?7, reached = ?8, refused = ?9, state = ?10, why = ?11, finished_at = ?12,
                  lease = NULL
                WHERE {IsRun} AND lease = ?5 AND state = 0
                """),
            claimed,
            progress)
            .Bind(10, (long)(why is null ? RunState.Done : RunState.Stopped)).Bind(11, why).Bind(12, at.Microseconds).Run() > 0)
            .ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyDictionary<MessageState, long>> MessagesAsync(
        ChainId chain, string campaign, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<MessageState, long>>(session =>
        {
            // The range is the index's own.
            var rows = session.Prepared(
                """
                SELECT state, count(*) FROM messages WHERE chain = (SELECT no FROM chains WHERE id = ?1) AND playbook = ?2
                  AND playbook >= 'campaign:' AND playbook < 'campaign;' GROUP BY state
                """).Bind(1, chain.Value).Bind(2, $"campaign:{campaign}");
            var counts = new Dictionary<MessageState, long>();
            while (rows.Step())
                counts[(MessageState)rows.Number(0)] = rows.Number(1);
            return counts;
        }));

    private const string IsRun = "chain = (SELECT no FROM chains WHERE id = ?1) AND campaign = ?2 AND occurrence = ?3 AND zone = ?4";

    private static Statement Key(Statement statement, RunKey key) => statement
        .Bind(1, key.Chain.Value).Bind(2, key.Campaign).Bind(3, key.Occurrence.Microseconds).Bind(4, key.Zone);

    private static Statement Progress(Statement statement, ClaimedRun claimed, RunProgress progress) => Key(statement, claimed.Run.Key)
        .Bind(5, claimed.Lease).Bind(6, progress.Cursor?.Value).Bind(7, progress.Matched).Bind(8, progress.Reached).Bind(9, progress.Refused);

    private static List<CampaignRun> All(Statement rows)
    {
        var all = new List<CampaignRun>();
        while (rows.Step())
        {
            all.Add(new(
                new(new(rows.Text(0)), rows.Text(1), new(rows.Number(2)), rows.Text(3)),
                (RunOrigin)rows.Number(4),
                (RunState)rows.Number(5),
                rows.TextOrNull(6),
                new(rows.TextOrNull(7) is { } cursor ? new MemberId(cursor) : null, rows.Number(8), rows.Number(9), rows.Number(10)),
                new(rows.Number(11)),
                rows.IsNull(12) ? null : new Instant(rows.Number(12))));
        }

        return all;
    }
}
