using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

internal static class TierDecision
{
    public static Taking Decide(Rules rules, InviteToTier command, Instant at, StoreId? store) =>
        rules.Policy.Tiers.Find(command.Tier).Tier is not { } tier
            ? new Rejection("unknown_tier", $"there is no tier '{command.Tier}'")
            : !tier.Rules.Any(rule => rule.Invitation)
            ? new Rejection("not_by_invitation", $"nobody gets to '{command.Tier}' by invitation")
            : new TierInvited(at, command.Key, store, command.Tier, command.IsGiven, command.Extra);
}
