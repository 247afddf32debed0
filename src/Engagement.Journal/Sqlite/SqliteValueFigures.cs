using System.Globalization;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Journal.Formats;
using Engagement.Journal.Value;

namespace Engagement.Journal.Sqlite;

/// <summary>What was worked out at night, in one SQLite file.</summary>
public sealed class SqliteValueFigures : IValueFigures
{
    private const decimal MoneyParts = 10_000m;

    private readonly SqliteStore _store;

    internal SqliteValueFigures(SqliteStore store) => _store = store;

    public ValueTask<ForecastFit?> ForecastAsync(ChainId chain, CancellationToken cancellation) => ValueTask.FromResult(
        Document("SELECT f.document FROM chains c JOIN forecasts f ON f.chain = c.no WHERE c.id = ?1", chain) is { } document
            ? ValueFormat.ReadForecast(document)
            : null);

    public ValueTask<IReadOnlyDictionary<ChainId, Instant>> ForecastTimesAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<ChainId, Instant>>(session =>
        {
            var rows = session.Prepared("SELECT c.id, f.made_at FROM forecasts f JOIN chains c ON c.no = f.chain");
            var times = new Dictionary<ChainId, Instant>();
            while (rows.Step())
                times[new(rows.Text(0))] = new(rows.Number(1));
            return times;
        }));

    public async ValueTask SaveForecastAsync(ChainId chain, ForecastFit fit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(fit);
        await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO forecasts (chain, made_at, document) SELECT no, ?2, ?3 FROM chains WHERE id = ?1
            ON CONFLICT DO UPDATE SET made_at = excluded.made_at, document = excluded.document
            """).Bind(1, chain.Value).Bind(2, fit.MadeAt.Microseconds).Bind(3, ValueFormat.Write(fit)).Run()).ConfigureAwait(false);
    }

    public ValueTask<RfmGrid?> GridAsync(ChainId chain, CancellationToken cancellation) => ValueTask.FromResult(
        Document("SELECT g.document FROM chains c JOIN rfm_grids g ON g.chain = c.no WHERE c.id = ?1", chain) is { } document
            ? ValueFormat.ReadGrid(document)
            : null);

    public async ValueTask SaveGridAsync(ChainId chain, RfmGrid grid, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grid);
        await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO rfm_grids (chain, document) SELECT no, ?2 FROM chains WHERE id = ?1
            ON CONFLICT DO UPDATE SET document = excluded.document
            """).Bind(1, chain.Value).Bind(2, ValueFormat.Write(grid)).Run()).ConfigureAwait(false);
    }

    public async ValueTask SaveScoresAsync(ChainId chain, IReadOnlyCollection<ScoredMember> members, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(members);
        await _store.WriteAsync(session =>
        {
            var save = session.Prepared(
                """
                INSERT INTO member_scores (member, r, f, m, score_group, alive, expected)
                VALUES (?1, ?2, ?3, ?4, ?5, CAST(?6 AS REAL), CAST(?7 AS REAL))
                ON CONFLICT DO UPDATE SET r = excluded.r, f = excluded.f, m = excluded.m, score_group = excluded.score_group,
                  alive = excluded.alive, expected = excluded.expected
                WHERE (r, f, m, score_group, alive, expected)
                  IS NOT (excluded.r, excluded.f, excluded.m, excluded.score_group, excluded.alive, excluded.expected)
                """);
            var forget = session.Prepared("DELETE FROM member_scores WHERE member = ?1");
            var note = session.Prepared(
                """
                INSERT INTO high_value_acts (chain, kind, at, member, before, after, over)
                SELECT no, ?2, ?3, ?4, ?5, ?6, ?7 FROM chains WHERE id = ?1
                ON CONFLICT DO UPDATE SET before = excluded.before, after = excluded.after, over = excluded.over
                """);
            foreach (var member in members)
            {
                if (member.Score is not { } score)
                    forget.Bind(1, member.Row).Run();
                else
                    save.Bind(1, member.Row).Bind(2, score.Scores.R).Bind(3, score.Scores.F).Bind(4, score.Scores.M)
                        .Bind(5, (long)score.Group).Bind(6, Text(score.Alive)).Bind(7, Text(score.ExpectedVisits)).Run();
                foreach (var act in member.HighValue ?? [])
                {
                    note.Bind(1, chain.Value).Bind(2, act.Code).Bind(3, act.At.Microseconds).Bind(4, member.Row)
                        .Bind(5, Parts(act.Before)).Bind(6, Parts(act.After)).Bind(7, act.IsOver ? 1L : 0L).Run();
                }
            }

            return true;
        }).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyDictionary<long, MemberScore>> ScoresAsync(IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyDictionary<long, MemberScore>>(session =>
        {
            var found = session.Prepared(
                """
                SELECT member, r, f, m, score_group, CAST(alive AS TEXT), CAST(expected AS TEXT) FROM member_scores
                WHERE member IN (SELECT value FROM json_each(?1))
                """).Bind(1, JsonSerializer.Serialize(rows));
            var scores = new Dictionary<long, MemberScore>();
            while (found.Step())
            {
                scores[found.Number(0)] = new(
                    new((int)found.Number(1), (int)found.Number(2), (int)found.Number(3)),
                    (RfmGroup)found.Number(4),
                    Real(found.TextOrNull(5)),
                    Real(found.TextOrNull(6)));
            }

            return scores;
        }));

    public ValueTask<IReadOnlyList<HighValueSum>> HighValueAsync(ChainId chain, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<HighValueSum>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT kind, count(*), sum(over), sum(before * over), sum(after * over) FROM high_value_acts
                WHERE chain = (SELECT no FROM chains WHERE id = ?1) GROUP BY kind ORDER BY kind
                """).Bind(1, chain.Value);
            var sums = new List<HighValueSum>();
            while (rows.Step())
                sums.Add(new(rows.Text(0), rows.Number(1), rows.Number(2), Money(rows.Number(3)), Money(rows.Number(4))));
            return sums;
        }));

    public ValueTask<IReadOnlyList<HighValueRow>> HighValueActsAsync(
        ChainId chain, string code, HighValuePlace? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<HighValueRow>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT m.id, m.home, a.at, a.before, a.after, a.over FROM high_value_acts a JOIN members m ON m.no = a.member
                WHERE a.chain = (SELECT no FROM chains WHERE id = ?1) AND a.kind = ?2 AND a.at <= ?3 AND (a.at < ?3 OR m.id > ?4)
                ORDER BY a.at DESC, m.id LIMIT ?5
                """)
                .Bind(1, chain.Value).Bind(2, code).Bind(3, after?.At.Microseconds ?? long.MaxValue).Bind(4, after?.Member.Value ?? "").Bind(5, limit);
            var found = new List<HighValueRow>();
            while (rows.Step())
            {
                found.Add(new(
                    new(rows.Text(0)),
                    rows.TextOrNull(1) is { } home ? new StoreId(home) : null,
                    new(code, new(rows.Number(2)), Money(rows.Number(3)), Money(rows.Number(4)), rows.Number(5) != 0)));
            }

            return found;
        }));

    public async ValueTask<bool> ClaimNightAsync(ChainId chain, Instant due, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(_store.Time.GetUtcNow());
        return await _store.WriteAsync(session => session.Prepared(
            """
            INSERT INTO value_nights (chain, leased_until) SELECT no, ?3 FROM chains WHERE id = ?1
            ON CONFLICT DO UPDATE SET leased_until = excluded.leased_until
            WHERE (done IS NULL OR done < ?2) AND leased_until <= ?4
            """)
            .Bind(1, chain.Value).Bind(2, due.Microseconds).Bind(3, (now + lease).Microseconds).Bind(4, now.Microseconds).Run() > 0)
            .ConfigureAwait(false);
    }

    public async ValueTask FinishNightAsync(ChainId chain, Instant due, CancellationToken cancellation) => await _store.WriteAsync(
        session => session.Prepared(
            """
            INSERT INTO value_nights (chain, done) SELECT no, ?2 FROM chains WHERE id = ?1
            ON CONFLICT DO UPDATE SET done = max(coalesce(done, excluded.done), excluded.done), leased_until = 0
            """).Bind(1, chain.Value).Bind(2, due.Microseconds).Run()).ConfigureAwait(false);

    private string? Document(string sql, ChainId chain) => _store.Readers.Read(session =>
    {
        var row = session.Prepared(sql).Bind(1, chain.Value);
        if (!row.Step())
            return null;
        var document = row.Text(0);
        row.Reset();
        return document;
    });

    private static long Parts(decimal money) => (long)(money * MoneyParts);

    private static decimal Money(long parts) => parts / MoneyParts;

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static double? Real(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
