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
    IReadOnlyList<MemberTask>? Tasks,
    MemberTaskProgress? TaskProgress,
    IReadOnlyList<TaskAnswer>? CareTasks,
    IReadOnlyList<MemberRecall>? Recall,
    DateTimeOffset? NextDueAt,
    long Version,
    DateTimeOffset AsOf);

internal sealed record MemberRfm(decimal? RecencyDays, long Frequency, decimal Monetary);

internal sealed record MemberPoints(decimal Balance);

internal sealed record MemberStreak(int Current, int Longest, long Total, string? LastDate);

internal sealed record MemberTask(string Name, bool Done, DateTimeOffset? DoneAt, DateTimeOffset DueAt, int Points, string? Reward);

internal sealed record MemberTaskProgress(int Done, int Of, int Bonus, bool BonusEarned);

internal sealed record MemberRecall(
    string Playbook,
    int Step,
    int Steps,
    DateTimeOffset Since,
    DateTimeOffset? NextStepAt,
    bool HeldOut,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? EndsAt);
