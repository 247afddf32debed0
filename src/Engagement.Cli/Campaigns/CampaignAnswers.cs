namespace Engagement.Cli.Campaigns;

/// <summary>A campaign, as far as a list shows it.</summary>
internal sealed record CampaignEntry(string Name, string Title, ScheduleAnswer Schedule, bool Paused, bool BuiltIn);

internal sealed record ScheduleAnswer(string? Cron, string? At);

/// <summary>Whom a campaign would reach if it went now, and when it goes.</summary>
internal sealed record PreviewAnswer(
    long Count, IReadOnlyList<CountAnswer> ByStore, IReadOnlyList<SampleAnswer> Sample, IReadOnlyList<NextAnswer> NextRuns);

internal sealed record CountAnswer(string? Store, long Count);

internal sealed record SampleAnswer(string Member, string? Store, string Stage, string? Text, string? Fault);

internal sealed record NextAnswer(string Zone, DateTimeOffset At);

/// <summary>A run that was opened.</summary>
internal sealed record RunAnswer(DateTimeOffset Occurrence, string Zone);
