using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Engagement.Bench.Recall;

/// <summary>
/// What waking is compared with: the same rows in a copy of the same file, written by hand. One member after the other is found
/// by when she is due, her row gets another state and due time, her events are added, and a message where there is one.
/// </summary>
internal static class PlainWakes
{
    /// <summary>Wakes a second.</summary>
    /// <param name="file">A store that is left as it is.</param>
    /// <param name="size">How much a wake writes.</param>
    /// <param name="together">How many wakes go into one transaction.</param>
    public static double Measure(string file, WakeSize size, int together, TimeSpan time)
    {
        var copy = file + ".plain";
        File.Copy(file, copy, overwrite: true);
        try
        {
            using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
            connection.Open();
            Run(connection, "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384");
            return Measure(connection, size, together, time);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static double Measure(SqliteConnection connection, WakeSize size, int together, TimeSpan time)
    {
        using var next = Command(connection, "SELECT no FROM members WHERE chain = 1 AND due_at IS NOT NULL ORDER BY due_at LIMIT 1");
        using var move = Command(connection, "UPDATE members SET version = version + 1, due_at = due_at + 1000000000000, state = $state WHERE no = $no", "no", "state");
        using var tell = Command(
            connection,
            "INSERT INTO events (place, member, type, store, at, data) VALUES ($place, $no, 'message_planned.v1', NULL, $place, $data)",
            "place", "no", "data");
        using var send = Command(
            connection,
            """
            INSERT INTO messages (
              chain, id, member, run, step, playbook, template, channel, state, planned_at, decisions, outbox, waiting_since)
            VALUES (1, $id, $no, 1, 1, 'welcome', 'benefits_guide', 'file', 0, $place, $decisions, 1, $place)
            """,
            "id", "no", "place", "decisions");
        var (wakes, place, messages) = (0, 2L << 40, 0.0);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            using var transaction = connection.BeginTransaction();
            for (var wake = 0; wake < together; wake++, wakes++)
            {
                next.Transaction = move.Transaction = tell.Transaction = send.Transaction = transaction;
                var no = (long)next.ExecuteScalar()!;
                Bind(move, no, new byte[size.State]).ExecuteNonQuery();
                for (var happened = 0; happened < size.Events; happened++)
                    Bind(tell, place++, no, new byte[size.Event]).ExecuteNonQuery();
                for (messages += size.Messages; messages >= 1; messages--)
                    Bind(send, $"m{Guid.NewGuid():N}"[..23], no, place, new string('x', 120)).ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return wakes / watch.Elapsed.TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The bench's own texts and numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The bench's own texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new() { ParameterName = "$" + name });
        return command;
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var place = 0; place < values.Length; place++)
            command.Parameters[place].Value = values[place];
        return command;
    }
}

/// <summary>What the average wake writes: bytes of her state, events and the bytes of each, messages.</summary>
internal sealed record WakeSize(int State, int Events, int Event, double Messages);
