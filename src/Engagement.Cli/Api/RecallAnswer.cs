namespace Engagement.Cli.Api;

/// <summary>What playbooks and campaigns have done and brought.</summary>
internal sealed record RecallAnswer(IReadOnlyList<RecallEntry> Playbooks, IReadOnlyList<RecallEntry>? Campaigns);

internal sealed record RecallEntry(
    string Name,
    bool? Enabled,
    IReadOnlyList<StepMembers>? Steps,
    long Entered,
    long Sent,
    long Moved,
    long Cancelled,
    long Delivered,
    long Failed,
    long Returned,
    decimal Revenue,
    Uplift? Uplift);

internal sealed record StepMembers(int Step, long Members);

/// <summary>What the treated did beyond the held out; null while there is nobody to compare with.</summary>
internal sealed record Uplift(Interval? ReturnRate, Interval? RevenuePerMember, bool IsConclusive);

internal sealed record Interval(decimal Difference, decimal? Low, decimal? High);
