namespace Engagement.Cli.Api;

/// <summary>What members have paid for and not had yet.</summary>
internal sealed record LiabilityAnswer(
    string Chain,
    string? Store,
    string? At,
    string? Currency,
    decimal Paid,
    decimal UsesWorth,
    decimal Prepaid,
    decimal Bonus,
    decimal Owed,
    decimal Threshold,
    bool IsOverThreshold,
    DateTimeOffset AsOf);
