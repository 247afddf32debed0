using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>
/// A campaign (活动) of a chain: a message to everybody in a segment, at times by the clocks of their stores
/// (docs/domain, campaigns). Its name is the key it is kept under.
/// </summary>
public sealed record Campaign
{
    /// <summary>What people call it; 1 to 200 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whom it is for. Default: everybody.</summary>
    public Segment Segment { get; init; } = new();

    /// <summary>The name of a segment that the chain keeps, in place of <see cref="Segment"/>; looked up anew whenever it goes.</summary>
    public string? SegmentName { get; init; }

    /// <summary>The name of the template of its message.</summary>
    public string Template { get; init; } = "";

    /// <summary>Which way it goes; null for the chain's usual channel.</summary>
    public string? Channel { get; init; }

    /// <summary>What it offers, in words.</summary>
    public string? Offer { get; init; }

    /// <summary>Whose message goes first where not all may, 0 to 100. Default 50.</summary>
    public int Priority { get; init; } = 50;

    /// <summary>So many of a hundred in the segment get nothing, to be compared with. Default 0.</summary>
    public int HoldoutPercent { get; init; }

    /// <summary>So many hours after its time a message that still waits is not worth sending; null for never.</summary>
    public int? UselessAfterHours { get; init; }

    public CampaignSchedule Schedule { get; init; } = new();

    /// <summary>It does not run, and a run that is under way stops.</summary>
    public bool Paused { get; init; }

    /// <summary>The chain's version that this campaign came into force with; 0 for what came with the program.</summary>
    public long Version { get; init; }

    /// <summary>Times up to here are not its own: they lie before it was put, rescheduled or resumed.</summary>
    public Instant Since { get; init; }
}

/// <summary>When a campaign goes: by a calendar, or once. Either is by the clocks of each store.</summary>
public sealed record CampaignSchedule
{
    /// <summary>
    /// A cron expression: second, minute, hour, day of month, month, day of week, and a year where wanted. Times that clocks skip
    /// come when they go on; times that come twice count the first time.
    /// </summary>
    public string? Cron { get; init; }

    /// <summary>One local date and time, without an offset.</summary>
    public DateTime? At { get; init; }
}
