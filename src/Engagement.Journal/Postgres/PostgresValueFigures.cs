using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Journal.Formats;
using Engagement.Journal.Value;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>What was worked out at night, in a database that many nodes share.</summary>
public sealed class PostgresValueFigures : IValueFigures
{
    private const decimal MoneyParts = 10_000m;

    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresValueFigures(PostgresStore store)
    {
        _connections = store.Connections;
        _time = store.Time;
    }

    public async ValueTask<ForecastFit?> ForecastAsync(ChainId chain, CancellationToken cancellation) =>
        await DocumentAsync($"SELECT document FROM forecasts WHERE chain = {PostgresQueries.ChainNumber}", chain, cancellation)
            .ConfigureAwait(false) is { } document
            ? ValueFormat.ReadForecast(document)
            : null;

    public async ValueTask<IReadOnlyDictionary<ChainId, Instant>> ForecastTimesAsync(CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<ChainId, Instant>>(
            "SELECT c.id, f.made_at FROM forecasts f JOIN chains c ON c.no = f.chain",
            [],
            static async (reader, cancellation) =>
            {
                var times = new Dictionary<ChainId, Instant>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    times[new(reader.GetString(0))] = new(reader.GetInt64(1));
                return times;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask SaveForecastAsync(ChainId chain, ForecastFit fit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fit);
        await _connections.WriteAsync(
            """
            INSERT INTO forecasts (chain, made_at, document) SELECT no, $2, $3 FROM chains WHERE id = $1
            ON CONFLICT (chain) DO UPDATE SET made_at = excluded.made_at, document = excluded.document
            """,
            [Of(chain.Value), Of(fit.MadeAt.Microseconds), Of(ValueFormat.Write(fit))],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<RfmGrid?> GridAsync(ChainId chain, CancellationToken cancellation) =>
        await DocumentAsync($"SELECT document FROM rfm_grids WHERE chain = {PostgresQueries.ChainNumber}", chain, cancellation)
            .ConfigureAwait(false) is { } document
            ? ValueFormat.ReadGrid(document)
            : null;

    public async ValueTask SaveGridAsync(ChainId chain, RfmGrid grid, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        await _connections.WriteAsync(
            """
            INSERT INTO rfm_grids (chain, document) SELECT no, $2 FROM chains WHERE id = $1
            ON CONFLICT (chain) DO UPDATE SET document = excluded.document
            """,
            [Of(chain.Value), Of(ValueFormat.Write(grid))],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask SaveScoresAsync(ChainId chain, IReadOnlyCollection<ScoredMember> members, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(members);
        var scored = members.Where(member => member.Score is not null).Select(member => (member.Row, Score: member.Score!)).ToList();
        if (scored.Count > 0)
        {
            await _connections.WriteAsync(
                """
                INSERT INTO member_scores (member, r, f, m, score_group, alive, expected)
                SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (member) DO UPDATE SET r = excluded.r, f = excluded.f, m = excluded.m, score_group = excluded.score_group,
                  alive = excluded.alive, expected = excluded.expected
                WHERE (member_scores.r, member_scores.f, member_scores.m, member_scores.score_group, member_scores.alive, member_scores.expected)
                  IS DISTINCT FROM (excluded.r, excluded.f, excluded.m, excluded.score_group, excluded.alive, excluded.expected)
                """,
                [
                    Of(scored.Select(member => member.Row).ToArray()),
                    Of(scored.Select(member => (short)member.Score.Scores.R).ToArray()),
                    Of(scored.Select(member => (short)member.Score.Scores.F).ToArray()),
                    Of(scored.Select(member => (short)member.Score.Scores.M).ToArray()),
                    Of(scored.Select(member => (short)member.Score.Group).ToArray()),
                    Of(scored.Select(member => member.Score.Alive).ToArray()),
                    Of(scored.Select(member => member.Score.ExpectedVisits).ToArray()),
                ],
                cancellation).ConfigureAwait(false);
        }

        var without = members.Where(member => member.Score is null).Select(member => member.Row).ToArray();
        if (without.Length > 0)
            await _connections.WriteAsync("DELETE FROM member_scores WHERE member = ANY($1)", [Of(without)], cancellation).ConfigureAwait(false);
        var acts = members.SelectMany(member => (member.HighValue ?? []).Select(act => (member.Row, Act: act))).ToList();
        if (acts.Count == 0)
            return;
        await _connections.WriteAsync(
            $"""
            INSERT INTO high_value_acts (chain, kind, at, member, before, after, over)
            SELECT {PostgresQueries.ChainNumber}, told.* FROM unnest($2, $3, $4, $5, $6, $7) AS told
            ON CONFLICT (chain, kind, at, member) DO UPDATE SET before = excluded.before, after = excluded.after, over = excluded.over
            """,
            [
                Of(chain.Value),
                Of(acts.Select(noted => noted.Act.Code).ToArray()),
                Of(acts.Select(noted => noted.Act.At.Microseconds).ToArray()),
                Of(acts.Select(noted => noted.Row).ToArray()),
                Of(acts.Select(noted => Parts(noted.Act.Before)).ToArray()),
                Of(acts.Select(noted => Parts(noted.Act.After)).ToArray()),
                Of(acts.Select(noted => noted.Act.IsOver).ToArray()),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<HighValueSum>> HighValueAsync(ChainId chain, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<HighValueSum>>(
            $"""
            SELECT kind, count(*), count(*) FILTER (WHERE over), coalesce(sum(before) FILTER (WHERE over), 0)::bigint,
              coalesce(sum(after) FILTER (WHERE over), 0)::bigint
            FROM high_value_acts WHERE chain = {PostgresQueries.ChainNumber} GROUP BY kind ORDER BY kind
            """,
            [Of(chain.Value)],
            static async (reader, cancellation) =>
            {
                var sums = new List<HighValueSum>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    sums.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), Money(reader.GetInt64(3)), Money(reader.GetInt64(4))));
                return sums;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<HighValueRow>> HighValueActsAsync(
        ChainId chain, string code, HighValuePlace? after, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<HighValueRow>>(
            $"""
            SELECT m.id, m.home, a.at, a.before, a.after, a.over FROM high_value_acts a JOIN members m ON m.no = a.member
            WHERE a.chain = {PostgresQueries.ChainNumber} AND a.kind = $2 AND a.at <= $3 AND (a.at < $3 OR m.id > $4)
            ORDER BY a.at DESC, m.id LIMIT $5
            """,
            [Of(chain.Value), Of(code), Of(after?.At.Microseconds ?? long.MaxValue), Of(after?.Member.Value ?? ""), Of((long)limit)],
            async (reader, cancellation) =>
            {
                var found = new List<HighValueRow>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    found.Add(new(
                        new(reader.GetString(0)),
                        reader.IsDBNull(1) ? null : new StoreId(reader.GetString(1)),
                        new(code, new(reader.GetInt64(2)), Money(reader.GetInt64(3)), Money(reader.GetInt64(4)), reader.GetBoolean(5))));
                }

                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<long, MemberScore>> ScoresAsync(IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<long, MemberScore>>(
            "SELECT member, r, f, m, score_group, alive, expected FROM member_scores WHERE member = ANY($1)",
            [Of(rows.ToArray())],
            static async (reader, cancellation) =>
            {
                var scores = new Dictionary<long, MemberScore>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    scores[reader.GetInt64(0)] = new(
                        new(reader.GetInt16(1), reader.GetInt16(2), reader.GetInt16(3)),
                        (RfmGroup)reader.GetInt16(4),
                        reader.IsDBNull(5) ? null : reader.GetDouble(5),
                        reader.IsDBNull(6) ? null : reader.GetDouble(6));
                }

                return scores;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<bool> ClaimNightAsync(ChainId chain, Instant due, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        return await _connections.WriteAsync(
            """
            INSERT INTO value_nights AS night (chain, leased_until) SELECT no, $3 FROM chains WHERE id = $1
            ON CONFLICT (chain) DO UPDATE SET leased_until = excluded.leased_until
            WHERE (night.done IS NULL OR night.done < $2) AND night.leased_until <= $4
            """,
            [Of(chain.Value), Of(due.Microseconds), Of((now + lease).Microseconds), Of(now.Microseconds)],
            cancellation).ConfigureAwait(false) > 0;
    }

    public async ValueTask FinishNightAsync(ChainId chain, Instant due, CancellationToken cancellation) => await _connections.WriteAsync(
        """
        INSERT INTO value_nights AS night (chain, done) SELECT no, $2 FROM chains WHERE id = $1
        ON CONFLICT (chain) DO UPDATE SET done = greatest(night.done, excluded.done), leased_until = 0
        """,
        [Of(chain.Value), Of(due.Microseconds)],
        cancellation).ConfigureAwait(false);

    private static long Parts(decimal money) => (long)(money * MoneyParts);

    private static decimal Money(long parts) => parts / MoneyParts;

    private Task<string?> DocumentAsync(string sql, ChainId chain, CancellationToken cancellation) => _connections.ReadAsync<string?>(
        sql,
        [Of(chain.Value)],
        static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false) ? reader.GetString(0) : null,
        cancellation);
}
