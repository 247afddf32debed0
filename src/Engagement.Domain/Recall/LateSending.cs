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
    /// <summary>
    /// When a message of hers that was released may be handed over at the earliest; null for now. After an outage several may
    /// be there at once: they go in the order in which they were released, no more on a day than on any other.
    /// </summary>
    /// <param name="isLate">Whether it should have gone long ago: then quiet hours hold for it once more.</param>
    public static Instant? NotBefore(Rules rules, Member member, MessageNumber message, Instant now, bool isLate)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return Sending.NotBefore(rules, member.Recall, message, now, isLate, Playbooks.SpreadOf(rules, member));
    }

    /// <summary>Whether she wants no messages on this channel.</summary>
    public static bool IsRefused(Rules rules, Member member, string channel)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return Sending.IsRefused(rules.Policy.Recall.Messages, member.Recall, channel);
    }
}
