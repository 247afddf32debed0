using Engagement.Domain.Time;
using Engagement.Hosting.Due;
using Engagement.Journal.Formats;

namespace Engagement.Bench.Recall;

/// <summary>
/// How a node keeps up with the playbooks of a great many members: how many it wakes in a second when many fall due at once, how
/// late it is at a steady rate, and how it catches up after it was down for a day.
/// </summary>
internal static class RecallWakes
{
    private const int PerSecond = 2000;

    // Nothing but the machine bounds how fast members are woken.
    private static readonly DueOptions Unbounded = new() { MostPerSecond = int.MaxValue };

    public static async Task<RecallFigures> MeasureAsync(string folder, int members, TimeSpan time, Action<string> tell)
    {
        var measured = Math.Min(members / 2, PerSecond * (int)time.TotalSeconds);
        var population = new Population(members, measured, PerSecond, Early: Math.Min((members - measured) * 4 / 5, 400_000));
        var file = Path.Combine(folder, "recall.db");
        var clock = new LeapingClock(Population.Evening);
        var tally = new WakeTally(clock, members);
        double joined, wakes;
        (double Median, double P99, double Most) lateness;
        WakeSize size;
        using (var node = new EmbeddedNode(file, livedBy: clock, waking: Unbounded))
        {
            node.Journal.Committed += tally.Note;
            var last = 0.0;
            joined = await population.JoinAsync(node, share =>
            {
                if (share - last < 0.1)
                    return;
                last = share;
                tell($"{share:P0} of {members:N0} members have joined");
            });
            tell($"{joined:N0} members a second joined; {Told(tally, "a member")}");

            // Those who joined in the morning are due at once.
            clock.Leap(Population.Noon + TimeSpan.FromDays(1) - TimeSpan.FromSeconds(5));
            tally.Reset();
            var worked = Environment.CpuUsage.TotalTime;
            await node.Due.StartAsync(default);
            await CaughtUpAsync(node, clock);
            worked = Environment.CpuUsage.TotalTime - worked;
            wakes = tally.WakesPerSecond;
            size = await SizeAsync(node, tally);
            tell($"{tally.Wakes:N0} woken, {wakes:N0}/s, {worked.TotalMicroseconds / tally.Wakes:N0} µs of processor each; {Told(tally, "a wake")}; {size}");

            tally.Reset();
            clock.Run();
            await Task.Delay(TimeSpan.FromSeconds(5) + (TimeSpan.FromSeconds(1) * (measured / PerSecond)) + TimeSpan.FromSeconds(2));
            await node.Due.StopAsync(default);
            lateness = tally.Lateness();
            tell($"{tally.Wakes:N0} woken as they fell due: p50 {lateness.Median:N0}, p99 {lateness.P99:N0}, at most {lateness.Most:N0} ms late");
        }

        // A day later the node is started again.
        clock.Leap(Population.Noon + TimeSpan.FromDays(2));
        tally.Reset();
        using (var node = new EmbeddedNode(file, livedBy: clock))
        {
            node.Journal.Committed += tally.Note;
            await node.Due.StartAsync(default);
            await CaughtUpAsync(node, clock);
            await node.Due.StopAsync(default);
        }

        tell($"after a day {tally.Wakes:N0} caught up, {tally.WakesPerSecond:N0}/s; {Told(tally, "a wake")}");
        tell($"{tally.OutOfOrder} out of order, {tally.BeyondCaps} beyond caps, at most {tally.MostToOne} to one member");
        var plain = PlainWakes.Measure(file, size, together: 1, time / 2);
        var plainTogether = PlainWakes.Measure(file, size, together: 500, time / 2);
        return new(joined, wakes, plain, plainTogether, lateness, tally);
    }

    private static async Task CaughtUpAsync(EmbeddedNode node, LeapingClock clock)
    {
        var nobody = new Instant(long.MinValue);
        while (await node.Index.NextDueAsync(EmbeddedNode.Chain, nobody, default) is { } due && due <= clock.Now)
            await Task.Delay(100);
    }

    private static async Task<WakeSize> SizeAsync(EmbeddedNode node, WakeTally tally)
    {
        var states = 0;
        for (var number = 0; number < 100; number++)
            states += MemberFormat.Write((await node.Journal.FindAsync(EmbeddedNode.Key(number), default))!.State).Length;
        return new(
            states / 100,
            (int)Math.Round(tally.Events / (double)tally.Wakes),
            (int)(tally.Bytes / tally.Events),
            tally.Of("message_planned") / (double)tally.Wakes);
    }

    private static string Told(WakeTally tally, string each) =>
        $"{tally.Events / (double)tally.Wakes:N1} events {each}: {string.Join(", ", tally.ByType)}";
}

/// <param name="Joined">Members a second who joined, had a visit and entered their playbooks.</param>
/// <param name="Wakes">Members a second who were woken and stored, when many were due at once.</param>
/// <param name="Plain">The same rows written by hand, one member a transaction, a second.</param>
/// <param name="PlainTogether">The same with 500 members a transaction.</param>
/// <param name="Lateness">In milliseconds, at a steady rate.</param>
/// <param name="AfterADay">What was committed once a node that was down for a day was back.</param>
internal sealed record RecallFigures(
    double Joined, double Wakes, double Plain, double PlainTogether, (double Median, double P99, double Most) Lateness, WakeTally AfterADay);
