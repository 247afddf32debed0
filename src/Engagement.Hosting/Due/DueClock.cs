using Engagement.Domain.Chains;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Due;

/// <summary>
/// Wakes members when their time has come: claims what is due, earliest first and at a bounded rate, lets each member live
/// up to now, and sleeps until the next is due.
/// </summary>
public sealed partial class DueClock(
    IDueIndex index,
    IMembers members,
    ChainCatalogue chains,
    HistoryGate history,
    DueAlarm alarm,
    NodeClock clock,
    TimeProvider time,
    IOptions<DueOptions> options,
    ILogger<DueClock> logger) : BackgroundService
{
    private static readonly TimeSpan LongestUnderLoad = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = time.GetTimestamp();
                var woken = await RoundAsync(stoppingToken).ConfigureAwait(false);
                if (woken == 0)
                    await SleepAsync(stoppingToken).ConfigureAwait(false);
                else
                    await KeepRateAsync(woken, started, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                RoundFailed(exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Wakes one batch in each chain; returns how many members were woken.</summary>
    internal async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var woken = 0;
        foreach (var chain in await chains.ServedAsync(cancellation).ConfigureAwait(false))
        {
            var from = await history.WakeFromAsync(chain.Id, cancellation).ConfigureAwait(false);
            var now = clock.Now;
            var claim = new DueClaim(chain.Id, from, now, options.Value.BatchSize, options.Value.Lease);
            var due = await index.ClaimDueAsync(claim, cancellation).ConfigureAwait(false);
            var outdated = chain.RulesVersion == 1
                ? []
                : await index.ClaimOutdatedAsync(
                    chain.Id, chain.RulesVersion, options.Value.BatchSize, options.Value.Lease, cancellation).ConfigureAwait(false);
            await WakeAsync([.. due, .. outdated], now, cancellation).ConfigureAwait(false);
            woken += due.Count + outdated.Count;
        }

        return woken;
    }

    private async Task WakeAsync(IReadOnlyList<DueMember> due, Instant now, CancellationToken cancellation)
    {
        if (due.Count == 0)
            return;
        MemberCommand[] commands = [new Advance(now)];
        var turns = new List<Task>(due.Count);
        foreach (var member in due)
            turns.Add(members.SendAsync(member.Key, commands, cancellation).AsTask());
        try
        {
            await Task.WhenAll(turns).ConfigureAwait(false);
            await index.ReleaseAsync(due.Select(member => member.Key), cancellation).ConfigureAwait(false);
        }
        catch (JournalUnavailableException exception)
        {
            // Their leases run out and they are claimed again.
            WakesFailed(exception, turns.Count(turn => turn.IsFaulted));
            await Task.Delay(exception.RetryAfter, time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task SleepAsync(CancellationToken cancellation)
    {
        alarm.Arm();
        Instant? next = null;
        foreach (var chain in await chains.ServedAsync(cancellation).ConfigureAwait(false))
        {
            var due = await NextAsync(chain, cancellation).ConfigureAwait(false);
            if (due is { } at && (next is not { } earliest || at < earliest))
                next = at;
        }

        alarm.SleepUntil(next);
        var longest = options.Value.LongestSleep;
        var sleep = next is { } instant ? (instant - clock.Now) / clock.Speed : longest;
        if (sleep > longest)
            sleep = longest;
        // Never at once: what is due and was not claimed is in somebody's hands.
        if (sleep < TimeSpan.FromMilliseconds(5))
            sleep = TimeSpan.FromMilliseconds(5);
        await alarm.WaitAsync(sleep, cancellation).ConfigureAwait(false);
    }

    private async ValueTask<Instant?> NextAsync(Chain chain, CancellationToken cancellation)
    {
        var from = await history.WakeFromAsync(chain.Id, cancellation).ConfigureAwait(false);
        return await index.NextDueAsync(chain.Id, from, cancellation).ConfigureAwait(false);
    }

    private async Task KeepRateAsync(int woken, long started, CancellationToken cancellation)
    {
        var owed = TimeSpan.FromSeconds((double)woken / options.Value.MostPerSecond) - time.GetElapsedTime(started);
        if (owed > TimeSpan.Zero)
            await Task.Delay(owed < LongestUnderLoad ? owed : LongestUnderLoad, time, cancellation).ConfigureAwait(false);
    }
}
