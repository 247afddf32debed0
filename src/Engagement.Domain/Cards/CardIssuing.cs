using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Cards begin, and go on.</summary>
internal static class CardIssuing
{
    public static Taking Issue(CardsPolicy policy, Member member, IssueCard command, Instant at, StoreId? store)
    {
        if (member.Cards.Any(card => card.Id == command.Card))
            return Rejection.CardExists(command.Card);
        if (member.Cards.Length >= CardDecision.Most)
            return Rejection.TooManyCards(CardDecision.Most);
        var kind = command.Kind is { } name ? policy.Kinds.GetValueOrDefault(name) : null;
        var end = command.ExpiresAt
            ?? (kind?.ValidDays is { } days ? Instant.Earlier(at + TimeSpan.FromDays(days), Instant.Latest) : null);
        if (end <= at)
            return Rejection.EndsBefore(at);
        var issued = new CardIssued(at, command.Key, store, command.Card, command.Kind, end, command.Extra);
        if (kind is null)
        {
            // Money is not to be lost on a card that can hold none.
            return command is { Paid: null, Balance: null, Uses: null } ? issued : CardRefusal.UnknownKind;
        }

        if (!Cents.Are(command.Paid ?? 0m) || !Cents.Are(command.Balance ?? 0m))
            return CardRefusal.NotCents;
        if (command.Balance is not null && kind.Form != CardForm.StoredValue)
            return CardRefusal.Field("balance", "is for stored-value cards only");
        if (command.Uses is not null && kind.Form != CardForm.Count)
            return CardRefusal.Field("uses", "is for count cards only");
        if (kind.Form == CardForm.Count && (command.Uses ?? kind.Uses) is null)
            return CardRefusal.Missing("uses", "this card's kind does not say with how many it comes");
        var opening = kind.Form switch
        {
            CardForm.StoredValue => Money(kind, command, at),
            CardForm.Count => Uses(kind, command, at),
            _ => null,
        };
        return issued with { Form = kind.Form, Paid = opening?.Paid ?? command.Paid ?? kind.Price ?? 0m, Opening = opening };
    }

    public static Taking Renew(Card card, RenewCard command, Instant at, StoreId? store)
    {
        if (card.ExpiresAt is not { } end || command.ExpiresAt <= end)
            return Rejection.EndsBefore(card.ExpiresAt);
        var renewed = new CardRenewed(at, command.Key, store, command.Card, command.ExpiresAt, command.Extra);
        if (card.Form is null)
            return command is { Paid: null, Uses: null } ? renewed : CardRefusal.UnknownKind;
        if (card.Status == CardStatus.Refunded)
            return CardRefusal.Refunded;
        if (command.ExpiresAt <= at)
            return Rejection.EndsBefore(at);
        if (!Cents.Are(command.Paid ?? 0m))
            return CardRefusal.NotCents;
        if (command.Uses is not null && card.Form != CardForm.Count)
            return CardRefusal.Field("uses", "is for count cards only");
        if (command.Paid is not null && card.Form == CardForm.StoredValue)
            return CardRefusal.Field("paid", "goes onto a stored-value card as a top-up");
        if (command is { Paid: not null, Uses: null } && card.Form == CardForm.Count)
            return CardRefusal.Missing("uses", "what was paid for?");
        if (command.Uses is not { } uses)
            return renewed with { Paid = command.Paid ?? 0m };
        return card.Lots.Count(lot => !lot.IsUsedUp) >= Card.MostLots
            ? CardRefusal.TooManyLots
            : renewed with { Paid = command.Paid ?? 0m, Added = new(card.LastLot + 1, at, command.Paid ?? 0m) { Uses = uses } };
    }

    // What was begun elsewhere comes with the bonus that is left of it; it was earned by all of the money and by no less.
    private static CardLot? Money(CardKind kind, IssueCard command, Instant at)
    {
        if (command.Balance is { } balance)
        {
            var paid = Math.Min(command.Paid ?? balance, balance);
            var bonus = balance - paid;
            return balance == 0m ? null : new(1, at, paid) { Bonus = bonus, Steps = bonus > 0m ? [new(paid, bonus)] : [] };
        }

        return (command.Paid ?? kind.Price ?? 0m) is > 0m and var money ? CardMoney.Lot(kind, 1, at, money) : null;
    }

    // A card that is taken over with fewer uses than it once had is worth as much less.
    private static CardLot Uses(CardKind kind, IssueCard command, Instant at)
    {
        var uses = command.Uses ?? kind.Uses!.Value;
        var price = kind.Price is { } whole && kind.Uses is { } all ? Cents.Round(whole * uses / all) : kind.Price;
        return new(1, at, command.Paid ?? price ?? 0m) { Uses = uses };
    }
}
