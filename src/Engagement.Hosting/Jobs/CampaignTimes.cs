using System.Collections.Concurrent;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Time;
using Engagement.Journal.Campaigns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// Opens the runs whose time has come. Whoever looks, and however often: a time of a campaign has one run in a zone, because the
/// store holds one row for it. So the scheduler, a start after an outage and a look just in case may all come here.
/// </summary>
public sealed partial class CampaignTimes(
    ICampaignRuns runs, RunBell bell, NodeClock clock, IOptions<JobsOptions> options, ILogger<CampaignTimes> logger)
{
    // Only to spare the store: what it says counts.
    private readonly ConcurrentDictionary<(ChainId Chain, string Campaign, string Zone), Instant> _opened = new();

    /// <summary>Looks at every campaign of a chain in every zone.</summary>
    public async ValueTask LookAsync(Chain chain, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        foreach (var (name, campaign) in chain.AllCampaigns)
        {
            foreach (var zone in CampaignCalendar.ZonesOf(chain, campaign))
                await LookAsync(chain.Id, name, campaign, zone, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Looks at one campaign in one zone. Of several times that have passed only the latest gets a run, and only if it is younger than
    /// <see cref="JobsOptions.MissedWithin"/>.
    /// </summary>
    public async ValueTask LookAsync(ChainId chain, string name, Campaign campaign, string zone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.Paused)
            return;
        var now = clock.Now;
        // What has just come is never missed, however little is made up for.
        var from = Instant.Later(campaign.Since, now - TimeSpan.FromTicks(Math.Max(options.Value.MissedWithin.Ticks, Punctual.Ticks)));
        if (CampaignCalendar.Latest(campaign.Schedule, zone, from, now) is not { } occurrence
            || (_opened.TryGetValue((chain, name, zone), out var opened) && opened >= occurrence))
            return;
        var origin = now - occurrence > Punctual ? RunOrigin.Missed : RunOrigin.Scheduled;
        if (await runs.OpenAsync(new(chain, name, occurrence, zone), origin, now, cancellation).ConfigureAwait(false))
        {
            Opened(name, chain.Value, zone, occurrence, origin);
            bell.Ring();
        }

        _opened[(chain, name, zone)] = occurrence;
    }

    /// <summary>Opens a run now in every zone because somebody asked for it.</summary>
    public async ValueTask<IReadOnlyList<RunKey>> RunNowAsync(Chain chain, string name, Campaign campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var now = clock.Now;
        var keys = CampaignCalendar.ZonesOf(chain, campaign).Select(zone => new RunKey(chain.Id, name, now, zone)).ToList();
        foreach (var key in keys)
            await runs.OpenAsync(key, RunOrigin.Asked, now, cancellation).ConfigureAwait(false);
        bell.Ring();
        return keys;
    }

    // On a clock that races, minutes pass while the scheduler draws breath.
    private TimeSpan Punctual => TimeSpan.FromMinutes(2) * Math.Max(1, clock.Speed);

    [LoggerMessage(LogLevel.Information, "Campaign '{Campaign}' of chain '{Chain}' goes in {Zone} for {Occurrence} ({Origin})")]
    private partial void Opened(string campaign, string chain, string zone, Instant occurrence, RunOrigin origin);
}
