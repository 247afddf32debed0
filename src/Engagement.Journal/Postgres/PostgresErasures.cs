using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Journal.Erasure;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>
/// The erasures of a database that many nodes share. An update leaves the row as it was behind, in the table's file and in the log: the
/// one goes with a sweep, the other as the server comes to use its log's segments again (docs/security/erasure.md).
/// </summary>
public sealed class PostgresErasures : IErasures
{
    private const string Columns = "c.id, e.member, e.asked_at, e.by_whom, e.reason, e.step, e.done_at";
    private const int InOneCommit = 500;

    /// <summary>Every table in which something of a member was that is cleaned.</summary>
    private static readonly string[] Cleaned = ["events", "members", "tasks", "messages", "errands", "referral_codes"];

    private readonly PostgresConnections _connections;
    private readonly TimeProvider _time;

    internal PostgresErasures(PostgresStore store) => (_connections, _time) = (store.Connections, store.Time);

    public event Action? Asked;

    /// <summary>Each table is locked while it is written anew.</summary>
    public bool SweepsWhileOthersRead => false;

    public async ValueTask<AskedErasure?> AskAsync(MemberKey member, Instant at, string by, string? reason, CancellationToken cancellation)
    {
        await _connections.WriteAsync(
            """
            INSERT INTO erasures (chain, member, asked_at, by_whom, reason) SELECT no, $2, $3, $4, $5 FROM chains WHERE id = $1
            ON CONFLICT DO NOTHING
            """,
            [Of(member.Chain.Value), Of(member.Member.Value), Of(at.Microseconds), Of(by), OfText(reason)],
            cancellation).ConfigureAwait(false);
        Asked?.Invoke();
        return await FindAsync(member, cancellation).ConfigureAwait(false);
    }

    public async ValueTask<AskedErasure?> FindAsync(MemberKey member, CancellationToken cancellation) => (await _connections.ReadAsync(
        $"SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain WHERE c.id = $1 AND e.member = $2",
        [Of(member.Chain.Value), Of(member.Member.Value)],
        ReadAsync,
        cancellation).ConfigureAwait(false)).FirstOrDefault();

    public async ValueTask<IReadOnlyList<AskedErasure>> ListAsync(ChainId chain, MemberId after, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain WHERE c.id = $1 AND e.member > $2 ORDER BY e.member LIMIT $3",
            [Of(chain.Value), Of(after.Value), Of((long)limit)],
            ReadAsync,
            cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<AskedErasure>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now;
        return await _connections.ReadAsync(
            $"""
            WITH picked AS (
              SELECT chain, member FROM erasures WHERE done_at IS NULL AND step < 4 AND leased_until <= $1
              ORDER BY asked_at, member LIMIT $3 FOR UPDATE SKIP LOCKED),
            taken AS (
              UPDATE erasures e SET leased_until = $2 FROM picked p WHERE e.chain = p.chain AND e.member = p.member RETURNING e.*)
            SELECT {Columns} FROM taken e JOIN chains c ON c.no = e.chain ORDER BY e.asked_at, e.member
            """,
            [Of(now), Of(now + (long)lease.TotalMicroseconds), Of((long)limit)],
            ReadAsync,
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask ReachAsync(MemberKey member, ErasureStep step, TimeSpan lease, CancellationToken cancellation) => await _connections.WriteAsync(
        $"""
        UPDATE erasures SET step = greatest(step, $3), leased_until = $4
        WHERE chain = {PostgresQueries.ChainNumber} AND member = $2 AND done_at IS NULL
        """,
        [
            Of(member.Chain.Value), Of(member.Member.Value), Of((short)step),
            Of(lease > TimeSpan.Zero ? Now + (long)lease.TotalMicroseconds : 0L),
        ],
        cancellation).ConfigureAwait(false);

    public async ValueTask CleanAsync(MemberKey member, CancellationToken cancellation)
    {
        var (chain, row) = await RowOfAsync(member, cancellation).ConfigureAwait(false);
        if (row != 0)
        {
            var positions = await NumbersAsync(
                "SELECT position FROM events WHERE member = $1 ORDER BY position", [Of(row)], cancellation).ConfigureAwait(false);
            foreach (var portion in positions.Chunk(InOneCommit))
                await CleanAsync(chain, portion, Depth.Everything, cancellation).ConfigureAwait(false);
            await CleanRowsAsync(row, cancellation).ConfigureAwait(false);
        }

        await _connections.WriteAsync(
            $"DELETE FROM referral_codes WHERE chain = {PostgresQueries.ChainNumber} AND member = $2",
            [Of(member.Chain.Value), Of(member.Member.Value)],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<OldWords> CleanOldWordsAsync(
        ChainId chain, Instant before, long? after, int limit, CancellationToken cancellation)
    {
        var (number, head, from) = await ExtentAsync(chain, cancellation).ConfigureAwait(false);
        var positions = await NumbersAsync(
            "SELECT position FROM events WHERE chain = $1 AND position > $2 AND position <= $3 AND at < $4 ORDER BY position LIMIT $5",
            [Of(number), Of(after ?? from), Of(head), Of(before.Microseconds), Of((long)limit)],
            cancellation).ConfigureAwait(false);
        var cleaned = 0;
        foreach (var portion in positions.Chunk(InOneCommit))
            cleaned += await CleanAsync(number, portion, Depth.OldWords, cancellation).ConfigureAwait(false);
        if (positions.Count == limit)
            return new(cleaned, positions[^1]);
        // Up to the first that is too young all is dealt with. What was told late lies behind it, and is looked at again.
        await _connections.WriteAsync(
            """
            INSERT INTO old_words (chain, position) SELECT $1, coalesce(
              (SELECT min(position) FROM events WHERE chain = $1 AND position > $2 AND position <= $3 AND at >= $4) - 1, $3)
            ON CONFLICT (chain) DO UPDATE SET position = excluded.position
            """,
            [Of(number), Of(from), Of(head), Of(before.Microseconds)],
            cancellation).ConfigureAwait(false);
        return new(cleaned, null);
    }

    public async ValueTask<long> CountOldAsync(ChainId chain, Instant before, CancellationToken cancellation)
    {
        var (number, head, from) = await ExtentAsync(chain, cancellation).ConfigureAwait(false);
        return (await NumbersAsync(
            "SELECT count(*) FROM events WHERE chain = $1 AND position > $2 AND position <= $3 AND at < $4",
            [Of(number), Of(from), Of(head), Of(before.Microseconds)],
            cancellation).ConfigureAwait(false))[0];
    }

    public async ValueTask<IReadOnlyList<MemberId>> SilentAsync(
        ChainId chain, Instant since, MemberId after, int limit, CancellationToken cancellation) => await _connections.ReadAsync(
            $"""
            SELECT m.id FROM members m WHERE m.chain = {PostgresQueries.ChainNumber} AND m.stage = $2 AND m.id > $3
              AND NOT EXISTS (SELECT 1 FROM erasures e WHERE e.chain = m.chain AND e.member = m.id)
              AND NOT EXISTS (SELECT 1 FROM events a WHERE a.member = m.no AND a.at >= $4 AND a.id IS NOT NULL)
            ORDER BY m.id LIMIT $5
            """,
            [Of(chain.Value), Of((short)Stage.Lost), Of(after.Value), Of(since.Microseconds), Of((long)limit)],
            static async (reader, cancellation) =>
            {
                var found = new List<MemberId>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(new(reader.GetString(0)));
                return found;
            },
            cancellation).ConfigureAwait(false);

    public async ValueTask<SweepNeed> NeedAsync(CancellationToken cancellation) => await _connections.ReadAsync(
        "SELECT count(*), (SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest($1) AS name)::bigint FROM erasures WHERE done_at IS NULL AND step = 4",
        [Of(Cleaned)],
        static async (reader, cancellation) =>
        {
            await reader.ReadAsync(cancellation).ConfigureAwait(false);
            return new SweepNeed((int)reader.GetInt64(0), reader.GetInt64(1));
        },
        cancellation).ConfigureAwait(false);

    public async ValueTask<int> SweepAsync(Instant at, CancellationToken cancellation)
    {
        var members = await _connections.ReadAsync(
            $"SELECT {Columns} FROM erasures e JOIN chains c ON c.no = e.chain WHERE e.done_at IS NULL AND e.step = 4", [], ReadAsync, cancellation)
            .ConfigureAwait(false);
        await WriteAnewAsync(cancellation).ConfigureAwait(false);
        var done = 0;
        foreach (var member in members)
        {
            done += await _connections.WriteAsync(
                $"UPDATE erasures SET step = 5, done_at = $3 WHERE chain = {PostgresQueries.ChainNumber} AND member = $2 AND done_at IS NULL",
                [Of(member.Member.Chain.Value), Of(member.Member.Member.Value), Of(at.Microseconds)],
                cancellation).ConfigureAwait(false);
        }

        return done;
    }

    private long Now => Instant.FromDateTimeOffset(_time.GetUtcNow()).Microseconds;

    // It may take longer than any statement may that turns wait for. Each table is locked while it is written anew.
    private async Task WriteAnewAsync(CancellationToken cancellation)
    {
        try
        {
            var connection = await _connections.OpenAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var limit = await TextAsync(connection, "SHOW statement_timeout", cancellation).ConfigureAwait(false);
                await RunAsync(connection, "SET statement_timeout = 0", cancellation).ConfigureAwait(false);
                try
                {
                    foreach (var table in Cleaned)
                        await RunAsync(connection, $"VACUUM (FULL, ANALYZE) {table}", cancellation).ConfigureAwait(false);
                    // The old files are kept until the next checkpoint, and the log that tells of them until it is behind one.
                    await TryAsync(connection, "SELECT pg_switch_wal()", cancellation).ConfigureAwait(false);
                    await TryAsync(connection, "CHECKPOINT", cancellation).ConfigureAwait(false);
                }
                finally
                {
                    await RunAsync(connection, $"SET statement_timeout = '{limit}'", CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (PostgresFaults.Translate(exception) is { } fault)
        {
            throw fault;
        }
    }

    // Not every node's role may: then it comes by itself, within the server's checkpoint_timeout.
    private static async Task TryAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(connection, sql, cancellation).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
        }
    }

#pragma warning disable CA2100 // Constants of this project, and what the server itself said.
    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<string> TextAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
            return (string)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }
#pragma warning restore CA2100

    private async Task<int> CleanAsync(int chain, long[] positions, Depth depth, CancellationToken cancellation)
    {
        var cleaned = await _connections.ReadAsync(
            "SELECT position, type, data FROM events WHERE chain = $1 AND position = ANY($2)",
            [Of(chain), Of(positions)],
            async (reader, cancellation) =>
            {
                var rows = new List<(long Position, byte[] Data)>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    if (Redaction.Clean(reader.GetString(1), reader.GetFieldValue<byte[]>(2), depth) is { } data)
                        rows.Add((reader.GetInt64(0), data));
                }

                return rows;
            },
            cancellation).ConfigureAwait(false);
        if (cleaned.Count > 0)
        {
            await _connections.WriteAsync(
                """
                UPDATE events SET data = told.data FROM unnest($2, $3) AS told (position, data)
                WHERE events.chain = $1 AND events.position = told.position
                """,
                [Of(chain), Of(cleaned.Select(row => row.Position).ToArray()), Of(cleaned.Select(row => row.Data).ToArray())],
                cancellation).ConfigureAwait(false);
        }

        return cleaned.Count;
    }

    private async Task CleanRowsAsync(long member, CancellationToken cancellation)
    {
        await _connections.WriteAsync(
            $"""
            UPDATE tasks SET title = '{Redaction.Nothing}', script = NULL,
              outcome = CASE WHEN outcome IS NULL OR outcome IN ({RedactedRows.KnownOutcomes}) THEN outcome ELSE 'other' END
            WHERE member = $1
            """,
            [Of(member)],
            cancellation).ConfigureAwait(false);
        var cleaned = await _connections.ReadAsync(
            "SELECT no, decisions FROM messages WHERE member = $1",
            [Of(member)],
            static async (reader, cancellation) =>
            {
                var rows = new List<(long Number, string Before, string Decisions)>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    if (RedactedRows.Clean(reader.GetString(1)) is { } decisions)
                        rows.Add((reader.GetInt64(0), reader.GetString(1), decisions));
                }

                return rows;
            },
            cancellation).ConfigureAwait(false);
        // What a report has just added is not lost: whoever is told of it says nothing in words any more.
        foreach (var (number, before, decisions) in cleaned)
        {
            await _connections.WriteAsync(
                "UPDATE messages SET decisions = $3 || substr(decisions, length($2) + 1) WHERE no = $1",
                [Of(number), Of(before), Of(decisions)],
                cancellation).ConfigureAwait(false);
        }
    }

    private async Task<(int Chain, long Row)> RowOfAsync(MemberKey member, CancellationToken cancellation) => await _connections.ReadAsync(
        "SELECT m.chain, m.no FROM chains c JOIN members m ON m.chain = c.no WHERE c.id = $1 AND m.id = $2",
        [Of(member.Chain.Value), Of(member.Member.Value)],
        static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false)
            ? (reader.GetInt32(0), reader.GetInt64(1))
            : default,
        cancellation).ConfigureAwait(false);

    private async Task<(int Number, long Head, long DoneTo)> ExtentAsync(ChainId chain, CancellationToken cancellation) => await _connections.ReadAsync(
        """
        SELECT c.no, h.head, coalesce(o.position, 0) FROM chains c JOIN heads h ON h.chain = c.no
        LEFT JOIN old_words o ON o.chain = c.no WHERE c.id = $1
        """,
        [Of(chain.Value)],
        static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false)
            ? (reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2))
            : default,
        cancellation).ConfigureAwait(false);

    private Task<List<long>> NumbersAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellation) => _connections.ReadAsync(
        sql,
        parameters,
        static async (reader, cancellation) =>
        {
            var numbers = new List<long>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                numbers.Add(reader.GetInt64(0));
            return numbers;
        },
        cancellation);

    private static async Task<List<AskedErasure>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var found = new List<AskedErasure>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            found.Add(new(
                new(new(reader.GetString(0)), new(reader.GetString(1))),
                new(reader.GetInt64(2)),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                (ErasureStep)reader.GetInt16(5),
                reader.IsDBNull(6) ? null : new Instant(reader.GetInt64(6))));
        }

        return found;
    }
}
