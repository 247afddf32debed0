using Engagement.Domain.Identity;
using Engagement.Journal.Tallies;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>What is counted of playbooks, campaigns, surveys and staff, from a PostgreSQL database.</summary>
public sealed class PostgresTallies : ITallies
{
    private readonly PostgresConnections _connections;

    internal PostgresTallies(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyList<Tally>> TalliesAsync(ChainId chain, TallyQuestion asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (from, to) = TallyDays.Of(asked);
        return await _connections.ReadAsync(
            $"""
            SELECT CASE WHEN $6 THEN t.day END AS on_day, t.subject, t.measure, sum(t.amount), CASE WHEN $7 THEN t.store END AS at_store FROM unnest($4) AS prefixes (prefix)
            CROSS JOIN LATERAL (
              SELECT day, subject, measure, store, amount FROM tallies
              WHERE chain = {PostgresQueries.ChainNumber} AND day BETWEEN $2 AND $3
                AND subject >= prefix AND subject < prefix || chr(1114111)) AS t
            WHERE $5::text IS NULL OR t.store = $5
            GROUP BY on_day, t.subject, t.measure, at_store HAVING sum(t.amount) <> 0 ORDER BY on_day, t.subject, t.measure, at_store
            """,
            [Of(chain.Value), Of(from), Of(to), Of(asked.Prefixes.ToArray()), OfText(asked.Store?.Value), Of(asked.IsByDay), Of(asked.IsByStore)],
            static async (reader, cancellation) =>
            {
                var tallies = new List<Tally>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    tallies.Add(new(
                        reader.IsDBNull(0) ? null : TallyDays.Of(reader.GetInt64(0)),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetDecimal(3))
                    {
                        Store = !reader.IsDBNull(4) && reader.GetString(4) is { Length: > 0 } store ? new StoreId(store) : null,
                    });
                }

                return tallies;
            },
            cancellation).ConfigureAwait(false);
    }
}
