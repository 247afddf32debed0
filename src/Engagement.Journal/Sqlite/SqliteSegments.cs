using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Journal.Campaigns;

namespace Engagement.Journal.Sqlite;

/// <summary>Who is in a segment, from one SQLite file.</summary>
public sealed class SqliteSegments : ISegments
{
    // Lists travel as JSON arrays, and an empty one asks for nothing, but for homes.
    private const string Matching =
        """
        FROM members WHERE chain = (SELECT no FROM chains WHERE id = ?1)
          AND coalesce(home, '') IN (SELECT value FROM json_each(?2))
          AND (?3 = '[]' OR stage IN (SELECT value FROM json_each(?3)))
          AND (?4 = 0 OR (flags & ?4) <> 0) AND stage_since > ?5 AND stage_since <= ?6
        """;

    private readonly SqliteReaders _readers;

    internal SqliteSegments(SqliteStore store) => _readers = store.Readers;

    public ValueTask<IReadOnlyList<MemberRow>> PageAsync(
        ChainId chain, SegmentSearch search, MemberId? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<MemberRow>>(session =>
        {
            var rows = Bind(session.Prepared(
                $"SELECT id, home, stage, stage_since, flags, due_at {Matching} AND id > ?7 ORDER BY id LIMIT ?8"), chain, search)
                .Bind(7, after?.Value ?? "").Bind(8, limit);
            return SqliteQueries.Rows(rows);
        }));

    public ValueTask<IReadOnlyDictionary<StoreKey, long>> CountAsync(
        ChainId chain, SegmentSearch search, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyDictionary<StoreKey, long>>(session =>
        {
            var rows = Bind(session.Prepared($"SELECT coalesce(home, ''), count(*) {Matching} GROUP BY 1"), chain, search);
            var counts = new Dictionary<StoreKey, long>();
            while (rows.Step())
                counts[new(rows.Text(0) is { Length: > 0 } home ? new StoreId(home) : null)] = rows.Number(1);
            return counts;
        }));

    public ValueTask<IReadOnlyList<MemberRecord>> RecordsAsync(
        ChainId chain, SegmentSearch search, MemberId? after, MemberId? until, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<MemberRecord>>(session =>
        {
            var rows = Bind(
                session.Prepared(
                    $"""
                    SELECT id, no, version, rules_version, due_at, format, state {Matching}
                      AND id > ?7 AND (?8 = '' OR id <= ?8) ORDER BY id LIMIT ?9
                    """),
                chain,
                search).Bind(7, after?.Value ?? "").Bind(8, until?.Value ?? "").Bind(9, limit);
            var found = new List<MemberRecord>();
            while (rows.Step())
                found.Add(SqliteJournal.Record(session, new(chain, new(rows.Text(0))), rows, 1));
            return found;
        }));

    public ValueTask<IReadOnlyList<MemberId>> CutsAsync(ChainId chain, int every, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<MemberId>>(session =>
        {
            var rows = session.Prepared(
                """
                SELECT id FROM (
                  SELECT id, row_number() OVER (ORDER BY id) AS place FROM members WHERE chain = (SELECT no FROM chains WHERE id = ?1))
                WHERE place % ?2 = 0 ORDER BY id
                """).Bind(1, chain.Value).Bind(2, every);
            var cuts = new List<MemberId>();
            while (rows.Step())
                cuts.Add(new(rows.Text(0)));
            return cuts;
        }));

    private static Statement Bind(Statement statement, ChainId chain, SegmentSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return statement
            .Bind(1, chain.Value)
            .Bind(2, JsonSerializer.Serialize(search.Homes.Select(home => home.Store?.Value ?? "")))
            .Bind(3, JsonSerializer.Serialize(search.Stages.Select(stage => (int)stage)))
            .Bind(4, (long)search.Flags)
            .Bind(5, search.StageSinceAfter?.Microseconds ?? long.MinValue)
            .Bind(6, search.StageSinceUntil?.Microseconds ?? long.MaxValue);
    }
}
