using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Visits;

/// <summary>A service was taken, also one paid from a card (docs/domain §3).</summary>
public sealed record Visit(EventKey Key, Instant? At, StoreId? Store, string? Service = null, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>A service was taken.</summary>
public sealed record Visited(Instant At, EventKey Key, StoreId? Store, string? Service, string? Extra)
    : ActEvent(At, Key, Store, Extra);

internal static class VisitDecision
{
    public static Member Evolve(Member member, Visited visited) => member with
    {
        Acts = member.Acts.Add(new(member.Acts.LastNumber + 1, visited.At, null)),
    };
}
