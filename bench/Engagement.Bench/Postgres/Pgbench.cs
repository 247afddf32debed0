using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Engagement.Tests.Shared.Postgres;
using Npgsql;

namespace Engagement.Bench.Postgres;

/// <summary>
/// The rows of one command written as anybody would: a transaction each, by 32 clients at once with prepared statements. It
/// reads nothing, decides nothing and checks nothing; half of the commands move a due time, as ours do.
/// </summary>
internal static partial class Pgbench
{
    private const string Rows =
        """
        \set member random(1, :members)
        BEGIN;
        UPDATE members SET version = version + 1, stage_since = stage_since + 1, state = state WHERE no = :member;
        \if :member % 2 = 0
        UPDATE due SET due_at = coalesce(due_at, 0) + 1, leased_until = 0 WHERE member = :member;
        \endif
        INSERT INTO events (chain, position, member, type, store, at, id, fingerprint, data)
        SELECT 1, place, :member, 'purchase.v1', 'bund', place, 'pgbench' || place, gen_random_uuid(),
          convert_to('{"amount":"128.50","points":128,"order":"' || place || '"}', 'UTF8') FROM nextval('pgbench_places') AS place;
        """;

    /// <param name="keepsHead">
    /// Whether positions are free of gaps, as ours are, which makes each client wait for the others; else they come from a sequence.
    /// </param>
    public static async Task<double> RunAsync(PostgresServer server, string database, int members, bool keepsHead, TimeSpan time)
    {
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await using var command = source.CreateCommand("CREATE SEQUENCE IF NOT EXISTS pgbench_places START 1000000000 CACHE 1");
            await command.ExecuteNonQueryAsync();
        }

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Rows + (keepsHead ? "\nUPDATE heads SET head = head + 1 WHERE chain = 1;\nCOMMIT;\n" : "\nCOMMIT;\n"));
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                Path.Combine(PostgresServer.Programs!, "pgbench"),
                [
                    "--no-vacuum", "--protocol=prepared", "--client=32", "--jobs=2", $"--time={(int)time.TotalSeconds}",
                    $"--define=members={members}", $"--file={script}", "--host=127.0.0.1", $"--port={server.Port}",
                    "--username=postgres", new NpgsqlConnectionStringBuilder(database).Database!,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return Rate().Match(output) is { Success: true } found
                ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench failed:\n{output}\n{await errors}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Rate();
}
