using System.Globalization;
using Engagement.Bench;
using Engagement.Bench.Fuzzing;
using Engagement.Bench.Insights;
using Engagement.Bench.Postgres;
using Engagement.Bench.Recall;
using Engagement.Bench.Simulation;
using Engagement.Tests.Shared.Postgres;
using Spectre.Console;

// dotnet run -c Release --project bench/Engagement.Bench [-- [members known] [seconds a measurement] [commands|http|known|recall|postgres|simulate|insights]]
// dotnet run -c Release --project bench/Engagement.Bench -- fuzz [calls] [seed]
if (args is ["fuzz", .. var fuzz])
{
    var ground = Directory.CreateTempSubdirectory("engagement-fuzz-").FullName;
    try
    {
        return await FuzzNode.RunAsync(ground, fuzz);
    }
    finally
    {
        Directory.Delete(ground, recursive: true);
    }
}

var known = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var time = TimeSpan.FromSeconds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15);
var only = args.Length > 2 ? args[2] : "";
var folder = Directory.CreateTempSubdirectory("engagement-bench-").FullName;
var table = new Table().AddColumns("what", "measured", "against", "ratio", "target");
var oneByOne = double.NaN;
try
{
    if (Wanted("commands"))
        await CommandsAsync();
    if (Wanted("http"))
        await HttpAsync();
    if (Wanted("known"))
        await KnownAsync();
    if (Wanted("recall"))
        await RecallAsync();
    if (Wanted("postgres"))
        await PostgresAsync();
    if (Wanted("simulate"))
        await SimulateAsync();
    if (Wanted("insights"))
        await InsightsAsync();
    AnsiConsole.Write(table);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;

bool Wanted(string measurement) => only.Length == 0 || only == measurement;

async Task CommandsAsync()
{
    AnsiConsole.MarkupLine("durable commands in process …");
    (var grouped, var inTens, oneByOne) = await DurableCommands.MeasureAsync(folder, members: 10_000, atOnce: 8_000, time);
    table.AddRow("durable commands/s, group commit", $"{grouped:N0}", $"{oneByOne:N0} one a commit", $"{grouped / oneByOne:N1} ×", "60,000 and 4 ×");
    table.AddRow("the same, ten to a turn, as in imports", $"{inTens:N0}", $"{oneByOne:N0} one a commit", $"{inTens / oneByOne:N1} ×", "");
}

async Task HttpAsync()
{
    AnsiConsole.MarkupLine("events over HTTP …");
    using (var server = await ServerProcess.StartAsync(folder, Path.Combine(folder, "http.db")))
    {
        var events = await HttpEvents.MeasureAsync(server, members: 10_000, senders: 4, time);
        table.AddRow("events/s over HTTP, batches of 1,000", $"{events:N0}", $"{oneByOne:N0} one a commit", $"{events / oneByOne:N1} ×", "25,000");
        AnsiConsole.MarkupLine("from answer to watcher …");
        var (median, p99, count) = await LiveLatency.MeasureAsync(server, perSecond: 200, time);
        table.AddRow($"answer to watcher, ms ({count:N0} events)", $"p50 {median:N0}, p99 {p99:N0}", "100 between items", $"{p99 / 100:N2} ×", "p99 100");
    }
}

async Task KnownAsync()
{
    var file = Path.Combine(folder, "known.db");
    AnsiConsole.MarkupLine($"{known:N0} members pending …");
    var last = 0.0;
    var late = await WakeLateness.MeasureAsync(file, known, perSecond: 1_000, time, share =>
    {
        if (share - last < 0.1)
            return;
        last = share;
        AnsiConsole.MarkupLine($"  {share:P0}");
    });
    table.AddRow(
        $"lateness of wakes, ms (1,000/s of {known:N0})", $"p50 {late.Median:N0}, p99 {late.P99:N0}", $"{late.Count:N0} changes", "", "p99 1,000");

    AnsiConsole.MarkupLine("memory and restart …");
    using (var server = await ServerProcess.StartAsync(folder, file))
    {
        await HttpEvents.MeasureAsync(server, known, senders: 2, time);
        table.AddRow($"resident memory, {known:N0} known, after load", $"{server.ResidentBytes / 1e6:N0} MB", "", "", "400 MB");
        server.Kill();
    }

    using (var again = await ServerProcess.StartAsync(folder, file))
        table.AddRow("ready after kill -9 at that size", $"{again.ReadyAfter.TotalSeconds:N2} s", "", "", "2 s");
}

async Task RecallAsync()
{
    AnsiConsole.MarkupLine($"{known:N0} members in playbooks …");
    var figures = await RecallWakes.MeasureAsync(folder, known, time, told => AnsiConsole.WriteLine("  " + told));
    table.AddRow($"members/s who join, visit and enter playbooks ({known:N0})", $"{figures.Joined:N0}", "", "", "");
    table.AddRow("wakes/s, many due at once", $"{figures.Wakes:N0}", $"{figures.Plain:N0} plain SQLite, one a transaction", $"{figures.Wakes / figures.Plain:N1} ×", "10,000");
    table.AddRow("", $"{figures.Wakes:N0}", $"{figures.PlainTogether:N0} plain SQLite, 500 a transaction", $"{figures.Wakes / figures.PlainTogether:N1} ×", "");
    var late = figures.Lateness;
    table.AddRow("lateness, ms, 2,000 wakes/s", $"p50 {late.Median:N0}, p99 {late.P99:N0}, most {late.Most:N0}", "", "", "p99 1,000");
    var caughtUp = figures.AfterADay;
    table.AddRow(
        $"after a day down, wakes/s ({caughtUp.Wakes:N0})", $"{caughtUp.WakesPerSecond:N0}",
        $"{caughtUp.OutOfOrder} out of order, {caughtUp.BeyondCaps} beyond caps", "", "0");
}

async Task SimulateAsync()
{
    AnsiConsole.MarkupLine($"{known:N0} events lived again …");
    var (events, acts, members, replay, busy, plain, isSame) = await SimulatedHistory.MeasureAsync(folder, known, told => AnsiConsole.WriteLine("  " + told));
    table.AddRow(
        $"what-if over {events:N0} events ({acts:N0} acts of {members:N0} members), events/s", $"{events / replay.TotalSeconds:N0}",
        $"{events / plain.TotalSeconds:N0} only read", $"{replay / plain:N1} × the time", "100,000");
    table.AddRow("the same, s", $"{replay.TotalSeconds:N1} ({busy.TotalSeconds:N1} of processors)", $"{plain.TotalSeconds:N1} only read", isSame ? "same policy: same life" : "THE SAME POLICY DIFFERS", "10");
}

async Task InsightsAsync()
{
    AnsiConsole.MarkupLine($"insights over {known:N0} events …");
    var figures = await InsightReads.MeasureAsync(folder, known, told => AnsiConsole.WriteLine("  " + told));
    table.AddRow(
        $"first question over {figures.Events:N0} events ({figures.Members:N0} members), s",
        $"{figures.First.TotalSeconds:N2} ({figures.Busy.TotalSeconds:N2} of processors)", $"{figures.Kept / 1e6:N0} MB kept", "", "2");
    foreach (var (question, took) in figures.Questions)
        table.AddRow(question + ", ms", $"{took.TotalMilliseconds:N1}", "", "", "");
    table.AddRow("an answer given again, ms", $"{figures.Given.TotalMilliseconds:N3}", "", "", "");
    table.AddRow(
        "a commit while histories are read, ms", $"p50 {figures.Meanwhile.Median.TotalMilliseconds:N2}, p99 {figures.Meanwhile.P99.TotalMilliseconds:N2}",
        $"p50 {figures.Alone.Median.TotalMilliseconds:N2}, p99 {figures.Alone.P99.TotalMilliseconds:N2} with nobody asking", "", "");
}

async Task PostgresAsync()
{
    if (PostgresServer.Programs is not { } programs)
    {
        AnsiConsole.MarkupLine("no PostgreSQL on this machine: its part is left out");
        return;
    }

    AnsiConsole.MarkupLine("durable commands over PostgreSQL …");
    await using var server = await PostgresServer.StartAsync(programs, PostgresServer.SettingsOfABench);
    var measured = await PostgresCommands.MeasureAsync(server, members: 10_000, callers: 4_000, time);
    var (embedded, inTens, pgbench, withHead) = measured;
    table.AddRow(
        $"PostgreSQL: durable commands/s (p50 {embedded.Median.TotalMilliseconds:N0}, p99 {embedded.P99.TotalMilliseconds:N0} ms)",
        $"{embedded.Rate:N0}", $"{pgbench:N0} pgbench, one a transaction", $"{embedded.Rate / pgbench:N1} ×", "20,000 and 2 ×");
    table.AddRow("", $"{embedded.Rate:N0}", $"{withHead:N0} pgbench, positions without gaps", $"{embedded.Rate / withHead:N1} ×", "");
    table.AddRow("the same, ten to a turn, as in imports", $"{inTens.Rate:N0}", $"{pgbench:N0} pgbench", $"{inTens.Rate / pgbench:N1} ×", "");
}
