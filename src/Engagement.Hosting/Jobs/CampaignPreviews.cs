using Engagement.Domain.Chains;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Api.Campaigns;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Segments;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Jobs;

/// <summary>Says whom a campaign would reach if it went now, and with what, before it does. Nothing is sent.</summary>
public sealed class CampaignPreviews(SegmentReading segments, ChainCatalogue chains, NodeClock clock)
{
    private const int MostTexts = 5;

    public async ValueTask<CampaignPreview> MakeAsync(Chain chain, Campaign campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(campaign);
        var now = clock.Now;
        if (chain.SegmentOf(campaign) is not { } segment)
            return new(0, [], [], []);
        var counts = await segments.CountAsync(chain, segment, now, cancellation).ConfigureAwait(false);
        var sample = new List<SampleText>();
        foreach (var record in await segments.PageAsync(chain, segment, now, null, MostTexts, cancellation).ConfigureAwait(false))
            sample.Add(await TextAsync(chain, campaign, record, now, cancellation).ConfigureAwait(false));
        return new(
            counts.Values.Sum(),
            [.. counts.Select(count => new StoreCount(count.Key.Store?.Value, count.Value)).OrderBy(count => count.Store, StringComparer.Ordinal)],
            sample,
            [.. NextRuns(chain, campaign, now)]);
    }

    private static IEnumerable<NextRun> NextRuns(Chain chain, Campaign campaign, Instant now)
    {
        if (campaign.Paused)
            yield break;
        foreach (var zone in CampaignCalendar.ZonesOf(chain, campaign))
        {
            if (CampaignCalendar.Next(campaign.Schedule, zone, now) is { } next)
                yield return new(zone, next.ToDateTimeOffset());
        }
    }

    private async ValueTask<SampleText> TextAsync(Chain chain, Campaign campaign, MemberRecord record, Instant now, CancellationToken cancellation)
    {
        var member = record.State;
        var empty = new SampleText(record.Key.Member.Value, member.Home?.Value, Names.Of(member.Stage!.Value), null);
        var rules = (await chains.RulesAsync(chain.Id, cancellation).ConfigureAwait(false)).For(member.Home);
        var language = rules.Policy.Recall.Messages.Language;
        if (Templates.Find(rules.Policy.Recall, campaign.Template)?.In(language) is not { } text)
            return empty with { Fault = $"there is no template '{campaign.Template}'" };
        var values = TemplateValues.Of(chain, rules, member, campaign.Offer, language, now);
        return Templates.Render(text, values, out var fault) is { } rendering
            ? empty with { Text = rendering.Text }
            : empty with { Fault = fault!.Why };
    }
}
