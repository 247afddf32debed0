using System.Diagnostics;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Bench;

/// <summary>Durable commands a second in process: many at once, which share commits, against one at a time on the same file.</summary>
internal static class DurableCommands
{
    public static async Task<(double Grouped, double OneByOne)> MeasureAsync(string folder, int members, int atOnce, TimeSpan time)
    {
        using var node = new EmbeddedNode(Path.Combine(folder, "commands.db"));
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2);
        await RunAsync(node, "w", members, atOnce, time / 4, start);
        var grouped = await RunAsync(node, "g", members, atOnce, time, start + TimeSpan.FromHours(1));
        var single = await RunAsync(node, "s", members, 1, time / 2, start + TimeSpan.FromHours(2));
        return (grouped, single);
    }

    private static async Task<double> RunAsync(
        EmbeddedNode node, string prefix, int members, int atOnce, TimeSpan time, Instant start)
    {
        var number = -1;
        var done = 0;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                var next = Interlocked.Increment(ref number);
                // Spread over the members as people come in: in no order.
                var member = (int)((uint)next * 2654435761u % (uint)members);
                MemberCommand[] command = [EmbeddedNode.Purchase($"{prefix}{next}", start + TimeSpan.FromMilliseconds(next))];
                await node.Members.SendAsync(EmbeddedNode.Key(member), command, default);
                Interlocked.Increment(ref done);
            }
        })));
        Console.WriteLine($"{prefix}: {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / done:N1} µs of processor a command; {(GC.GetTotalAllocatedBytes() - allocated) / done} bytes; {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} collections, paused {GC.GetTotalPauseDuration().TotalSeconds:N2} s");
        return done / watch.Elapsed.TotalSeconds;
    }
}
