using System.Globalization;
using Engagement.Bench.Postgres;
using Engagement.Cluster.Bench;
using Engagement.Tests.Shared.Postgres;
using Spectre.Console;

// dotnet run -c Release --project bench/Engagement.Cluster.Bench [-- [seconds a measurement]]
if (args is ["silo", var silo, var port, var number])
    return await SiloWorker.RunAsync(silo, port, int.Parse(number, CultureInfo.InvariantCulture));
if (args is ["plain", var plain, var plainPort])
    return await PlainWorker.RunAsync(plain, plainPort);
if (PostgresServer.Programs is not { } programs)
{
    AnsiConsole.MarkupLine("There is no PostgreSQL on this machine.");
    return 1;
}

var time = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15);
await using var server = await PostgresServer.StartAsync(programs, PostgresServer.SettingsOfABench);
AnsiConsole.MarkupLine("the embedded engine, and pgbench …");
var embedded = await PostgresCommands.MeasureAsync(server, Worker.Members, Worker.Callers, time);
AnsiConsole.MarkupLine("one silo …");
var one = await Worker.MeasureAsync("silo", await server.CreateDatabaseAsync(), 1, time);
AnsiConsole.MarkupLine("two silos …");
var two = await Worker.MeasureAsync("silo", await server.CreateDatabaseAsync(), 2, time);
AnsiConsole.MarkupLine("a plain grain …");
var grain = await Worker.MeasureAsync("plain", await server.CreateDatabaseAsync(), 1, time);

var table = new Table().AddColumns("durable commands on PostgreSQL", "a second", "p50 ms", "p99 ms", "against pgbench", "against the plain grain");
Row("embedded engine", embedded.Embedded.Rate, embedded.Embedded.Median.TotalMilliseconds, embedded.Embedded.P99.TotalMilliseconds);
Row("one silo", one.Rate, one.Median, one.P99);
Row("two silos, each with half of the callers", two.Rate, two.Median, two.P99);
Row("two silos, one caller each", two.AloneRate, two.AloneMedian, two.AloneP99);
Row("one silo, one caller", one.AloneRate, one.AloneMedian, one.AloneP99);
Row("pgbench, one transaction a command, 32 clients", embedded.OneATransaction, null, null);
Row("pgbench, positions without gaps", embedded.WithoutGaps, null, null);
Row("plain Orleans grain, one WriteStateAsync a call", grain.Rate, grain.Median, grain.P99);
AnsiConsole.Write(table);
return 0;

void Row(string what, double rate, double? median, double? p99) => table.AddRow(
    what, $"{rate:N0}", $"{median:N1}", $"{p99:N1}", $"{rate / embedded.OneATransaction:N2} ×", $"{rate / grain.Rate:N2} ×");
