using Engagement.Domain.Identity;
using Engagement.Journal.Insights;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>What insights are worked out from, from a database that many nodes share.</summary>
public sealed class PostgresTraces : ITraces
{
    private readonly PostgresConnections _connections;
    private readonly PostgresJournal _journal;

    internal PostgresTraces(PostgresStore store)
    {
        _connections = store.Connections;
        _journal = store.Journal;
    }

    public async ValueTask<long> ReadAsync(ChainId chain, long after, int limit, Action<Trace> into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(into);
        return await _connections.ReadAsync(
            $"""
            SELECT position, member, type, store, at, CASE WHEN type = ANY ($4) THEN data END FROM events
            WHERE chain = {PostgresQueries.ChainNumber} AND position > $2 ORDER BY position LIMIT $3
            """,
            [Of(chain.Value), Of(after), Of((long)limit), Of(TraceFormat.WithContent)],
            async (rows, cancellation) =>
            {
                var last = after;
                while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    last = rows.GetInt64(0);
                    into(TraceFormat.Read(
                        rows.GetInt64(1),
                        rows.GetString(2),
                        new(rows.GetInt64(4)),
                        rows.IsDBNull(3) ? null : new StoreId(rows.GetString(3)),
                        rows.IsDBNull(5) ? default : rows.GetFieldValue<byte[]>(5)));
                }

                return last;
            },
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<MemberRecord>> MembersAsync(
        ChainId chain, IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<MemberRecord>>(
            $"""
            SELECT m.no, m.version, m.rules_version, d.due_at, m.format, m.state, m.id
            FROM unnest($2) AS asked (no) CROSS JOIN LATERAL (SELECT * FROM members m WHERE m.no = asked.no LIMIT 1) m
            JOIN due d ON d.member = m.no WHERE m.chain = {PostgresQueries.ChainNumber}
            """,
            [Of(chain.Value), Of(rows.ToArray())],
            async (reader, cancellation) =>
            {
                var found = new List<MemberRecord>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(await _journal.RecordAsync(new(chain, new(reader.GetString(6))), reader, cancellation).ConfigureAwait(false));
                return found;
            },
            cancellation).ConfigureAwait(false);
}
