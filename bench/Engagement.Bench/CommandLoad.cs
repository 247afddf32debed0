using System.Diagnostics;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Members;

namespace Engagement.Bench;

/// <summary>Many callers at once, each of whom sends her next command when the last one has been answered.</summary>
/// <param name="Rate">Commands a second.</param>
/// <param name="Median">Half of all turns took at most so long.</param>
/// <param name="P99">Of a hundred turns 99 took at most so long.</param>
public sealed record CommandLoad(double Rate, TimeSpan Median, TimeSpan P99)
{
    /// <param name="via">Which engine each caller speaks to, by her number.</param>
    /// <param name="members">Over how many members they are spread.</param>
    /// <param name="callers">How many callers there are.</param>
    /// <param name="together">How many commands go into one turn.</param>
    /// <param name="start">When the first act happened; each is a millisecond after the one before.</param>
    public static async Task<CommandLoad> RunAsync(
        Func<int, IMembers> via, string prefix, int members, int callers, int together, TimeSpan time, Instant start)
    {
        var number = -1;
        var done = 0L;
        var watch = Stopwatch.StartNew();
        var latencies = new List<long>[callers];
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var engine = via(caller);
            var mine = latencies[caller] = [];
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

                var sent = Stopwatch.GetTimestamp();
                await engine.SendAsync(EmbeddedNode.Key(member), commands, default);
                mine.Add(Stopwatch.GetTimestamp() - sent);
                Interlocked.Add(ref done, together);
            }
        })));
        var rate = done / watch.Elapsed.TotalSeconds;
        var sorted = latencies.SelectMany(mine => mine).Order().ToArray();
        return new(rate, At(0.5), At(0.99));

        TimeSpan At(double share) => Stopwatch.GetElapsedTime(0, sorted[(int)((sorted.Length - 1) * share)]);
    }
}
