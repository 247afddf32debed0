using Engagement.Cli.Quotes;

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
    MemberForecast? Forecast,
    MemberValue? Value,
    MemberPoints? Points,
    MemberTier? Tier,
    MemberReferral? Referral,
    MemberFamily? Family,
    MemberStreak? Streak,
    IReadOnlyList<MemberTask>? Tasks,
    MemberTaskProgress? TaskProgress,
    IReadOnlyList<TaskAnswer>? CareTasks,
    IReadOnlyList<MemberRecall>? Recall,
    DateTimeOffset? NextDueAt,
    long Version,
    DateTimeOffset AsOf);

internal sealed record MemberRfm(decimal? RecencyDays, long Frequency, decimal Monetary, RfmScores? Scores, string? Group);

internal sealed record RfmScores(int R, int F, int M);

internal sealed record MemberForecast(double Alive, double ExpectedVisitsNextQuarter, decimal? ExpectedSpendNextYear);

internal sealed record MemberValue(LifetimeValue? Ltv, bool? WorthThreeTimesCost);

internal sealed record LifetimeValue(decimal AverageOrder, decimal OrdersPerYear, decimal YearsKept, decimal Value);

internal sealed record MemberPoints(decimal Balance, decimal? Usable, decimal Owed, DateTimeOffset? NextExpiryAt, decimal NextExpiring);

internal sealed record MemberTier(string? Title, DateTimeOffset? Until, bool IsAtRisk, TierAboveAnswer? Next);

internal sealed record MemberReferral(string? Referrer, string Standing, int FriendCount, int Bought);

internal sealed record MemberFamily(string? Head, IReadOnlyList<MemberRelative> Relatives);

internal sealed record MemberRelative(string Id, bool HasAgreed);

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
