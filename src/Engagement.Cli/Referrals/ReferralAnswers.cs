namespace Engagement.Cli.Referrals;

/// <summary>A member's code, and whom she brought.</summary>
internal sealed record ReferralTreeAnswer(string Code, int Reach, int Depth, IReadOnlyList<ReferralBranchAnswer> Branches);

internal sealed record ReferralBranchAnswer(string Member, string Referrer, DateTimeOffset At, bool HasBought);

/// <summary>A member who brings others.</summary>
internal sealed record ReferralLeaderAnswer(string Member, int Friends, int Bought, int Reach, int Depth, decimal Value);
