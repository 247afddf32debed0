using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Segments;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Campaigns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// Carries out open runs: goes through the segment page by page, tells each member, and notes how far it has come. A run is in one
/// node's hands at a time; when that node is lost another goes on after the last page that was noted, and whoever was told twice
/// takes it once (docs/adr/0018).
/// </summary>
public sealed partial class CampaignRunner(
    ICampaignRuns runs,
    ISegments segments,
    SegmentReading reading,
    IJournal journal,
    IMembers members,
    ChainCatalogue chains,
    RunBell bell,
    NodeClock clock,
    TimeProvider time,
    IOptions<JobsOptions> options,
    ILogger<CampaignRunner> logger) : BackgroundService
{
    /// <summary>Why a run is stopped.</summary>
    internal const string Paused = "paused";

    internal const string Deleted = "deleted";

    internal const string NoSegment = "no_segment";

    // One after the other would let a large chain's campaign hold up everybody else's.
    private const int MostRuns = 4;

    private const int MostTries = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    private readonly List<Task> _atWork = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await RoundAsync(stoppingToken).ConfigureAwait(false);
                await bell.WaitAsync(BetweenLooks, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: pages under way are finished below, and the rest is left to whoever comes next.
        }
        finally
        {
            await Task.WhenAll(_atWork).ConfigureAwait(false);
        }
    }

    /// <summary>Claims what there is room for and begins with it.</summary>
    internal async Task RoundAsync(CancellationToken stopping)
    {
        _atWork.RemoveAll(task => task.IsCompleted);
        if (_atWork.Count >= MostRuns)
            return;
        try
        {
            foreach (var claimed in await runs.ClaimAsync(MostRuns - _atWork.Count, options.Value.Lease, stopping).ConfigureAwait(false))
                _atWork.Add(Task.Run(() => CarryOutAsync(claimed, stopping), CancellationToken.None));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RoundFailed(exception);
        }
    }

    /// <summary>Waits for what the rounds so far have begun.</summary>
    internal Task SettledAsync() => Task.WhenAll(_atWork);

    private async Task CarryOutAsync(ClaimedRun claimed, CancellationToken stopping)
    {
        try
        {
            await GoThroughAsync(claimed, stopping).ConfigureAwait(false);
            // There may be more than there was room for.
            bell.Ring();
        }
        catch (Exception exception)
        {
            // The lease runs out, and some node goes on from the last page that was noted.
            RunFailed(exception, claimed.Run.Key.Campaign, claimed.Run.Key.Chain.Value);
        }
    }

    private async Task GoThroughAsync(ClaimedRun claimed, CancellationToken stopping)
    {
        var (key, progress) = (claimed.Run.Key, claimed.Run.Progress);
        while (true)
        {
            // Each page goes by the campaign as it is then: whoever pauses it stops it.
            var chain = await chains.ReadAsync(key.Chain, CancellationToken.None).ConfigureAwait(false);
            var campaign = chain?.Campaign(key.Campaign);
            if (chain is null || campaign is null or { Paused: true })
            {
                await FinishAsync(claimed, progress, campaign is null ? Deleted : Paused).ConfigureAwait(false);
                return;
            }

            if (chain.SegmentOf(campaign) is not { } segment)
            {
                await FinishAsync(claimed, progress, NoSegment).ConfigureAwait(false);
                return;
            }

            var search = Audience.Of(chain, segment, key.Zone, key.Occurrence);
            var page = await segments.PageAsync(key.Chain, search, progress.Cursor, options.Value.PageSize, CancellationToken.None).ConfigureAwait(false);
            if (page.Count > 0)
                progress = await TellAsync(key, campaign, segment, page, progress).ConfigureAwait(false);
            if (page.Count < options.Value.PageSize)
            {
                await FinishAsync(claimed, progress, null).ConfigureAwait(false);
                return;
            }

            // A node that ends gives it back at once.
            var lease = stopping.IsCancellationRequested ? TimeSpan.Zero : options.Value.Lease;
            if (!await runs.MoveAsync(claimed, progress, lease, CancellationToken.None).ConfigureAwait(false) || stopping.IsCancellationRequested)
                return;
        }
    }

    private async Task<RunProgress> TellAsync(
        RunKey key, Campaign campaign, Segment segment, IReadOnlyList<MemberRow> page, RunProgress progress)
    {
        var test = await reading.TestAsync(key.Chain, segment, key.Occurrence, CancellationToken.None).ConfigureAwait(false);
        var command = new ReceiveCampaign(
            key.Campaign, key.Occurrence, campaign.Template, campaign.Channel, campaign.Offer, campaign.Priority, campaign.UselessAfterHours,
            campaign.HoldoutPercent);
        var (matched, reached) = (0, 0);
        await Parallel.ForEachAsync(
            page,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.MostAtOnce },
            async (row, _) =>
            {
                if (await journal.FindAsync(new(key.Chain, row.Id), CancellationToken.None).ConfigureAwait(false) is not { } record
                    || !test.Holds(record.State))
                    return;
                Interlocked.Increment(ref matched);
                if (await TellAsync(record, test.Rules, command).ConfigureAwait(false))
                    Interlocked.Increment(ref reached);
            }).ConfigureAwait(false);
        return new(page[^1].Id, progress.Matched + matched, progress.Reached + reached, progress.Refused + matched - reached);
    }

    private async ValueTask<bool> TellAsync(MemberRecord record, ChainRules rules, ReceiveCampaign command)
    {
        // Who has said no is not asked: nothing would come of it but noise on her timeline.
        var hers = rules.For(record.State.Home);
        if (LateSending.IsRefused(hers, record.State, command.Channel ?? hers.Policy.Recall.Messages.Channel))
            return false;
        for (var tries = 1; ; tries++)
        {
            try
            {
                var replies = await members.SendAsync(record.Key, [command], CancellationToken.None).ConfigureAwait(false);
                // A duplicate was reached before this run was interrupted.
                return replies[0].Outcome != Outcome.Rejected;
            }
            catch (JournalUnavailableException exception) when (tries < MostTries)
            {
                await Task.Delay(exception.RetryAfter, time).ConfigureAwait(false);
            }
        }
    }

    private async Task FinishAsync(ClaimedRun claimed, RunProgress progress, string? why)
    {
        if (await runs.FinishAsync(claimed, progress, why, clock.Now, CancellationToken.None).ConfigureAwait(false))
            Over(claimed.Run.Key.Campaign, claimed.Run.Key.Chain.Value, claimed.Run.Key.Zone, progress.Reached, progress.Matched, why ?? "done");
    }

    [LoggerMessage(LogLevel.Error, "Looking for open runs of campaigns failed; the next look is soon")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "A run of campaign '{Campaign}' of chain '{Chain}' was interrupted; it goes on when its lease has ended")]
    private partial void RunFailed(Exception exception, string campaign, string chain);

    [LoggerMessage(LogLevel.Information, "Campaign '{Campaign}' of chain '{Chain}' has reached {Reached} of {Matched} members in {Zone}: {How}")]
    private partial void Over(string campaign, string chain, string zone, long reached, long matched, string how);
}
