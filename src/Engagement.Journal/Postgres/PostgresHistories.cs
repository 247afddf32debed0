using Engagement.Domain.Identity;
using Engagement.Journal.Formats;
using Engagement.Journal.Histories;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The whole history of a chain from a PostgreSQL database.</summary>
public sealed class PostgresHistories : IHistories
{
    private readonly PostgresConnections _connections;

    internal PostgresHistories(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<HistoryExtent?> ExtentAsync(ChainId chain, CancellationToken cancellation) => await _connections.ReadAsync(
        """
        SELECT h.head, (SELECT min(no) FROM members WHERE chain = c.no), (SELECT max(no) FROM members WHERE chain = c.no)
        FROM chains c JOIN heads h ON h.chain = c.no WHERE c.id = $1
        """,
        [Of(chain.Value)],
        static async (row, cancellation) => await row.ReadAsync(cancellation).ConfigureAwait(false)
            ? new HistoryExtent(row.GetInt64(0), row.IsDBNull(1) ? 1 : row.GetInt64(1), row.IsDBNull(2) ? 0 : row.GetInt64(2))
            : null,
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(
        ChainId chain, long first, long last, long head, IReadOnlySet<StoreId> stores, Func<string, bool> needsData, CancellationToken cancellation)
    {
        var histories = new SortedDictionary<long, (MemberHistory History, List<CommittedEvent> Events)>();
        await _connections.ReadConsistentlyAsync(
            async connection =>
            {
                await PostgresConnections.RunAsync(
                    connection,
                    $"SELECT no, id, home, state FROM members WHERE chain = {PostgresQueries.ChainNumber} AND no BETWEEN $2 AND $3",
                    [Of(chain.Value), Of(first), Of(last)],
                    async (row, cancellation) =>
                    {
                        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                        {
                            if (stores.Count > 0 && (row.IsDBNull(2) || !stores.Contains(new(row.GetString(2)))))
                                continue;
                            var events = new List<CommittedEvent>();
                            histories[row.GetInt64(0)] = (new(new(row.GetString(1)), MemberFormat.BirthdayOf(row.GetFieldValue<byte[]>(3)), events), events);
                        }

                        return histories.Count;
                    },
                    cancellation).ConfigureAwait(false);
                return histories.Count == 0 ? 0 : await PostgresConnections.RunAsync(
                    connection,
                    $"""
                    SELECT e.member, e.position, e.type, e.store, e.at, e.id, e.data, e.fingerprint
                    FROM members m CROSS JOIN LATERAL (SELECT * FROM events e WHERE e.member = m.no AND e.position <= $4) e
                    WHERE m.chain = {PostgresQueries.ChainNumber} AND m.no BETWEEN $2 AND $3
                    """,
                    [Of(chain.Value), Of(first), Of(last), Of(head)],
                    async (row, cancellation) =>
                    {
                        while (await row.ReadAsync(cancellation).ConfigureAwait(false))
                        {
                            if (histories.TryGetValue(row.GetInt64(0), out var member))
                                member.Events.Add(Event(row, member.History.Id, needsData));
                        }

                        return 0;
                    },
                    cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        foreach (var (_, events) in histories.Values)
            events.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        return [.. histories.Values.Select(member => member.History)];
    }

    private static CommittedEvent Event(NpgsqlDataReader row, MemberId member, Func<string, bool> needsData)
    {
        var type = string.Intern(row.GetString(2));
        var isNeeded = needsData(type);
        return new(
            row.GetInt64(1),
            type,
            member,
            row.IsDBNull(3) ? null : new StoreId(row.GetString(3)),
            new(row.GetInt64(4)),
            !isNeeded || row.IsDBNull(5) ? null : row.GetString(5),
            isNeeded ? row.GetFieldValue<byte[]>(6) : default(ReadOnlyMemory<byte>))
        {
            Fingerprint = !isNeeded || row.IsDBNull(7) ? default : PostgresEvents.FingerprintOf(row.GetGuid(7)),
        };
    }
}
