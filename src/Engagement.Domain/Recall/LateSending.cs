using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>
/// What the rule of sending says of a message that was released and could not be handed over then: an outage must not ring
/// anybody out of bed, and a member who has said no meanwhile has said no.
/// </summary>
public static class LateSending
{
    /// <summary>When quiet hours that hold at <paramref name="at"/> are over for this member; null if it is not quiet.</summary>
    public static Instant? QuietUntil(Rules rules, Member member, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return Sending.EndOfQuiet(rules.Policy.Recall.Messages, rules.Zone, at, Playbooks.SpreadOf(rules, member));
    }

    /// <summary>Whether she wants no messages on this channel.</summary>
    public static bool IsRefused(Rules rules, Member member, string channel)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return Sending.IsRefused(rules.Policy.Recall.Messages, member.Recall, channel);
    }
}
