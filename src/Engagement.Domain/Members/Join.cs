using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>She became a member (docs/domain §3).</summary>
/// <param name="Referrer">The member who sent her, if one did (docs/domain §10).</param>
/// <param name="Birthday">Kept beside her history, not in it; null leaves what is known as it is.</param>
public sealed record Join(
    EventKey Key, Instant? At, StoreId? Store, string? Extra = null, MemberId? Referrer = null, Birthday? Birthday = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She became a member.</summary>
public sealed record Joined(Instant At, EventKey Key, StoreId? Store, string? Extra, MemberId? Referrer = null)
    : ActEvent(At, Key, Store, Extra);

/// <summary>
/// A member who had no home store has one now. It carries where she stands, so that whoever counts members by store can
/// move her over from this event alone.
/// </summary>
public sealed record HomeStoreSet(Instant At, StoreId Store, Stage Stage, AttentionFlags Flags) : MemberEvent(At);
