using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Uses are cancelled: what they took goes back to where it came from, and their visit leaves the count.</summary>
internal static class CardCancelling
{
    public static Taking Cancel(CardsPolicy policy, Member member, CancelCardUse command, Instant at, StoreId? store)
    {
        foreach (var card in member.Cards)
        {
            if (card.Uses.FirstOrDefault(use => use.Id == command.UseId) is { } use)
                return Cancel(policy, card, use, command, at, store);
        }

        return CardRefusal.UnknownUse(command.UseId);
    }

    private static Taking Cancel(CardsPolicy policy, Card card, CardUse use, CancelCardUse command, Instant at, StoreId? store)
    {
        // Nothing can be put back on a card that has lost, or is about to lose, all that is on it.
        if (CardDecision.HasEnded(card, at) && (card.Form == CardForm.Count || policy.ExpiredBalance == ExpiredBalance.Forfeit))
            return CardRefusal.Expired(card.ExpiresAt);
        if (use.Parts.Any(part => card.Lots.All(lot => lot.Number != part.Lot)))
        {
            // What it came from was given back or has been lost at the card's end.
            return card.Status == CardStatus.Refunded ? CardRefusal.Refunded : CardRefusal.Expired(card.ExpiresAt);
        }

        // Her own money and debt never stand side by side: what she owes by now is paid first. A bonus pays no debts.
        var debt = card.Owed;
        var settled = 0m;
        var credit = use.Owed - Settle(use.Owed);
        var parts = ImmutableArray.CreateBuilder<CardPart>();
        foreach (var part in use.Parts)
        {
            var lot = card.Lots.First(lot => lot.Number == part.Lot);
            // A bonus that she has paid for since, when she was given money back, comes back as money.
            var bought = Math.Max(0m, part.Bonus - lot.BonusUsed);
            credit += bought - Settle(bought);
            var paid = part.Paid - Settle(part.Paid);
            var bonus = part.Bonus - bought;
            if (paid + bonus > 0m || part.Uses > 0)
                parts.Add(part with { Paid = paid, Bonus = bonus });
        }

        return new CardUseCancelled(
            at,
            command.Key,
            store,
            card.Id,
            use.Id,
            parts.ToImmutable(),
            settled,
            // What a top-up has paid off meanwhile was her money: it is hers again, without a bonus.
            credit > 0m ? new(card.LastLot + 1, at, credit) : null,
            card.Form == CardForm.StoredValue ? parts.Sum(part => part.Bonus) : use.Saved,
            use.Visit,
            command.Extra);

        decimal Settle(decimal money)
        {
            var pays = Math.Min(debt, money);
            (debt, settled) = (debt - pays, settled + pays);
            return pays;
        }
    }
}
