using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Insights;

/// <summary>What insights need of an event. Every event leaves one, if only because it may be the first of its member.</summary>
/// <param name="Row">The handle of its member's row.</param>
/// <param name="Store">Where it happened; the first that a member's events name is her home.</param>
public readonly record struct Trace(long Row, Instant At, StoreId? Store, TraceKind Kind)
{
    /// <summary>The stage that she came to, for <see cref="TraceKind.Stage"/>.</summary>
    public Stage Stage { get; init; }

    /// <summary>All of it, for <see cref="TraceKind.Told"/>; null for the others.</summary>
    public MemberEvent? Happened { get; init; }
}

/// <summary>What an event is to insights.</summary>
public enum TraceKind
{
    /// <summary>Something happened, and it does not matter what.</summary>
    Other,

    /// <summary>A counted act (docs/domain §3).</summary>
    Counted,

    /// <summary>She came to another stage.</summary>
    Stage,

    /// <summary>What has to be read whole: refunds, the ends of cards, erasures. They are few.</summary>
    Told,
}
