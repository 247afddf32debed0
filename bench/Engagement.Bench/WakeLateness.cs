using System.Collections.Concurrent;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Journal;

namespace Engagement.Bench;

/// <summary>
/// How late members are woken: a great many are pending over the next weeks, and a steady stream of them falls due while it
/// is measured. Lateness is from the instant a change fell due to its commit.
/// </summary>
internal static class WakeLateness
{
    // A new member's second visit is overdue this long after her first: the nearest timer there is.
    private static readonly TimeSpan FirstTimer = TimeSpan.FromDays(30) + Instant.Resolution;

    public static async Task<(double Median, double P99, int Count)> MeasureAsync(
        string file, int pending, int perSecond, TimeSpan time, Action<double> progress)
    {
        using var node = new EmbeddedNode(file);
        var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var soon = perSecond * (int)time.TotalSeconds;
        await FillAsync(node, soon, pending, number => now - TimeSpan.FromDays(29) * ((double)number / pending), progress);

        var lateness = new ConcurrentBag<double>();
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) + TimeSpan.FromSeconds(20);
        await FillAsync(node, 0, soon, number => start + time * ((double)number / soon) - FirstTimer, _ => { });
        var from = start;
        node.Journal.Committed += batch => Note(batch, from, lateness);
        await node.Due.StartAsync(default);
        await Task.Delay((start - Instant.FromDateTimeOffset(DateTimeOffset.UtcNow)) + time + TimeSpan.FromSeconds(3));
        await node.Due.StopAsync(default);
        var sorted = lateness.Order().ToList();
        return (sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], sorted.Count);
    }

    private static void Note(CommittedBatch batch, Instant from, ConcurrentBag<double> lateness)
    {
        var now = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);
        foreach (var happened in batch.Events)
        {
            if (happened.Id is null && happened.At >= from)
                lateness.Add((now - happened.At).TotalMilliseconds);
        }
    }

    private static async Task FillAsync(EmbeddedNode node, int from, int to, Func<int, Instant> at, Action<double> progress)
    {
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, 4000).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < to)
            {
                MemberCommand[] visit = [new Visit(new($"fill{number}", new((UInt128)number)), at(number), null)];
                await node.Members.SendAsync(EmbeddedNode.Key(number), visit, default);
                if (number % 10_000 == 0)
                    progress((double)number / to);
            }
        })));
    }
}
