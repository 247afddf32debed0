using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Cards are frozen and released.</summary>
internal static class CardFreezing
{
    public static Taking Freeze(Card card, FreezeCard command, Instant at, StoreId? store)
    {
        if (at < card.Since)
            return CardRefusal.NotYet(card.Since);
        return card.Status switch
        {
            CardStatus.Frozen => CardRefusal.Frozen,
            CardStatus.Refunded => CardRefusal.Refunded,
            CardStatus.Expired => CardRefusal.Expired(card.ExpiresAt),
            _ when CardDecision.HasEnded(card, at) => CardRefusal.Expired(card.ExpiresAt),
            _ => new CardFrozen(at, command.Key, store, card.Id, command.Reason, command.Extra),
        };
    }

    public static Taking Unfreeze(Card card, UnfreezeCard command, Instant at, StoreId? store)
    {
        if (card is not { Status: CardStatus.Frozen, FrozenSince: { } since } || at < since)
            return CardRefusal.NotFrozen;
        // She loses no day of a card that is bought by the day.
        var end = card is { Form: CardForm.Period, ExpiresAt: { } was } ? Instant.Earlier(was + (at - since), Instant.Latest) : card.ExpiresAt;
        return new CardUnfrozen(at, command.Key, store, card.Id, end, command.Extra);
    }
}
