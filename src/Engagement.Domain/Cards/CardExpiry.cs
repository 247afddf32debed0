using System.Collections.Immutable;
using Engagement.Domain.Identity;
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

    /// <summary>Takes what was put back on a card that had lost all it held when it ended.</summary>
    public static Member Lose(
        Rules rules, Member before, Member member, CardId id, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var (then, now) = (before.Cards.FirstOrDefault(card => card.Id == id), member.Cards.FirstOrDefault(card => card.Id == id));
        if (then is not { Status: CardStatus.Expired, Balance: { Paid: 0m, Bonus: 0m, Uses: 0 } } || now is not { Status: CardStatus.Expired })
            return member;
        var lost = Expired(rules.Policy.Cards, now, at);
        return lost is { Paid: 0m, Bonus: 0m, Uses: 0 } ? member : Judgement.Append(member, lost, events);
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
