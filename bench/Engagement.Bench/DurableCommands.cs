using System.Diagnostics;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Bench;

/// <summary>
/// Durable commands a second in process: many callers at once, whose members share commits, against one caller, whose every
/// command is a commit of its own, on the same file; and callers who bring several commands for one turn, as imports do.
/// </summary>
internal static class DurableCommands
{
    private const int CommandsOfAnImport = 10;

    public static async Task<(double Grouped, double InTens, double OneByOne)> MeasureAsync(
        string folder, int members, int atOnce, TimeSpan time)
    {
        using var node = new EmbeddedNode(Path.Combine(folder, "commands.db"));
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2);
        await RunAsync(node, "warm", members, atOnce, 1, time / 4, start);
        var grouped = await RunAsync(node, "many", members, atOnce, 1, time, start + TimeSpan.FromHours(8));
        var single = await RunAsync(node, "one", members, 1, 1, time / 2, start + TimeSpan.FromHours(16));
        using var import = new EmbeddedNode(Path.Combine(folder, "import.db"));
        var inTens = await RunAsync(import, "tens", 50 * members, atOnce / CommandsOfAnImport, CommandsOfAnImport, time, start);
        return (grouped, inTens, single);
    }

    private static async Task<double> RunAsync(
        EmbeddedNode node, string prefix, int members, int atOnce, int together, TimeSpan time, Instant start)
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
                var commands = new MemberCommand[together];
                for (var place = 0; place < together; place++)
                {
                    var act = (next * together) + place;
                    commands[place] = EmbeddedNode.Act($"{prefix}{act}", act, start + TimeSpan.FromMilliseconds(act));
                }

                await node.Members.SendAsync(EmbeddedNode.Key(member), commands, default);
                Interlocked.Add(ref done, together);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }
}
