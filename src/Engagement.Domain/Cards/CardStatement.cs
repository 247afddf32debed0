using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;

namespace Engagement.Domain.Cards;

/// <summary>One line of a card's statement.</summary>
/// <param name="Index">The place of the event among those that the statement was made from.</param>
/// <param name="Change">What it put on the card, below zero for what it took.</param>
/// <param name="After">What is on the card after it.</param>
public sealed record CardMovement(int Index, MemberEvent Happened, CardBalance Change, CardBalance After);

/// <summary>Everything that ever happened to a card, in the order in which it was told. The changes add up to what is on it.</summary>
public static class CardStatement
{
    /// <param name="history">All that was told of a member; no other order will do.</param>
    public static ImmutableArray<CardMovement> Of(IEnumerable<MemberEvent> history, CardId card)
    {
        ArgumentNullException.ThrowIfNull(history);
        var lines = ImmutableArray.CreateBuilder<CardMovement>();
        ImmutableArray<Card> cards = [];
        foreach (var (index, happened) in history.Index())
        {
            if (happened is not ICardEvent { Card: var of })
                continue;
            var before = BalanceOf(cards, card);
            cards = CardEvolution.Evolve(cards, happened);
            var after = BalanceOf(cards, card);
            // What was turned away was never hers, and a flag moves nothing.
            if (of == card && happened is not (CardUseSuspicious or CardTurnedAway))
                lines.Add(new(index, happened, after - before, after));
        }

        return lines.DrainToImmutable();
    }

    private static CardBalance BalanceOf(ImmutableArray<Card> cards, CardId id) =>
        cards.FirstOrDefault(card => card.Id == id)?.Balance ?? default;
}
