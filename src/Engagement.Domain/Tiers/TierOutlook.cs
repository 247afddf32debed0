using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

/// <summary>What a member lacks for the tier above hers; one of these ways is enough (docs/domain §6).</summary>
/// <param name="Tier">The tier above.</param>
public sealed record TierOutlook(Tier Tier, ImmutableArray<TierGap> Gaps)
{
    /// <summary>Null where there is no tier above hers.</summary>
    public static TierOutlook? Of(Policy policy, Member member, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(member);
        var (_, place) = policy.Tiers.Find(member.Tier.Name);
        if (place + 1 >= policy.Tiers.Ladder.Length)
            return null;
        var next = policy.Tiers.Ladder[place + 1];
        var gaps = next.Rules.Select(rule => Of(rule, member, at)).ToList();
        // Friends lift her by one tier above what she deserves without them, and only once.
        if (policy.Tiers.FriendsToLift > member.Referral.Bought && Deserving.ByRules(policy.Tiers, member, at).Place >= place)
            gaps.Add(new(Friends: policy.Tiers.FriendsToLift - member.Referral.Bought));
        return new(next, [.. gaps]);
    }

    private static TierGap Of(TierRule rule, Member member, Instant at) => new(
        rule.Spend is { } spend ? Math.Max(0m, spend - Deserving.SpentWithin(member, rule.WithinDays, at)) : null,
        rule.WithinDays,
        rule.Points is { } points ? Math.Max(0, points - member.Ledger.Earned) : null,
        rule.Friends is { } friends ? Math.Max(0, friends - member.Referral.Bought) : null,
        rule.Invitation);
}

/// <summary>What is missing on one way to a tier: all that is given, and nothing else.</summary>
/// <param name="Spend">Money still to be paid, in the chain's currency.</param>
/// <param name="WithinDays">Within how many days, those before now included.</param>
public sealed record TierGap(
    decimal? Spend = null, int? WithinDays = null, long? Points = null, int? Friends = null, bool Invitation = false);
