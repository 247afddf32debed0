using System.Collections.Immutable;
using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Something happened with a card.</summary>
public interface ICardEvent
{
    CardId Card { get; }
}

/// <summary>She was given a card.</summary>
public sealed record CardIssued(Instant At, EventKey Key, StoreId? Store, CardId Card, string? Kind, Instant? ExpiresAt, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent
{
    /// <summary>Null where the policy did not know the kind.</summary>
    public CardForm? Form { get; init; }

    /// <summary>What she paid for it.</summary>
    public decimal Paid { get; init; }

    /// <summary>What it opens with; null for nothing.</summary>
    public CardLot? Opening { get; init; }
}

/// <summary>A card of hers goes on until a later day.</summary>
public sealed record CardRenewed(Instant At, EventKey Key, StoreId? Store, CardId Card, Instant ExpiresAt, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent
{
    /// <summary>What she paid for that.</summary>
    public decimal Paid { get; init; }

    /// <summary>The uses that were added; null for none.</summary>
    public CardLot? Added { get; init; }
}

/// <summary>She put money on a card. What she owed is paid from it at once: the lot begins with so much used.</summary>
public sealed record CardToppedUp(Instant At, EventKey Key, StoreId? Store, CardId Card, CardLot Lot, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent;

/// <summary>She paid with a card, or showed it.</summary>
/// <param name="Amount">The money taken, or the bill that a discount was taken off; 0 for neither.</param>
/// <param name="Uses">How many uses it counts for.</param>
/// <param name="Parts">What was taken from which lots.</param>
/// <param name="Owed">What was taken on credit.</param>
/// <param name="Saved">The bonus in it, or the discount.</param>
/// <param name="Visit">The number of the visit that it is among her counted acts; null where it is none.</param>
public sealed record CardUsed(
    Instant At,
    EventKey Key,
    StoreId? Store,
    CardId Card,
    string? Service,
    decimal Amount,
    int Uses,
    ImmutableArray<CardPart> Parts,
    decimal Owed,
    decimal Saved,
    int? Visit,
    string? Device,
    string? Extra) : ActEvent(At, Key, Store, Extra), ICardEvent
{
    public bool Equals(CardUsed? other) =>
        other is not null && base.Equals(other) && Card == other.Card && Service == other.Service && Amount == other.Amount
        && Uses == other.Uses && Owed == other.Owed && Saved == other.Saved && Visit == other.Visit && Device == other.Device
        && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Card, Amount, Uses, Owed, Visit);
}

/// <summary>Two uses of a card came suspiciously soon after each other (docs/domain §6). Both were taken.</summary>
public sealed record CardUseSuspicious(Instant At, CardId Card, Instant First, Instant Second) : MemberEvent(At), ICardEvent;

/// <summary>A use of a card was cancelled.</summary>
/// <param name="Parts">What was put back into which lots.</param>
/// <param name="Owed">By how much less she owes.</param>
/// <param name="Opened">Money that could go back into no lot, with one of its own; null for none.</param>
/// <param name="Saved">By how much less the card has saved her.</param>
/// <param name="Visit">The number of the visit that leaves the count; null where it was none.</param>
public sealed record CardUseCancelled(
    Instant At,
    EventKey Key,
    StoreId? Store,
    CardId Card,
    string UseId,
    ImmutableArray<CardPart> Parts,
    decimal Owed,
    CardLot? Opened,
    decimal Saved,
    int? Visit,
    string? Extra) : ActEvent(At, Key, Store, Extra), ICardEvent
{
    public bool Equals(CardUseCancelled? other) =>
        other is not null && base.Equals(other) && Card == other.Card && UseId == other.UseId && Owed == other.Owed
        && Equals(Opened, other.Opened) && Saved == other.Saved && Visit == other.Visit
        && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Card, UseId, Owed, Visit);
}

public sealed record CardFrozen(Instant At, EventKey Key, StoreId? Store, CardId Card, string? Reason, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent;

/// <param name="ExpiresAt">When it ends now: a period card later, by the time it was frozen.</param>
public sealed record CardUnfrozen(Instant At, EventKey Key, StoreId? Store, CardId Card, Instant? ExpiresAt, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent;

/// <summary>She was given back money that she had paid and not used.</summary>
/// <param name="Amount">The money she was given.</param>
public sealed record CardRefunded(
    Instant At, EventKey Key, StoreId? Store, CardId Card, decimal Amount, ImmutableArray<CardRefundPart> Parts, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent
{
    public bool Equals(CardRefunded? other) =>
        other is not null && base.Equals(other) && Card == other.Card && Amount == other.Amount
        && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Card, Amount, Parts.Length);
}

/// <summary>The end of a card has come.</summary>
/// <param name="Paid">Her own money that is lost with it, or what was paid for the uses that are.</param>
public sealed record CardExpired(Instant At, CardId Card, decimal Paid, decimal Bonus, int Uses) : MemberEvent(At), ICardEvent;

/// <summary>A card left for another member, with all it holds.</summary>
public sealed record CardSent(Instant At, EventKey Key, StoreId? Store, Card Whole, MemberId To, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent, IAsksAnother
{
    public CardId Card => Whole?.Id ?? default;

    // One key for one delivery, however often it is tried.
    public Errand Asks(MemberId from) => new(To, CardTransfers.Deliver(new($"card_sent:{from}:{Key.Id}", Key.Fingerprint), from, this));
}

/// <summary>A card came from another member, with all it holds.</summary>
public sealed record CardReceived(Instant At, EventKey Key, StoreId? Store, Card Whole, MemberId From, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent
{
    public CardId Card => Whole?.Id ?? default;
}

/// <summary>A card from another member could not be received: it goes back.</summary>
/// <param name="Why">A code: <c>card_exists</c> or <c>too_many_cards</c>.</param>
public sealed record CardTurnedAway(Instant At, EventKey Key, StoreId? Store, Card Whole, MemberId From, string Why, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent, IAsksAnother
{
    public CardId Card => Whole?.Id ?? default;

    public Errand Asks(MemberId from) => new(From, CardTransfers.Return(new($"card_returned:{Key.Id}", Key.Fingerprint), from, this));
}

/// <summary>A card that she had sent was turned away and is hers again.</summary>
public sealed record CardCameBack(Instant At, EventKey Key, StoreId? Store, Card Whole, MemberId To, string Why, string? Extra)
    : ActEvent(At, Key, Store, Extra), ICardEvent
{
    public CardId Card => Whole?.Id ?? default;
}
