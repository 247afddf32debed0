using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Money goes onto cards and comes back from them (docs/domain/cards.md).</summary>
internal static class CardMoney
{
    public static Taking TopUp(CardKind? kind, Card card, TopUpCard command, Instant at, StoreId? store)
    {
        if (card.Form != CardForm.StoredValue)
            return CardRefusal.WrongForm;
        if (CardDecision.Closed(card, at) is { } closed)
            return closed;
        if (command.Amount <= 0m || !Cents.Are(command.Amount))
            return CardRefusal.NotCents;
        if (card.Lots.Count(lot => !lot.IsUsedUp) >= Card.MostLots)
            return CardRefusal.TooManyLots;
        var lot = Lot(kind, card.LastLot + 1, at, command.Amount) with { PaidUsed = Math.Min(command.Amount, card.Owed) };
        return new CardToppedUp(at, command.Key, store, card.Id, lot, command.Extra);
    }

    /// <summary>A lot of money with the bonus that it earns.</summary>
    public static CardLot Lot(CardKind? kind, int number, Instant at, decimal money)
    {
        var steps = Bonuses.Reached(kind, money);
        return new(number, at, money) { Bonus = Bonuses.Of(steps, money), Steps = steps };
    }

    public static Taking Refund(Card card, RefundCard command, Instant at, StoreId? store)
    {
        if (at < card.Since)
            return CardRefusal.NotYet(card.Since);
        return card switch
        {
            { Status: CardStatus.Frozen } => CardRefusal.Frozen,
            { Status: CardStatus.Refunded } => CardRefusal.Refunded,
            { Form: CardForm.StoredValue } => OfMoney(card, command, at, store),
            { Form: CardForm.Count } => OfUses(card, command, at, store),
            _ => CardRefusal.NotRefundable,
        };
    }

    // The latest top-ups first: the oldest are what she has been spending.
    private static Taking OfMoney(Card card, RefundCard command, Instant at, StoreId? store)
    {
        var left = card.Lots.Sum(lot => lot.PaidLeft);
        if (left == 0m)
            return CardRefusal.NothingToRefund;
        var wanted = command.Amount ?? left;
        if (wanted <= 0m || !Cents.Are(wanted))
            return CardRefusal.NotCents;
        if (wanted > left)
            return CardRefusal.InsufficientBalance(left);
        var parts = ImmutableArray.CreateBuilder<CardRefundPart>();
        for (var index = card.Lots.Length - 1; index >= 0 && wanted > 0m; index--)
        {
            var lot = card.Lots[index];
            var taken = Math.Min(lot.PaidLeft, wanted);
            if (taken == 0m)
                continue;
            parts.Add(OfLot(lot, taken));
            wanted -= taken;
        }

        return new CardRefunded(
            at, command.Key, store, card.Id, parts.Sum(part => part.Paid - part.Withheld), parts.ToImmutable(), command.Extra);
    }

    // The bonus shrinks to what the money that stays paid would have earned. What she has spent of it beyond that she pays for.
    private static CardRefundPart OfLot(CardLot lot, decimal taken)
    {
        var payout = Payout(lot, taken);
        // A step is lost with the cent below it: what is given back before must not be more than is left to pay for the step with.
        foreach (var step in lot.Steps)
        {
            var below = lot.Paid - lot.GivenBack - step.From + Cents.Smallest;
            if (below > taken && below <= lot.PaidLeft)
                payout = Math.Min(payout, Payout(lot, below));
        }

        return new(lot.Number, taken, Math.Min(TooMuch(lot, taken), lot.BonusLeft), taken - payout, 0);
    }

    private static decimal TooMuch(CardLot lot, decimal taken) =>
        Math.Max(0m, lot.Bonus - Bonuses.Of(lot.Steps, lot.Paid - lot.GivenBack - taken));

    // What she would have in hand if all of this were given back at once.
    private static decimal Payout(CardLot lot, decimal taken) =>
        Math.Max(0m, taken - Math.Max(0m, TooMuch(lot, taken) - lot.BonusLeft));

    private static Taking OfUses(Card card, RefundCard command, Instant at, StoreId? store)
    {
        if (card.Balance.Uses == 0)
            return CardRefusal.NothingToRefund;
        if (command.Amount is not null)
            return CardRefusal.Field("amount", "is for stored-value cards only: of a count card all uses that are left are given back");
        ImmutableArray<CardRefundPart> parts =
        [
            .. card.Lots.Where(lot => lot.UsesLeft > 0).Select(lot => new CardRefundPart(lot.Number, lot.UsesWorth, 0m, 0m, lot.UsesLeft)),
        ];
        return new CardRefunded(at, command.Key, store, card.Id, parts.Sum(part => part.Paid), parts, command.Extra);
    }
}
