namespace Engagement.Domain.Value;

/// <summary>What a member brings through those she refers (社会价值, docs/domain §5), in the chain's currency.</summary>
/// <param name="Willingness">How willing she is to recommend, 0 to 1.</param>
/// <param name="Referrals">How many friends she referred.</param>
/// <param name="ImpactOfOne">What one of them is worth on average: what he brings himself, and what those bring whom he referred in turn (裂变).</param>
public sealed record SocialValue(decimal Willingness, int Referrals, decimal ImpactOfOne)
{
    /// <summary>Willingness times the number of referrals times the impact of one.</summary>
    public decimal Value => Willingness * Referrals * ImpactOfOne;

    /// <summary>Hers, from the friends she referred.</summary>
    /// <param name="willingness">0 to 1; see <see cref="WillingnessOf"/>.</param>
    public static SocialValue Of(decimal willingness, IReadOnlyList<ReferredFriend> friends)
    {
        ArgumentNullException.ThrowIfNull(friends);
        ArgumentOutOfRangeException.ThrowIfLessThan(willingness, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(willingness, 1m);
        return new(willingness, friends.Count, friends.Count == 0 ? 0m : friends.Sum(friend => friend.Impact) / friends.Count);
    }

    /// <summary>How willing she is by her last survey, 0 to 10; as the policy says where she never answered one.</summary>
    public static decimal WillingnessOf(ValuePolicy policy, int? lastScore)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return lastScore is { } score ? Math.Clamp(score, 0, 10) / 10m : policy.Willingness;
    }
}

/// <summary>Somebody a member referred.</summary>
/// <param name="LifetimeValue">His own, 0 while he has not bought.</param>
/// <param name="InTurn">Those of the friends whom he referred.</param>
public sealed record ReferredFriend(decimal LifetimeValue, IReadOnlyList<decimal> InTurn)
{
    /// <summary>What he brings, with those he referred.</summary>
    public decimal Impact => LifetimeValue + InTurn.Sum();
}
