using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>Something that is now true of a member. The union is closed: its cases are in this assembly.</summary>
public abstract record MemberEvent
{
    private protected MemberEvent(Instant at) => At = at;

    /// <summary>When it happened; for what follows from time alone, the instant it fell due.</summary>
    public Instant At { get; init; }

    /// <summary>On which terms points were earned by it; null for the usual ones, or for none earned.</summary>
    public PointsTerms? Terms { get; init; }
}

/// <summary>An act from outside was taken.</summary>
public abstract record ActEvent(Instant At, EventKey Key, StoreId? Store, string? Extra) : MemberEvent(At)
{
    /// <summary>When it was told, where that was so long after it happened that it is history; else null.</summary>
    public Instant? Told { get; init; }

    /// <summary>As of when she was judged anew for it, where it came late and is no history; else null. A replay needs it (docs/domain, what-if).</summary>
    public Instant? Judged { get; init; }
}
