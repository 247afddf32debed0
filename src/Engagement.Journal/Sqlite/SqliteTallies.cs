using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Journal.Tallies;

namespace Engagement.Journal.Sqlite;

/// <summary>What is counted of playbooks, campaigns, surveys and staff, from one SQLite file.</summary>
public sealed class SqliteTallies : ITallies
{
    private readonly SqliteReaders _readers;

    internal SqliteTallies(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<Tally>> TalliesAsync(ChainId chain, TallyQuestion asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return ValueTask.FromResult(_readers.ReadConsistently<IReadOnlyList<Tally>>(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return [];
            return
            [
                .. asked.Prefixes.SelectMany(prefix => Read(session, number, prefix, asked))
                    .OrderBy(tally => tally.Day).ThenBy(tally => tally.Subject, StringComparer.Ordinal)
                    .ThenBy(tally => tally.Measure, StringComparer.Ordinal).ThenBy(tally => tally.Store?.Value, StringComparer.Ordinal),
            ];
        }));
    }

    private static List<Tally> Read(SqliteSession session, long chain, string prefix, TallyQuestion asked)
    {
        var (from, to) = TallyDays.Of(asked);
        var rows = session.Prepared(
            """
            SELECT CASE WHEN ?7 THEN day END AS on_day, subject, measure, sum(amount), CASE WHEN ?8 THEN store END AS at_store FROM tallies
            WHERE chain = ?1 AND day BETWEEN ?2 AND ?3 AND subject >= ?4 AND subject < ?5 AND (?6 IS NULL OR store = ?6)
            GROUP BY on_day, subject, measure, at_store HAVING sum(amount) <> 0
            """)
            .Bind(1, chain)
            .Bind(2, from)
            .Bind(3, to)
            .Bind(4, prefix)
            .Bind(5, prefix + char.ConvertFromUtf32(0x10FFFF))
            .Bind(6, asked.Store?.Value)
            .Bind(7, asked.IsByDay ? 1 : 0)
            .Bind(8, asked.IsByStore ? 1 : 0);
        var tallies = new List<Tally>();
        while (rows.Step())
        {
            tallies.Add(new(
                rows.IsNull(0) ? null : TallyDays.Of(rows.Number(0)),
                rows.Text(1),
                rows.Text(2),
                decimal.Parse(rows.Text(3), NumberStyles.Float, CultureInfo.InvariantCulture))
            {
                Store = rows.TextOrNull(4) is { Length: > 0 } store ? new StoreId(store) : null,
            });
        }

        return tallies;
    }
}
