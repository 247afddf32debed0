using Engagement.Domain.Chains;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Jobs;
using Engagement.Hosting.Time;
using Engagement.Journal.Value;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Value;

/// <summary>
/// Does each chain's work of the night, by the clock of the chain's zone: when the scheduler rings, and once in a while in case nobody
/// did. Of the nodes that share a database one does it.
/// </summary>
internal sealed partial class ValueNights(
    NightlyValue value,
    IValueFigures figures,
    ChainCatalogue chains,
    ValueBell bell,
    NodeClock clock,
    IOptions<JobsOptions> options,
    ILogger<ValueNights> logger) : BackgroundService
{
    // Longer than any run takes; where a node is lost in the middle, the night's work comes so much later.
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await bell.WaitAsync(options.Value.BetweenLooks, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: the lease ends, and the work is done by whoever looks next.
        }
    }

    /// <summary>Does what is due and not done.</summary>
    internal async Task RoundAsync(CancellationToken cancellation)
    {
        foreach (var chain in (await chains.ServedAsync(cancellation).ConfigureAwait(false)).ToList())
        {
            try
            {
                await LookAsync(chain, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                NightFailed(exception, chain.Id.Value);
            }
        }
    }

    private async Task LookAsync(Chain chain, CancellationToken cancellation)
    {
        var due = LastDue(chain);
        // A chain that was not there that night has nothing to be made up for.
        if (chain.RulesSince >= due || !await figures.ClaimNightAsync(chain.Id, due, Lease, cancellation).ConfigureAwait(false))
            return;
        var work = await value.RunAsync(chain.Id, cancellation).ConfigureAwait(false);
        await figures.FinishNightAsync(chain.Id, due, cancellation).ConfigureAwait(false);
        NightDone(chain.Id.Value, work.Grid?.Members ?? 0, work.Fit.Why ?? "fitted");
    }

    private Instant LastDue(Chain chain)
    {
        var now = clock.Now;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(chain.Policy.TimeZone);
        var today = now.LocalDate(zone);
        var due = Instant.OfLocal(today, options.Value.ValueAt, zone);
        return due <= now ? due : Instant.OfLocal(today.AddDays(-1), options.Value.ValueAt, zone);
    }

    [LoggerMessage(LogLevel.Error, "The night's work on the value of members of chain {Chain} failed; it is tried again")]
    private partial void NightFailed(Exception exception, string chain);

    [LoggerMessage(LogLevel.Information, "The night's work on chain {Chain} is done: {Members} members scored, forecast {Forecast}")]
    private partial void NightDone(string chain, int members, string forecast);
}
