using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
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
    /// <summary>So many batches are read, decided and stored at the same time.</summary>
    private const int BatchesAtOnce = 4;

    private readonly WakesUnderWay _underWay = new(BatchesAtOnce * options.Value.BatchSize);
    private readonly Dictionary<ChainId, Reading> _readings = [];
    private readonly WakePace _pace = new(options.Value.MostPerSecond, time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _underWay.MakeRoomAsync().ConfigureAwait(false);
                var claimed = await RoundAsync(stoppingToken).ConfigureAwait(false);
                if (claimed == 0)
                    await SleepAsync(stoppingToken).ConfigureAwait(false);
                else
                    await _pace.KeepAsync(claimed, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                RoundFailed(exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await _underWay.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Claims a batch in each chain and begins to wake it; returns how many members were claimed.</summary>
    private async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var claimed = 0;
        foreach (var chain in await chains.ServedAsync(cancellation).ConfigureAwait(false))
        {
            await _underWay.MakeRoomAsync().ConfigureAwait(false);
            var limit = Math.Min(Math.Min(options.Value.BatchSize, _underWay.Room), _pace.AtOnce);
            var from = await history.WakeFromAsync(chain.Id, cancellation).ConfigureAwait(false);
            var now = clock.Now;
            var due = await ReadOnAsync(new(chain.Id, from, now, limit, options.Value.Lease), cancellation).ConfigureAwait(false);
            Begin(due, now, cancellation);
            var outdated = chain.RulesVersion == 1
                ? []
                : await index.ClaimOutdatedAsync(
                    chain.Id, chain.RulesVersion, limit, options.Value.Lease, cancellation).ConfigureAwait(false);
            Begin(outdated, now, cancellation);
            claimed += due.Count + outdated.Count;
        }

        return claimed;
    }

    // Those under way are due until they are stored: the index is read on behind them, and from its beginning only now and then,
    // for those who have become due at an earlier instant meanwhile, or were claimed by somebody who was lost.
    private async ValueTask<IReadOnlyList<DueMember>> ReadOnAsync(DueClaim claim, CancellationToken cancellation)
    {
        if (_underWay.IsEmpty || !_readings.TryGetValue(claim.Chain, out var reading) || time.GetElapsedTime(reading.Begun) >= options.Value.LongestSleep)
            reading = new(claim.From, time.GetTimestamp());
        var due = await index.ClaimDueAsync(claim with { From = Instant.Later(claim.From, reading.Reached) }, cancellation).ConfigureAwait(false);
        _readings[claim.Chain] = due.Count == 0 ? reading : reading with { Reached = due.Max(static member => member.DueAt) };
        return due;
    }

    // Elsewhere: deciding goes on without a pause until it comes to the store.
    private void Begin(IReadOnlyList<DueMember> due, Instant now, CancellationToken cancellation)
    {
        if (due.Count > 0)
            _underWay.Add(Task.Run(() => WakeAsync(due, now, cancellation), CancellationToken.None), due.Count);
    }

    private async Task WakeAsync(IReadOnlyList<DueMember> due, Instant now, CancellationToken cancellation)
    {
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

    /// <summary>How far the index of a chain has been read.</summary>
    /// <param name="Begun">When it was last read from its beginning, as a timestamp of real time.</param>
    private readonly record struct Reading(Instant Reached, long Begun);
}
