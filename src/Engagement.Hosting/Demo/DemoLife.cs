using Engagement.Domain.Time;
using Engagement.Hosting.Demo.Lives;
using Engagement.Hosting.Time;
using Microsoft.Extensions.Hosting;

namespace Engagement.Hosting.Demo;

/// <summary>Lets the demonstration chain live: tells its past, and then each act as the clock reaches it.</summary>
internal sealed class DemoLife(
    DemoHistory history, DemoFaces faces, DemoFeeder feeder, NodeClock clock, TimeProvider time)
    : BackgroundService
{
    /// <summary>After a leap of the clock what was missed is told in order, at no more than this.</summary>
    private const int MostPerSecond = 2_000;

    private const int MostAtOnce = 200;

    // Timers are no finer than this, however fast the clock runs.
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var chronicle = await history.FillAsync(stoppingToken).ConfigureAwait(false);
            await faces.FillAsync(stoppingToken).ConfigureAwait(false);
            while (true)
            {
                await SleepUntilAsync(chronicle.NextAt, stoppingToken).ConfigureAwait(false);
                await TellAsync(chronicle.TakeUntil(clock.Now, MostAtOnce), stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops, and the demonstration with it.
        }
    }

    private async Task SleepUntilAsync(Instant next, CancellationToken cancellation)
    {
        while (next - clock.Now is { Ticks: > 0 } left)
        {
            var shortest = ShortestSleep * clock.Speed;
            var sleep = left < shortest ? shortest : left < LongestSleep ? left : LongestSleep;
            await Task.Delay(sleep, clock.Time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(List<DemoAct> acts, CancellationToken cancellation)
    {
        // One after another for a member, side by side for different ones.
        await Task.WhenAll(acts.GroupBy(act => act.Member).Select(own =>
            feeder.SendAsync(own.Key, [.. own.Select(act => act.Command)], cancellation))).ConfigureAwait(false);
        await faces.WelcomeAsync(acts, cancellation).ConfigureAwait(false);
        var share = TimeSpan.FromSeconds((double)acts.Count / MostPerSecond);
        await Task.Delay(share, time, cancellation).ConfigureAwait(false);
    }
}
