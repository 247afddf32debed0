using System.Runtime.InteropServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>Lists, timelines and boards from a PostgreSQL database.</summary>
public sealed class PostgresQueries : IJournalQueries
{
    /// <summary>The number of the chain named in $1. As a value of its own it leaves rows in the order of their index.</summary>
    internal const string ChainNumber = "(SELECT no FROM chains WHERE id = $1)";

    private const string MemberNumber = $"(SELECT no FROM members WHERE chain = {ChainNumber} AND id = $2)";

    private const string EventsOfChain =
        $"SELECT {PostgresEvents.Columns} FROM events e JOIN members m ON m.no = e.member WHERE e.chain = {ChainNumber}";

    private const string EventsOfMember =
        $"SELECT {PostgresEvents.Columns} FROM events e JOIN members m ON m.no = e.member WHERE e.member = {MemberNumber}";

    private readonly PostgresConnections _connections;
    private readonly PostgresJournal _journal;

    internal PostgresQueries(PostgresStore store)
    {
        _connections = store.Connections;
        _journal = store.Journal;
    }

    public async ValueTask<IReadOnlyList<CommittedEvent>> FeedAsync(
        ChainId chain, long after, int limit, CancellationToken cancellation) => await _connections.ReadAsync(
        $"{EventsOfChain} AND e.position > $2 ORDER BY e.position LIMIT $3",
        [Of(chain.Value), Of(after), Of((long)limit)],
        PostgresEvents.ReadAllAsync,
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<CommittedEvent>> HappenedAsync(
        ChainId chain, StoreId? store, TimelinePlace before, int limit, CancellationToken cancellation) => await _connections.ReadAsync(
        $"""
        {EventsOfChain} AND e.at <= $2 AND (e.at, e.position) < ($2, $3) AND ($4::text IS NULL OR e.store = $4)
        ORDER BY e.at DESC, e.position DESC LIMIT $5
        """,
        [Of(chain.Value), Of(before.At.Microseconds), Of(before.Position), OfText(store?.Value), Of((long)limit)],
        PostgresEvents.ReadAllAsync,
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<CommittedEvent>> TimelineAsync(
        MemberKey key, TimelinePlace? before, int limit, CancellationToken cancellation)
    {
        var place = before ?? new(new(long.MaxValue), 0);
        return await _connections.ReadAsync(
            $"{EventsOfMember} AND (e.at, e.position) < ($3, $4) ORDER BY e.at DESC, e.position DESC LIMIT $5",
            [Of(key.Chain.Value), Of(key.Member.Value), Of(place.At.Microseconds), Of(place.Position), Of((long)limit)],
            PostgresEvents.ReadAllAsync,
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<TimelinePlace?> PlaceAsync(MemberKey key, long position, CancellationToken cancellation) =>
        await _connections.ReadAsync<TimelinePlace?>(
            $"SELECT at FROM events WHERE chain = {ChainNumber} AND position = $3 AND member = {MemberNumber}",
            [Of(key.Chain.Value), Of(key.Member.Value), Of(position)],
            async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false)
                ? new TimelinePlace(new(reader.GetInt64(0)), position)
                : null,
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<CommittedEvent>> CardFlagsAsync(
        ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation) => await _connections.ReadAsync(
        $"""
        SELECT {PostgresEvents.Columns} FROM card_flags f
        JOIN events e ON e.chain = f.chain AND e.position = f.position JOIN members m ON m.no = e.member
        WHERE f.chain = {ChainNumber} AND f.position < $2 AND ($3::text IS NULL OR e.store = $3) ORDER BY f.position DESC LIMIT $4
        """,
        [Of(chain.Value), Of(before ?? long.MaxValue), OfText(store?.Value), Of((long)limit)],
        PostgresEvents.ReadAllAsync,
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<CommittedEvent>> HistoryAsync(MemberKey key, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"{EventsOfMember} ORDER BY e.position",
            [Of(key.Chain.Value), Of(key.Member.Value)],
            PostgresEvents.ReadAllAsync,
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        // Fixed texts only: which index serves depends on what is asked for.
        var filter = (search.Stage, search.Flags) switch
        {
            ({ }, _) => "AND m.stage = $7 AND (m.flags & $6) = $6",
            (null, not AttentionFlags.None) => "AND m.flags <> 0 AND (m.flags & $6) = $6",
            _ => "",
        };
        var home = search.Home is null ? "" : "AND m.home = $5";
        var kept = search.WithErased ? "" : "AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.chain = m.chain AND e.member = m.id)";
        var group = search.Group is null ? "" : "AND $8 = (SELECT s.score_group FROM member_scores s WHERE s.member = m.no)";
        var scores = search.Scores is null ? "" : $"AND EXISTS (SELECT 1 FROM member_scores s WHERE s.member = m.no AND {ScoresAre("$9", "$10", "$11")})";
        return await _connections.ReadAsync(
            $"""
            SELECT m.id, m.home, m.stage, m.stage_since, m.flags, d.due_at
            FROM members m JOIN due d ON d.member = m.no
            WHERE m.chain = {ChainNumber} AND m.id > $2 AND m.id >= $3 AND starts_with(m.id, $3) {home} {filter} {group} {scores} {kept}
            ORDER BY m.id LIMIT $4
            """,
            [
                Of(chain.Value), Of(search.After?.Value ?? ""), Of(search.IdPrefix ?? ""), Of((long)search.Limit),
                OfText(search.Home?.Value), Of((short)search.Flags), Of((short)(search.Stage ?? default)), Of((short)(search.Group ?? default)),
                OfNumber(search.Scores?.R), OfNumber(search.Scores?.F), OfNumber(search.Scores?.M),
            ],
            RowsAsync,
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the scores in s are those that were asked for, each by the parameter that says so or is null.</summary>
    internal static string ScoresAre(string r, string f, string m) =>
        $"({r}::integer IS NULL OR s.r = {r}) AND ({f}::integer IS NULL OR s.f = {f}) AND ({m}::integer IS NULL OR s.m = {m})";

    public async ValueTask<BoardReading> BoardAsync(ChainId chain, BoardAsked asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return await _connections.ReadConsistentlyAsync(
            async connection =>
            {
                if (asked.Overdue is not null)
                    await OverdueAsync(connection, chain, asked, cancellation).ConfigureAwait(false);
                return await BoardAsync(connection, chain, asked.At, asked.EventsFrom, cancellation).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
    }

    private static async Task<BoardReading> BoardAsync(
        NpgsqlConnection connection, ChainId chain, Instant? at, Instant from, CancellationToken cancellation)
    {
        var head = await PostgresConnections.RunAsync<long?>(
            connection,
            $"SELECT head FROM heads WHERE chain = {ChainNumber}",
            [Of(chain.Value)],
            static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false) ? reader.GetInt64(0) : null,
            cancellation).ConfigureAwait(false);
        if (head is not { } position)
            return new(0, new Dictionary<StoreKey, Levels>(), []);

        // Whole days come from the sums; what happened on the last, unfinished day is added move by move.
        var untilDay = at?.UtcDay ?? long.MaxValue;
        var levels = await PostgresConnections.RunAsync(
            connection,
            $"SELECT store, level, sum(delta)::bigint FROM levels WHERE chain = {ChainNumber} AND day < $2 GROUP BY store, level",
            [Of(chain.Value), Of(untilDay)],
            ReadLevelsAsync,
            cancellation).ConfigureAwait(false);
        var readFrom = at is { } instant ? Instant.Earlier(from, Instant.StartOfUtcDay(instant.UtcDay)) : from;
        var events = await PostgresConnections.RunAsync(
            connection,
            $"{EventsOfChain} AND e.at BETWEEN $2 AND $3 ORDER BY e.at, e.position",
            [Of(chain.Value), Of(readFrom.Microseconds), Of(at?.Microseconds ?? long.MaxValue)],
            PostgresEvents.ReadAllAsync,
            cancellation).ConfigureAwait(false);
        if (at is not null)
            Levels.AddUnfinishedDay(levels, events, untilDay);
        return new(position, levels, [.. events.Where(happened => happened.At >= from)]);
    }

    private static async Task<Dictionary<StoreKey, Levels>> ReadLevelsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var levels = new Dictionary<StoreKey, Levels>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var home = reader.GetString(0);
            var key = new StoreKey(home.Length == 0 ? null : new StoreId(home));
            (CollectionsMarshal.GetValueRefOrAddDefault(levels, key, out _) ??= new())[reader.GetInt16(1)] = reader.GetInt64(2);
        }

        return levels;
    }

    private async Task OverdueAsync(NpgsqlConnection connection, ChainId chain, BoardAsked asked, CancellationToken cancellation)
    {
        var reading = PostgresConnections.RunAsync(
            connection,
            $"""
            SELECT m.no, m.version, m.rules_version, d.due_at, m.format, m.state, m.id
            FROM due d JOIN members m ON m.no = d.member WHERE d.chain = {ChainNumber} AND d.due_at <= $2
            """,
            [Of(chain.Value), Of(asked.OverdueAt.Microseconds)],
            async (reader, cancellation) =>
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    asked.Overdue!(await _journal.RecordAsync(new(chain, new(reader.GetString(6))), reader, cancellation).ConfigureAwait(false));
                return 0;
            },
            cancellation);
        await reading.ConfigureAwait(false);
    }

    /// <summary>Members as lists show them: id, home, stage, since when, flags, due at.</summary>
    internal static async Task<IReadOnlyList<MemberRow>> RowsAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        var found = new List<MemberRow>();
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
            found.Add(Row(rows));
        return found;
    }

    private static MemberRow Row(NpgsqlDataReader row) => new(
        new(row.GetString(0)),
        row.IsDBNull(1) ? null : new StoreId(row.GetString(1)),
        (Stage)row.GetInt16(2),
        new(row.GetInt64(3)),
        (AttentionFlags)row.GetInt16(4),
        row.IsDBNull(5) ? null : new Instant(row.GetInt64(5)));
}
