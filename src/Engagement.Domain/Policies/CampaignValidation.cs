using System.Collections.Immutable;
using Engagement.Domain.Chains;
using Engagement.Domain.Recall;

namespace Engagement.Domain.Policies;

/// <summary>
/// Finds what would make a campaign of a chain meaningless (docs/domain, campaigns). Whether a cron expression is one is not
/// known here, where there are no packages.
/// </summary>
public static class CampaignValidation
{
    /// <summary>The most campaigns a chain may have.</summary>
    public const int MostCampaigns = 100;

    private const int MostHours = 24 * PolicyValidation.LongestWindowDays;

    /// <summary>All faults of <paramref name="campaign"/>; empty when it may be used.</summary>
    public static ImmutableArray<PolicyFault> Validate(Chain chain, string name, Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(campaign);
        var faults = new PolicyFaults();
        faults.Name("campaign", name);
        faults.Unless(
            campaign.Title.Length is > 0 and <= 200 && !string.IsNullOrWhiteSpace(campaign.Title) && !campaign.Title.Any(char.IsControl),
            "title",
            "must have 1 to 200 characters");
        SegmentValidation.Validate(chain, campaign.Segment, faults);
        if (campaign.SegmentName is { } named)
        {
            faults.Unless(chain.Segments.ContainsKey(named), "segmentName", $"the chain keeps no segment '{named}'");
            faults.Unless(campaign.Segment == new Segment(), "segmentName", "must not be given beside 'segment'");
        }

        faults.Name("template", campaign.Template);
        if (campaign.Channel is not null)
            faults.Name("channel", campaign.Channel);
        faults.Text("offer", campaign.Offer);
        if (Templates.FaultOf(chain.Policy.Recall, campaign.Template, campaign.Offer, "this campaign") is { } fault)
            faults.Add(fault.Path, fault.Why);
        faults.InRange("priority", campaign.Priority, 0, 100);
        faults.InRange("holdoutPercent", campaign.HoldoutPercent, 0, 100);
        faults.InRange("uselessAfterHours", campaign.UselessAfterHours, 1, MostHours);
        faults.Unless(
            campaign.Schedule.Cron is null != campaign.Schedule.At is null,
            "schedule",
            "must have either 'cron' or 'at'");
        faults.Unless(campaign.Schedule.Cron is not { Length: > 200 }, "schedule.cron", "must have at most 200 characters");
        faults.Unless(
            campaign.Schedule.At is not { } at || (at.Kind == DateTimeKind.Unspecified && at.Year is > 1970 and < 9999),
            "schedule.at",
            "must be a local date and time without an offset, such as 2026-05-01T10:00:00");
        return faults.ToImmutable();
    }
}
