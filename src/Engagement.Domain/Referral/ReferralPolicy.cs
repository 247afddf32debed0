using Engagement.Domain.Policies;

namespace Engagement.Domain.Referral;

/// <summary>What bringing a friend is good for (转介绍, docs/domain §10).</summary>
public sealed record ReferralPolicy
{
    /// <summary>The points that both get on the friend's first purchase. Default 200.</summary>
    public int Points { get; init; } = 200;

    /// <summary>What the friend's purchase must come to at least, in the chain's currency. Default 0.01: what is free brings nothing.</summary>
    public decimal SmallestPurchase { get; init; } = 0.01m;
}

internal static class ReferralValidation
{
    public static void Validate(ReferralPolicy referral, PolicyFaults faults)
    {
        faults.InRange("referral.points", referral.Points, 0, 1_000_000);
        faults.Unless(referral.SmallestPurchase is >= 0m and <= 1_000_000_000m, "referral.smallestPurchase", "must be between 0 and 1000000000");
    }
}
