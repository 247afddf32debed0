using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Cluster.Bench;

/// <summary>What one process measured, or several together: rates add up, of times the worst counts.</summary>
internal sealed record Measured(double Rate, double Median, double P99, double AloneRate, double AloneMedian, double AloneP99);

/// <summary>Processes of this program that hold a silo each and put load on it when told to.</summary>
internal static class Worker
{
    public const int Members = 10_000;
    public const int Callers = 4_000;

    public static async Task<Measured> MeasureAsync(string kind, string database, int count, TimeSpan time)
    {
        var processes = new List<Process>();
        try
        {
            for (var number = 0; number < count; number++)
            {
                string[] own = kind == "silo" ? [$"{Callers / count}"] : [];
                processes.Add(Process.Start(new ProcessStartInfo(
                    "dotnet", [Path.Combine(AppContext.BaseDirectory, "Engagement.Cluster.Bench.dll"), kind, database, $"{PostgresServer.FreePort()}", .. own])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                })!);
                await ExpectAsync(processes[^1], "ready");
            }

            await TellAsync(processes, "load", time / 3);
            var loaded = await TellAsync(processes, "load", time);
            var alone = await TellAsync(processes, "alone", time / 2);
            return new(
                loaded.Sum(each => each[0]), loaded.Max(each => each[1]), loaded.Max(each => each[2]),
                alone.Sum(each => each[0]), alone.Max(each => each[1]), alone.Max(each => each[2]));
        }
        finally
        {
            foreach (var process in processes)
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
    }

    /// <summary>Says that this process is ready, and does what it is told until nobody tells it anything any more.</summary>
    public static async Task ServeAsync(Func<string, TimeSpan, Task<double[]>> measure)
    {
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = line.Split(' ');
            var seconds = double.Parse(order[1], CultureInfo.InvariantCulture);
            Console.WriteLine($"measured {JsonSerializer.Serialize(await measure(order[0], TimeSpan.FromSeconds(seconds)))}");
        }
    }

    private static async Task<double[][]> TellAsync(List<Process> processes, string what, TimeSpan time)
    {
        foreach (var process in processes)
            await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} {time.TotalSeconds}"));
        return await Task.WhenAll(processes.Select(async process =>
            JsonSerializer.Deserialize<double[]>((await ExpectAsync(process, "measured ")).AsSpan("measured ".Length))!));
    }

    private static async Task<string> ExpectAsync(Process process, string beginning)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException("A process of the bench ended before it was done.");
    }
}
