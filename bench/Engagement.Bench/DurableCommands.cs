using System.Diagnostics;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Bench;

/// <summary>
/// Durable commands a second in process: many callers at once, whose members share commits, against one caller, whose every
/// command is a commit of its own, on the same file.
/// </summary>
internal static class DurableCommands
{
    public static async Task<(double Grouped, double OneByOne)> MeasureAsync(string folder, int members, int atOnce, TimeSpan time)
    {
        using var node = new EmbeddedNode(Path.Combine(folder, "commands.db"));
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2);
        await RunAsync(node, "warm", members, atOnce, time / 4, start);
        var grouped = await RunAsync(node, "many", members, atOnce, time, start + TimeSpan.FromHours(8));
        var single = await RunAsync(node, "one", members, 1, time / 2, start + TimeSpan.FromHours(16));
        return (grouped, single);
    }

    private static async Task<double> RunAsync(
        EmbeddedNode node, string prefix, int members, int atOnce, TimeSpan time, Instant start)
    {
        var number = -1;
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                var next = Interlocked.Increment(ref number);
                // Spread over the members as people come in: in no order.
                var member = (int)((uint)next * 2654435761u % (uint)members);
                MemberCommand[] command = [EmbeddedNode.Act($"{prefix}{next}", next, start + TimeSpan.FromMilliseconds(next))];
                await node.Members.SendAsync(EmbeddedNode.Key(member), command, default);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}
