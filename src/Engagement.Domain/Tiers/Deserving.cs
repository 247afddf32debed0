using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

/// <summary>Which tier a member deserves by what is known of her (docs/domain §6).</summary>
internal static class Deserving
{
    /// <summary>The highest place on the ladder she deserves at <paramref name="at"/> and why; −1 for none.</summary>
    public static (int Place, TierReason? Reason) At(TiersPolicy policy, Member member, Instant at)
    {
        var (deserved, reason) = ByRules(policy, member, at);
        return policy.FriendsToLift > 0 && member.Referral.Bought >= policy.FriendsToLift && deserved < policy.Ladder.Length - 1
            ? (deserved + 1, new("friends", policy.FriendsToLift))
            : (deserved, reason);
    }

    /// <summary>The same without the friends who lift her by a tier.</summary>
    public static (int Place, TierReason? Reason) ByRules(TiersPolicy policy, Member member, Instant at)
    {
        for (var place = policy.Ladder.Length - 1; place >= 0; place--)
        {
            foreach (var rule in policy.Ladder[place].Rules)
            {
                if (Holds(rule, policy.Ladder[place].Name, member, at))
                    return (place, TierReason.Of(rule));
            }
        }

        return (-1, null);
    }

    /// <summary>What she paid in the days before <paramref name="at"/>, or ever, less what was refunded.</summary>
    public static decimal SpentWithin(Member member, int? days, Instant at)
    {
        if (days is not { } window)
            return member.Tier.Spent;
        var from = at - TimeSpan.FromDays(window);
        var spent = 0m;
        for (var index = member.Acts.Recent.Length - 1; index >= 0 && member.Acts.Recent[index].At > from; index--)
            spent += member.Acts.Recent[index].Paid;
        return spent;
    }

    private static bool Holds(TierRule rule, string tier, Member member, Instant at) =>
        rule is not { Spend: null, Points: null, Friends: null, Invitation: false }
        && (rule.Spend is not { } spend || SpentWithin(member, rule.WithinDays, at) >= spend)
        && (rule.Points is not { } points || member.Ledger.Earned >= points)
        && (rule.Friends is not { } friends || member.Referral.Bought >= friends)
        && (!rule.Invitation || member.Tier.Invitations.Contains(tier));
}
