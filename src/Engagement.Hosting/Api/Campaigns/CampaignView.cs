using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Recall;
using Engagement.Hosting.Api.Segments;
using Engagement.Journal;
using Engagement.Journal.Campaigns;
using Engagement.Journal.Digests;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Campaigns;

/// <summary>When a campaign goes: by a calendar or once, by the clocks of each store.</summary>
/// <param name="Cron">Second, minute, hour, day of month, month, day of week, and a year where wanted.</param>
/// <param name="At">A local date and time without an offset, such as 2026-05-01T10:00:00.</param>
public sealed record ScheduleView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cron = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? At = null);

/// <summary>What a campaign is to be.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Template">The name of a template of the policy.</param>
/// <param name="Segment">Whom it is for; everybody when missing.</param>
/// <param name="SegmentName">A segment that the chain keeps, in its place.</param>
/// <param name="Channel">Which way it goes; the chain's usual one when missing.</param>
/// <param name="Offer">What it offers, in words.</param>
/// <param name="Priority">Whose message goes first where not all may, 0 to 100. Default 50.</param>
/// <param name="HoldoutPercent">So many of a hundred get nothing, to be compared with. Default 0.</param>
/// <param name="UselessAfterHours">A message that still waits after so long does not go.</param>
/// <param name="Paused">It does not run.</param>
public sealed record CampaignToPut(
    string Title,
    string Template,
    ScheduleView Schedule,
    SegmentView? Segment = null,
    string? Channel = null,
    string? Offer = null,
    int Priority = 50,
    int HoldoutPercent = 0,
    int? UselessAfterHours = null,
    bool Paused = false,
    string? SegmentName = null);

/// <summary>A campaign.</summary>
/// <param name="SegmentName">The segment that the chain keeps and it is for; missing where it has its own.</param>
/// <param name="BuiltIn">It came with the program, and the chain has not put it.</param>
public sealed record CampaignView(
    string Name,
    string Title,
    SegmentView Segment,
    string Template,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Channel,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Offer,
    int Priority,
    int HoldoutPercent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? UselessAfterHours,
    ScheduleView Schedule,
    bool Paused,
    bool BuiltIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SegmentName = null)
{
    internal static CampaignView Of(string name, Campaign campaign, bool isBuiltIn)
    {
        var written = CampaignFormat.ToDocument(campaign);
        return new(
            name,
            campaign.Title,
            written["segment"]!.Deserialize<SegmentView>(JsonSerializerOptions.Web)!,
            campaign.Template,
            campaign.Channel,
            campaign.Offer,
            campaign.Priority,
            campaign.HoldoutPercent,
            campaign.UselessAfterHours,
            new(campaign.Schedule.Cron, (string?)written["schedule"]!["at"]),
            campaign.Paused,
            isBuiltIn,
            campaign.SegmentName);
    }
}

/// <summary>What became of a campaign's messages, over all of its runs.</summary>
public sealed record CampaignMessages(long Planned, long Moved, long Sent, long Delivered, long Failed, long Cancelled)
{
    internal static CampaignMessages Of(IReadOnlyDictionary<MessageState, long> counts) => new(
        counts.GetValueOrDefault(MessageState.Planned),
        counts.GetValueOrDefault(MessageState.Moved),
        counts.GetValueOrDefault(MessageState.Sent),
        counts.GetValueOrDefault(MessageState.Delivered),
        counts.GetValueOrDefault(MessageState.Failed),
        counts.GetValueOrDefault(MessageState.Cancelled));
}

/// <summary>A run of a campaign in one zone.</summary>
/// <param name="Occurrence">When it was to go.</param>
/// <param name="Origin">scheduled, missed (made up for) or asked.</param>
/// <param name="State">open, done or stopped.</param>
/// <param name="Why">Why it was stopped: paused, deleted or no_segment.</param>
/// <param name="Matched">Members in the segment so far.</param>
/// <param name="Reached">Those whom it has reached.</param>
/// <param name="Refused">Those who want no messages.</param>
public sealed record RunView(
    DateTimeOffset Occurrence,
    string Zone,
    string Origin,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
    long Matched,
    long Reached,
    long Refused,
    DateTimeOffset StartedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? FinishedAt)
{
    private static readonly string[] Origins = ["scheduled", "missed", "asked"];

    private static readonly string[] States = ["open", "done", "stopped"];

    internal static RunView Of(CampaignRun run) => new(
        run.Key.Occurrence.ToDateTimeOffset(),
        run.Key.Zone,
        Origins[(int)run.Origin],
        States[(int)run.State],
        run.Why,
        run.Progress.Matched,
        run.Progress.Reached,
        run.Progress.Refused,
        run.StartedAt.ToDateTimeOffset(),
        run.FinishedAt?.ToDateTimeOffset());
}

/// <summary>A page of a campaign's runs, and what became of its messages.</summary>
public sealed record CampaignReport(
    IReadOnlyList<RunView> Items,
    CampaignMessages Messages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);

/// <summary>Whom a campaign would reach if it went now, and when it goes.</summary>
/// <param name="Count">Members in the segment.</param>
/// <param name="ByStore">The same by home store.</param>
/// <param name="Sample">Some of them, with the text that they would get.</param>
/// <param name="NextRuns">The next time in each zone; none while it is paused.</param>
public sealed record CampaignPreview(
    long Count, IReadOnlyList<StoreCount> ByStore, IReadOnlyList<SampleText> Sample, IReadOnlyList<NextRun> NextRuns);

/// <summary>So many at one home store; null for those without one.</summary>
public sealed record StoreCount(string? Store, long Count);

/// <summary>The text that one member would get.</summary>
/// <param name="Text">Null where it cannot be written.</param>
/// <param name="Fault">Why it cannot.</param>
public sealed record SampleText(
    string Member,
    string? Store,
    string Stage,
    string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Fault = null);

/// <summary>When a campaign goes in a zone.</summary>
public sealed record NextRun(string Zone, DateTimeOffset At);

/// <summary>What a calendar day brought a store.</summary>
/// <param name="Day">The day by the store's clocks.</param>
/// <param name="Checkins">Sign-ins, without repeats of a day.</param>
/// <param name="Tasks">Open and overdue at the end of the day, escalated and done on it.</param>
/// <param name="Messages">Taken by their channels, and failed, on that day.</param>
public sealed record DigestView(
    string Store,
    DateOnly Day,
    DateTimeOffset MadeAt,
    int Joined,
    int Purchases,
    decimal Revenue,
    int Visits,
    int Checkins,
    IReadOnlyList<DigestMovement> Movements,
    DigestTasks Tasks,
    DigestMessages Messages)
{
    internal static DigestView Of(Digest digest) => new(
        digest.Store.Value,
        digest.Day,
        digest.MadeAt.ToDateTimeOffset(),
        digest.Figures.Joined,
        digest.Figures.Purchases,
        digest.Figures.Revenue,
        digest.Figures.Visits,
        digest.Figures.Checkins,
        digest.Figures.Movements,
        digest.Figures.Tasks,
        digest.Figures.Messages);
}
