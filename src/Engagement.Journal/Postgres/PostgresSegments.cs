using Engagement.Domain.Identity;
using Engagement.Journal.Campaigns;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>Who is in a segment, from a PostgreSQL database.</summary>
public sealed class PostgresSegments : ISegments
{
    private const string Matching =
        $"""
        m.chain = {PostgresQueries.ChainNumber} AND coalesce(m.home, '') = ANY($2)
          AND (cardinality($3) = 0 OR m.stage = ANY($3)) AND ($4 = 0 OR (m.flags & $4) <> 0)
          AND m.stage_since > $5 AND m.stage_since <= $6
        """;

    private readonly PostgresConnections _connections;
    private readonly PostgresJournal _journal;

    internal PostgresSegments(PostgresStore store)
    {
        _connections = store.Connections;
        _journal = store.Journal;
    }

    public async ValueTask<IReadOnlyList<MemberRow>> PageAsync(
        ChainId chain, SegmentSearch search, MemberId? after, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<MemberRow>>(
            $"""
            SELECT m.id, m.home, m.stage, m.stage_since, m.flags, d.due_at
            FROM members m JOIN due d ON d.member = m.no WHERE {Matching} AND m.id > $7 ORDER BY m.id LIMIT $8
            """,
            [.. Values(chain, search), Of(after?.Value ?? ""), Of((long)limit)],
            PostgresQueries.RowsAsync,
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<StoreKey, long>> CountAsync(
        ChainId chain, SegmentSearch search, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyDictionary<StoreKey, long>>(
            $"SELECT coalesce(m.home, ''), count(*) FROM members m WHERE {Matching} GROUP BY 1",
            Values(chain, search),
            static async (reader, cancellation) =>
            {
                var counts = new Dictionary<StoreKey, long>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    counts[new(reader.GetString(0) is { Length: > 0 } home ? new StoreId(home) : null)] = reader.GetInt64(1);
                return counts;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<MemberRecord>> RecordsAsync(
        ChainId chain, SegmentSearch search, MemberId? after, MemberId? until, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<MemberRecord>>(
            $"""
            SELECT m.no, m.version, m.rules_version, d.due_at, m.format, m.state, m.id
            FROM members m JOIN due d ON d.member = m.no
            WHERE {Matching} AND m.id > $7 AND ($8 = '' OR m.id <= $8) ORDER BY m.id LIMIT $9
            """,
            [.. Values(chain, search), Of(after?.Value ?? ""), Of(until?.Value ?? ""), Of((long)limit)],
            async (reader, cancellation) =>
            {
                var found = new List<MemberRecord>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(await _journal.RecordAsync(new(chain, new(reader.GetString(6))), reader, cancellation).ConfigureAwait(false));
                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<MemberId>> CutsAsync(ChainId chain, int every, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<MemberId>>(
            $"""
            SELECT id FROM (
              SELECT m.id, row_number() OVER (ORDER BY m.id) AS place FROM members m WHERE m.chain = {PostgresQueries.ChainNumber}) numbered
            WHERE place % $2 = 0 ORDER BY id
            """,
            [Of(chain.Value), Of((long)every)],
            static async (reader, cancellation) =>
            {
                var cuts = new List<MemberId>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    cuts.Add(new(reader.GetString(0)));
                return cuts;
            },
            cancellation).ConfigureAwait(false);

    private static NpgsqlParameter[] Values(ChainId chain, SegmentSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return
        [
            Of(chain.Value),
            Of(search.Homes.Select(home => home.Store?.Value ?? "").ToArray()),
            Of(search.Stages.Select(stage => (short)stage).ToArray()),
            Of((short)search.Flags),
            Of(search.StageSinceAfter?.Microseconds ?? long.MinValue),
            Of(search.StageSinceUntil?.Microseconds ?? long.MaxValue),
        ];
    }
}
