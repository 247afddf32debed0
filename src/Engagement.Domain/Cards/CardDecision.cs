using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Decides what becomes of what is done with a card (docs/domain/cards.md).</summary>
internal static class CardDecision
{
    /// <summary>The most cards that one member can hold: no one has so many, but a faulty sender may say so.</summary>
    public const int Most = 100;

    public static Taking Decide(Rules rules, Member member, CardCommand command, Instant at, StoreId? store) => command switch
    {
        IssueCard issue => CardIssuing.Issue(rules.Policy.Cards, member, issue, at, store),
        CancelCardUse cancel => CardCancelling.Cancel(rules.Policy.Cards, member, cancel, at, store),
        ReceiveCard receive => CardTransfers.Receive(member, receive, at, store),
        TakeCardBack back => CardTransfers.TakeBack(member, back, at, store),
        HeldCardCommand held => member.Cards.FirstOrDefault(card => card.Id == held.Card) is { } card
            ? OfHers(rules, member, card, held, at, store)
            : Rejection.UnknownCard(held.Card),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not one of the closed union"),
    };

    private static Taking OfHers(Rules rules, Member member, Card card, HeldCardCommand command, Instant at, StoreId? store) =>
        command switch
        {
            RenewCard renew => CardIssuing.Renew(card, renew, at, store),
            TransferCard transfer => CardTransfers.Send(member, card, transfer, at, store),
            _ when card.Form is null => CardRefusal.UnknownKind,
            TopUpCard topUp => CardMoney.TopUp(KindOf(rules, card), card, topUp, at, store),
            UseCard use => CardUsing.Use(rules, member, KindOf(rules, card), card, use, at, store),
            FreezeCard freeze => CardFreezing.Freeze(card, freeze, at, store),
            UnfreezeCard unfreeze => CardFreezing.Unfreeze(card, unfreeze, at, store),
            RefundCard refund => CardMoney.Refund(card, refund, at, store),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "not one of the closed union"),
        };

    // A kind that has been given another form since says nothing of this card.
    private static CardKind? KindOf(Rules rules, Card card) =>
        card.Kind is { } name && rules.Policy.Cards.Kinds.TryGetValue(name, out var kind) && kind.Form == card.Form ? kind : null;

    /// <summary>Why <paramref name="card"/> is not to be touched at <paramref name="at"/>; null if it may be.</summary>
    public static Rejection? Closed(Card card, Instant at)
    {
        if (at < card.Since)
            return CardRefusal.NotYet(card.Since);
        // What was told late may have happened before it was frozen, or before it ended.
        if (card.Status == CardStatus.Frozen && at >= card.FrozenSince)
            return CardRefusal.Frozen;
        return HasEnded(card, at) ? CardRefusal.Expired(card.ExpiresAt) : null;
    }

    /// <summary>Whether its end has come by then. That of a frozen period card moves on for as long as it is frozen.</summary>
    public static bool HasEnded(Card card, Instant at) =>
        !(card is { Status: CardStatus.Frozen, Form: CardForm.Period }) && at >= card.ExpiresAt;
}
