namespace Engagement.Cli.Api;

/// <summary>The 360 view of a member.</summary>
internal sealed record MemberAnswer(
    string Id,
    string? Store,
    string Stage,
    DateTimeOffset? StageSince,
    string? StageReason,
    IReadOnlyList<string>? Flags,
    MemberRfm? Rfm,
    MemberPoints? Points,
    MemberStreak? Streak,
    DateTimeOffset? NextDueAt,
    long Version,
    DateTimeOffset AsOf);

internal sealed record MemberRfm(decimal? RecencyDays, long Frequency, decimal Monetary);

internal sealed record MemberPoints(decimal Balance);

internal sealed record MemberStreak(int Current, int Longest, long Total, string? LastDate);
