using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>She was asked how likely she is to recommend us, and answered 0 to 10 (docs/domain §5, NPS).</summary>
public sealed record Survey(EventKey Key, Instant? At, StoreId? Store, int Score, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She answered a survey.</summary>
public sealed record Surveyed(Instant At, EventKey Key, StoreId? Store, int Score, string? Extra) : ActEvent(At, Key, Store, Extra);

/// <summary>She complained (docs/domain §8). What she said is in the extra fields, if anywhere.</summary>
public sealed record Complaint(EventKey Key, Instant? At, StoreId? Store, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She complained.</summary>
public sealed record Complained(Instant At, EventKey Key, StoreId? Store, string? Extra) : ActEvent(At, Key, Store, Extra);

/// <summary>She allows, or no longer allows, messages on a channel (docs/domain §9).</summary>
/// <param name="Channel">The channel; null for all.</param>
public sealed record Consent(EventKey Key, Instant? At, StoreId? Store, string? Channel, bool IsGiven, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She said whether messages may come on a channel.</summary>
public sealed record Consented(Instant At, EventKey Key, StoreId? Store, string? Channel, bool IsGiven, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>How a message ended, as whoever delivers it reports (docs/domain §9).</summary>
public sealed record ReportMessage(Recall.MessageNumber Number, MessageFate Fate, string? Detail = null) : MemberCommand;

/// <summary>What became of a message once it was out of our hands.</summary>
public enum MessageFate
{
    Sent,
    Delivered,
    Failed,
}

/// <summary>What became of a message was reported.</summary>
/// <param name="Day">The local calendar day on which it was handed over, where that is news; it counts on it.</param>
public sealed record MessageReported(
    Instant At, Recall.MessageNumber Number, MessageFate Fate, string? Detail, DateOnly? Day = null) : MemberEvent(At);
