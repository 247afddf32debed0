using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Something is done with a card (docs/domain/cards.md).</summary>
public abstract record CardCommand(EventKey Key, Instant? At, StoreId? Store, string? Extra) : ActCommand(Key, At, Store, Extra);

/// <summary>Something is done with a card that she holds.</summary>
public abstract record HeldCardCommand(EventKey Key, Instant? At, StoreId? Store, CardId Card, string? Extra)
    : CardCommand(Key, At, Store, Extra);

/// <summary>She was given a card.</summary>
/// <param name="ExpiresAt">When it ends; null for what its kind says.</param>
public sealed record IssueCard(
    EventKey Key, Instant? At, StoreId? Store, CardId Card, string? Kind, Instant? ExpiresAt, string? Extra = null)
    : CardCommand(Key, At, Store, Extra)
{
    /// <summary>What she paid for it; null for its kind's price. On a stored-value card it is money to spend.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Stored value: the balance it opens with where it was begun elsewhere; what is more than was paid is bonus.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Count card: the uses it opens with; null for its kind's.</summary>
    public int? Uses { get; init; }
}

/// <summary>A card of hers goes on until a later day.</summary>
public sealed record RenewCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, Instant ExpiresAt, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra)
{
    /// <summary>What she paid for that; null for nothing.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Count card: the uses that are added; null for none.</summary>
    public int? Uses { get; init; }
}

/// <summary>She put money on a stored-value card.</summary>
public sealed record TopUpCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, decimal Amount, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>She paid with a card, or showed it.</summary>
/// <param name="Amount">Stored value: what is taken. Discount card: the bill before the discount. Else null.</param>
/// <param name="Uses">Count card: how many uses are taken, null for one. Else null.</param>
/// <param name="Device">The till, as the sender calls it.</param>
/// <param name="IsVisit">Whether it is a visit; false where the sender tells of the visit by itself.</param>
public sealed record UseCard(
    EventKey Key,
    Instant? At,
    StoreId? Store,
    CardId Card,
    decimal? Amount = null,
    int? Uses = null,
    string? Service = null,
    string? Device = null,
    bool IsVisit = true,
    string? Extra = null) : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>A use of a card was a mistake, or the service was not taken: what it took is put back.</summary>
/// <param name="UseId">The id that the use was told with.</param>
public sealed record CancelCardUse(EventKey Key, Instant? At, StoreId? Store, string UseId, string? Extra = null)
    : CardCommand(Key, At, Store, Extra);

/// <summary>A card cannot be used for a while.</summary>
/// <param name="Reason">Why, for staff.</param>
public sealed record FreezeCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, string? Reason = null, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>A frozen card can be used again.</summary>
public sealed record UnfreezeCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>She is given back money that she paid and did not use.</summary>
/// <param name="Amount">How much of it is taken off the card; null for all.</param>
public sealed record RefundCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, decimal? Amount = null, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>A card of hers goes to another member of the chain.</summary>
public sealed record TransferCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, MemberId To, string? Extra = null)
    : HeldCardCommand(Key, At, Store, Card, Extra);

/// <summary>
/// A card from another member arrives. It is received, or turned away where that cannot be; either is an event, so that
/// whoever delivers knows for ever what became of it.
/// </summary>
/// <param name="Whole">The card with all it holds.</param>
public sealed record ReceiveCard(EventKey Key, Instant? At, StoreId? Store, Card Whole, MemberId From, string? Extra = null)
    : CardCommand(Key, At, Store, Extra);

/// <summary>A card that she had sent was turned away and comes back to her. It always finds a place.</summary>
/// <param name="To">To whom she had sent it.</param>
/// <param name="Why">The code of why it was turned away.</param>
public sealed record TakeCardBack(EventKey Key, Instant? At, StoreId? Store, Card Whole, MemberId To, string Why, string? Extra = null)
    : CardCommand(Key, At, Store, Extra);
