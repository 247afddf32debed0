using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>Cards end by the mere passing of time.</summary>
internal static class CardExpiry
{
    /// <summary>When the next of her cards ends; null if none will by itself.</summary>
    public static Instant? NextDue(Member member)
    {
        Instant? next = null;
        foreach (var card in member.Cards)
        {
            if (EndOf(card) is { } end && !(next <= end))
                next = end;
        }

        return next;
    }

    /// <summary>Ends the cards whose end has come by <paramref name="at"/>.</summary>
    public static Member Pass(Rules rules, Member member, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var card in member.Cards)
        {
            if (EndOf(card) <= at)
                member = Judgement.Append(member, Expired(rules.Policy.Cards, card, at), events);
        }

        return member;
    }

    // A card of no known kind has an end, and nothing that could come to it.
    private static Instant? EndOf(Card card) => card switch
    {
        { Form: null } => null,
        { Status: CardStatus.Active } => card.ExpiresAt,
        { Status: CardStatus.Frozen, Form: not CardForm.Period } => card.ExpiresAt,
        _ => null,
    };

    private static CardExpired Expired(CardsPolicy policy, Card card, Instant at)
    {
        var balance = card.Balance;
        return card.Form switch
        {
            CardForm.Count => new(at, card.Id, balance.UsesWorth, 0m, balance.Uses),
            CardForm.StoredValue when policy.ExpiredBalance == ExpiredBalance.Forfeit => new(at, card.Id, balance.Paid, balance.Bonus, 0),
            _ => new(at, card.Id, 0m, 0m, 0),
        };
    }
}
