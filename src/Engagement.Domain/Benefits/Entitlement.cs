using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;

namespace Engagement.Domain.Benefits;

/// <summary>The benefits a member has: of having joined, of her tier, and of what her family shares with her (docs/domain §6).</summary>
public static class Entitlement
{
    /// <param name="shared">What her family shares with her; null for nothing.</param>
    public static ImmutableArray<BenefitSet> Of(Policy policy, Member member, BenefitSet? shared = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(member);
        var held = ImmutableArray.CreateBuilder<BenefitSet>(3);
        if (member.Joined)
            held.Add(policy.Benefits.Joined);
        if (policy.Tiers.Find(member.Tier.Name).Tier is { } tier)
            held.Add(tier.Benefits);
        if (shared is { IsSharedWithFamily: true })
            held.Add(shared);
        return held.DrainToImmutable();
    }

    /// <summary>So many times the points a purchase earns: the best of what she has, and 1 where she has nothing.</summary>
    internal static decimal PointsMultiplier(Policy policy, Member member) =>
        Of(policy, member).Select(benefits => benefits.PointsMultiplier).DefaultIfEmpty(1m).Max();

    /// <summary>How far below zero her stored value may go, in the chain's currency.</summary>
    public static decimal Overdraft(Policy policy, Member member) =>
        Of(policy, member).Select(benefits => benefits.Overdraft).DefaultIfEmpty(0m).Max();
}
