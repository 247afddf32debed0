using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;

namespace Engagement.Domain.Cards;

/// <summary>How what happens with cards changes them. Of a member it needs her cards only, so that others can follow them as well.</summary>
public static class CardEvolution
{
    /// <summary>The cards after <paramref name="happened"/>.</summary>
    public static ImmutableArray<Card> Evolve(ImmutableArray<Card> cards, MemberEvent happened) => happened switch
    {
        CardIssued issued => cards.Add(Begun(issued)),
        CardRenewed renewed => Change(cards, renewed.Card, card => Renewed(card, renewed)),
        CardToppedUp topped => Change(cards, topped.Card, card => Revived(Opened(card, topped.Lot)) with { Owed = card.Owed - topped.Lot.PaidUsed }),
        CardUsed used => Change(cards, used.Card, card => Used(card, used)),
        CardUseSuspicious suspicious => Change(cards, suspicious.Card, card => card with { SuspiciousUses = card.SuspiciousUses + 1 }),
        CardUseCancelled cancelled => Change(cards, cancelled.Card, card => Cancelled(card, cancelled)),
        CardFrozen frozen => Change(cards, frozen.Card, card => card with { Status = CardStatus.Frozen, FrozenSince = frozen.At }),
        CardUnfrozen unfrozen => Change(
            cards, unfrozen.Card, card => card with { Status = CardStatus.Active, FrozenSince = null, ExpiresAt = unfrozen.ExpiresAt }),
        CardRefunded refunded => Change(cards, refunded.Card, card => Refunded(card, refunded)),
        CardExpired expired => Change(cards, expired.Card, card => Expired(card, expired)),
        CardSent sent => cards.RemoveAll(card => card.Id == sent.Card),
        CardReceived received => cards.Add(received.Whole),
        CardCameBack back => cards.Add(back.Whole),
        _ => cards,
    };

    /// <summary>The member after <paramref name="happened"/>, with the visits that uses of her cards are.</summary>
    internal static Member Evolve(Member member, ICardEvent happened) => member with
    {
        Cards = Evolve(member.Cards, (MemberEvent)happened),
        Acts = happened switch
        {
            CardUsed { Visit: { } visit } used => member.Acts.Add(new(visit, used.At, null)),
            CardUseCancelled { Visit: { } visit } => member.Acts.TakeBack([new(visit, 0m, 0, Whole: true)]),
            _ => member.Acts,
        },
    };

    private static ImmutableArray<Card> Change(ImmutableArray<Card> cards, CardId id, Func<Card, Card> change) =>
        [.. cards.Select(card => card.Id == id ? change(card) : card)];

    private static Card Begun(CardIssued issued)
    {
        var card = new Card(issued.Card, issued.Kind, issued.ExpiresAt) { Form = issued.Form };
        // Of a card without a form it is remembered what always was.
        if (issued.Form is null)
            return card;
        card = card with { Since = issued.At };
        return issued.Opening is { } lot ? Opened(card, lot) : card;
    }

    private static Card Renewed(Card card, CardRenewed renewed)
    {
        card = card with
        {
            ExpiresAt = renewed.ExpiresAt,
            Status = card.Status == CardStatus.Expired ? CardStatus.Active : card.Status,
        };
        return renewed.Added is { } lot ? Opened(card, lot) : card;
    }

    private static Card Opened(Card card, CardLot lot) => card with { LastLot = lot.Number, Lots = card.Lots.Add(lot) };

    private static Card Revived(Card card) => card.Status == CardStatus.Refunded ? card with { Status = CardStatus.Active } : card;

    private static Card Used(Card card, CardUsed used)
    {
        var use = new CardUse(used.Key.Id, used.At, used.Uses, used.Parts, used.Owed, used.Saved, used.Visit);
        var uses = card.Uses.Length < Card.RememberedUses ? card.Uses : card.Uses.RemoveAt(0);
        return Forget(card with
        {
            Lots = Each(card.Lots, used.Parts, 1),
            Owed = card.Owed + used.Owed,
            Saved = card.Saved + used.Saved,
            Uses = uses.Add(use),
        });
    }

    private static Card Cancelled(Card card, CardUseCancelled cancelled)
    {
        card = card with
        {
            Lots = Each(card.Lots, cancelled.Parts, -1),
            Owed = card.Owed - cancelled.Owed,
            Saved = card.Saved - cancelled.Saved,
            Uses = card.Uses.RemoveAll(use => use.Id == cancelled.UseId),
        };
        if (cancelled.Opened is { } lot)
            card = Opened(card, lot);
        return Forget(card.Balance is { Total: 0m, Uses: 0 } ? card : Revived(card));
    }

    private static ImmutableArray<CardLot> Each(ImmutableArray<CardLot> lots, ImmutableArray<CardPart> parts, int sign)
    {
        foreach (var part in parts)
        {
            lots = [.. lots.Select(lot => lot.Number == part.Lot
                ? lot with
                {
                    PaidUsed = lot.PaidUsed + sign * part.Paid,
                    BonusUsed = lot.BonusUsed + sign * part.Bonus,
                    UsesUsed = lot.UsesUsed + sign * part.Uses,
                }
                : lot)];
        }

        return lots;
    }

    private static Card Refunded(Card card, CardRefunded refunded)
    {
        foreach (var part in refunded.Parts)
        {
            card = card with
            {
                // What she has paid for of a spent bonus is no bonus of hers any more.
                Lots = [.. card.Lots.Select(lot => lot.Number == part.Lot
                    ? lot with
                    {
                        GivenBack = lot.GivenBack + part.Paid,
                        Bonus = lot.Bonus - part.Bonus - part.Withheld,
                        BonusUsed = lot.BonusUsed - part.Withheld,
                    }
                    : lot)],
                Saved = card.Saved - part.Withheld,
            };
        }

        if (card.Form == CardForm.Count)
            return card with { Lots = [], Status = CardStatus.Refunded };
        return Forget(card.Balance.Total == 0m ? card with { Status = CardStatus.Refunded } : card);
    }

    private static Card Expired(Card card, CardExpired expired) => card with
    {
        Status = CardStatus.Expired,
        FrozenSince = null,
        Lots = card.Form == CardForm.Count || expired.Paid + expired.Bonus > 0m ? [] : card.Lots,
    };

    // A lot that is used up is kept as long as a use that could be cancelled came out of it.
    private static Card Forget(Card card) => card.Lots.Any(lot => IsOver(card, lot))
        ? card with { Lots = card.Lots.RemoveAll(lot => IsOver(card, lot)) }
        : card;

    private static bool IsOver(Card card, CardLot lot) =>
        lot.IsUsedUp && !card.Uses.Any(use => use.Parts.Any(part => part.Lot == lot.Number));
}
