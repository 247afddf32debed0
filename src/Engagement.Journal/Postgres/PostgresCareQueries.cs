using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Care;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>Lists of tasks and messages from a PostgreSQL database.</summary>
public sealed class PostgresCareQueries : ICareQueries
{
    private const string Tasks =
        """
        SELECT t.id, m.id, t.store, t.number, t.kind, t.source, t.run, t.step, t.title, t.script, t.offer, t.opened_at, t.due_at,
          t.expires_at, t.state, t.assignee, t.snoozed_until, t.escalated, t.outcome, t.closed_at
        FROM tasks t JOIN members m ON m.no = t.member
        """;

    private const string Messages =
        """
        SELECT s.id, m.id, s.run, s.step, s.playbook, s.template, s.channel, s.offer, s.state, s.planned_at, s.sent_at, s.decisions, m.home
        FROM messages s JOIN members m ON m.no = s.member
        """;

    private readonly PostgresConnections _connections;

    internal PostgresCareQueries(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyList<TaskRow>> TasksAsync(ChainId chain, TaskSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return await AllAsync(
            $"{Tasks} WHERE {CareFilters.Of(search, PostgresQueries.ChainNumber, "$")} ORDER BY t.due_at, t.id LIMIT $5",
            [
                Of(chain.Value), Of(search.After?.DueAt.Microseconds ?? long.MinValue), Of(search.After?.Id ?? ""),
                Of(CareFilters.Mask(search.States)), Of((long)search.Limit), OfText(search.Store?.Value), OfText(search.Assignee?.Value),
                OfText(search.Member?.Value), Of(search.OverdueAt?.Microseconds ?? default), Of(search.OpenAt?.Microseconds ?? default),
            ],
            ReadTask,
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<TaskCounts> CountTasksAsync(ChainId chain, TaskCountAsked asked, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return (await AllAsync(
            CareFilters.CountsOf(asked, PostgresQueries.ChainNumber, "$"),
            [Of(chain.Value), Of(asked.Now.Microseconds), Of(asked.Soon.Microseconds), OfText(asked.Store?.Value), OfText(asked.Mine?.Value)],
            row => ReadCounts(row),
            cancellation).ConfigureAwait(false))[0];
    }

    public async ValueTask<IReadOnlyDictionary<StoreKey, TaskCounts>> CountTasksByStoreAsync(
        ChainId chain, Instant now, Instant soon, CancellationToken cancellation) => (await AllAsync(
            CareFilters.CountsByStore(PostgresQueries.ChainNumber, "$"),
            [Of(chain.Value), Of(now.Microseconds), Of(soon.Microseconds)],
            row => (Home: StoreOrNull(row, 0), Counts: ReadCounts(row, 1)),
            cancellation).ConfigureAwait(false)).ToDictionary(row => new StoreKey(row.Home), row => row.Counts);

    public async ValueTask<IReadOnlyList<DoneTask>> DoneTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, CancellationToken cancellation) => await AllAsync(
        $"""
        SELECT t.assignee, m.id, t.store, t.closed_at, t.outcome FROM tasks t JOIN members m ON m.no = t.member
        WHERE {CareFilters.Done(store, PostgresQueries.ChainNumber, "$")} AND t.assignee IS NOT NULL ORDER BY t.closed_at, t.id
        """,
        [Of(chain.Value), Of(from.Microseconds), Of(to.Microseconds), OfText(store?.Value)],
        row => new DoneTask(new(row.GetString(0)), new(row.GetString(1)), StoreOrNull(row, 2), new(row.GetInt64(3)), row.GetString(4)),
        cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<CommittedEvent>> RenewalsAfterTasksAsync(
        ChainId chain, StoreId? store, Instant from, Instant to, TimeSpan within, CancellationToken cancellation) => await AllAsync(
        $"""
        SELECT {PostgresEvents.Columns} FROM (
          SELECT DISTINCT n.chain, n.position FROM tasks t
          JOIN events n ON n.member = t.member AND n.at > t.closed_at AND n.at <= t.closed_at + $5
          WHERE {CareFilters.Done(store, PostgresQueries.ChainNumber, "$")} AND {CareFilters.IsRenewal}) AS found
        JOIN events e ON e.chain = found.chain AND e.position = found.position JOIN members m ON m.no = e.member
        ORDER BY e.position
        """,
        [
            Of(chain.Value), Of(from.Microseconds), Of(to.Microseconds), OfText(store?.Value),
            Of(within.Ticks / TimeSpan.TicksPerMicrosecond),
        ],
        PostgresEvents.Read,
        cancellation).ConfigureAwait(false);

    public async ValueTask<TaskRow?> TaskAsync(ChainId chain, string id, CancellationToken cancellation) => (await AllAsync(
        $"{Tasks} WHERE t.chain = {PostgresQueries.ChainNumber} AND t.id = $2",
        [Of(chain.Value), Of(id)],
        ReadTask,
        cancellation).ConfigureAwait(false)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<MessageRow>> MessagesAsync(ChainId chain, MessageSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return await AllAsync(
            $"{Messages} WHERE {CareFilters.Of(search, PostgresQueries.ChainNumber, "$")} ORDER BY s.planned_at DESC, s.id DESC LIMIT $4",
            [
                Of(chain.Value), Of(search.Before?.PlannedAt.Microseconds ?? long.MaxValue), Of(search.Before?.Id ?? ""),
                Of((long)search.Limit), Of((short)(search.State ?? default)), OfText(search.Member?.Value),
                OfText(search.Playbook), OfText(search.Channel),
            ],
            ReadMessage,
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<MessageRow?> MessageAsync(ChainId chain, string id, CancellationToken cancellation) => (await AllAsync(
        $"{Messages} WHERE s.chain = {PostgresQueries.ChainNumber} AND s.id = $2",
        [Of(chain.Value), Of(id)],
        ReadMessage,
        cancellation).ConfigureAwait(false)).FirstOrDefault();

    private Task<List<T>> AllAsync<T>(
        string sql, IEnumerable<NpgsqlParameter> parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellation) =>
        _connections.ReadAsync(
            sql,
            parameters,
            async (reader, cancellation) =>
            {
                var all = new List<T>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    all.Add(read(reader));
                return all;
            },
            cancellation);

    private static TaskRow ReadTask(NpgsqlDataReader row) => new(
        row.GetString(0),
        new(row.GetString(1)),
        TextOrNull(row, 2) is { } store ? new StoreId(store) : null,
        new StaffTask(
            row.GetInt32(3),
            row.GetString(4),
            row.GetString(5),
            row.IsDBNull(6) ? null : new(row.GetInt32(6), row.GetInt32(7)),
            row.GetString(8),
            TextOrNull(row, 9),
            TextOrNull(row, 10),
            new(row.GetInt64(11)),
            new(row.GetInt64(12)),
            InstantOrNull(row, 13))
        {
            State = (TaskState)row.GetInt16(14),
            Assignee = TextOrNull(row, 15) is { } assignee ? new StaffId(assignee) : null,
            SnoozedUntil = InstantOrNull(row, 16),
            IsEscalated = row.GetBoolean(17),
        },
        TextOrNull(row, 18),
        InstantOrNull(row, 19));

    private static MessageRow ReadMessage(NpgsqlDataReader row) => new(
        row.GetString(0),
        new(row.GetString(1)),
        new(row.GetInt32(2), row.GetInt32(3)),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        TextOrNull(row, 7),
        (MessageState)row.GetInt16(8),
        new(row.GetInt64(9)),
        InstantOrNull(row, 10),
        DecisionFormat.Read(row.GetString(11)))
    {
        Store = TextOrNull(row, 12) is { } home ? new StoreId(home) : null,
    };

    private static TaskCounts ReadCounts(NpgsqlDataReader row, int first = 0) => new(
        row.GetInt64(first), row.GetInt64(first + 1), row.GetInt64(first + 2), row.GetInt64(first + 3), row.GetInt64(first + 4),
        row.GetInt64(first + 5), Convert.ToInt64(row.GetValue(first + 6), null));

    private static StoreId? StoreOrNull(NpgsqlDataReader row, int column) => TextOrNull(row, column) is { } store ? new StoreId(store) : null;

    private static string? TextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Instant? InstantOrNull(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Instant(row.GetInt64(column));
}
