using System.Globalization;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>
/// Cards go from member to member. Each member decides for herself, in a turn of her own: the card leaves the one, and
/// whoever delivers brings it to the other with <see cref="Deliver"/>, and back with <see cref="Return"/> if it was turned away.
/// </summary>
public static class CardTransfers
{
    /// <summary>What the receiver is to be told. It happens when the card was sent, so that no day lacks it.</summary>
    /// <param name="key">One key for one delivery, however often it is tried.</param>
    public static ReceiveCard Deliver(EventKey key, MemberId from, CardSent sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new(key, sent.At, null, sent.Whole, from);
    }

    /// <summary>What the sender is to be told where the receiver turned her card away.</summary>
    /// <param name="key">One key for one return, however often it is tried.</param>
    /// <param name="by">The receiver.</param>
    public static TakeCardBack Return(EventKey key, MemberId by, CardTurnedAway away)
    {
        ArgumentNullException.ThrowIfNull(away);
        return new(key, away.At, null, away.Whole, by, away.Why);
    }

    internal static Taking Send(Member member, Card card, TransferCard command, Instant at, StoreId? store)
    {
        if (command.To == member.Id)
            return CardRefusal.SameMember;
        if (at < card.Since)
            return CardRefusal.NotYet(card.Since);
        if (CardDecision.HasEnded(card, at))
            return CardRefusal.Expired(card.ExpiresAt);
        return card switch
        {
            { Status: CardStatus.Frozen } => CardRefusal.Frozen,
            { Status: CardStatus.Expired } => CardRefusal.Expired(card.ExpiresAt),
            { Status: CardStatus.Refunded } => CardRefusal.Refunded,
            { Owed: > 0m } => CardRefusal.InDebt,
            _ => new CardSent(at, command.Key, store, WithoutVisits(card), command.To, command.Extra),
        };
    }

    internal static CardId NameFor(Member member, CardId wanted)
    {
        var name = wanted;
        for (var number = 2; member.Cards.Any(card => card.Id == name); number++)
            name = new(string.Create(CultureInfo.InvariantCulture, $"{wanted}~{number}"));
        return name;
    }

    internal static Taking Receive(Member member, ReceiveCard command, Instant at, StoreId? store)
    {
        var why = member.Cards.Any(card => card.Id == command.Whole.Id) ? Rejection.CardExists(command.Whole.Id)
            : member.Cards.Length >= CardDecision.Most ? Rejection.TooManyCards(CardDecision.Most)
            : null;
        return why is null
            ? new CardReceived(at, command.Key, store, command.Whole, command.From, command.Extra)
            : new CardTurnedAway(at, command.Key, store, command.Whole, command.From, why.Code, command.Extra);
    }

    // It was hers: no limit keeps it from her, and where she has another of that name by now it takes a new one.
    internal static Taking TakeBack(Member member, TakeCardBack command, Instant at, StoreId? store) => new CardCameBack(
        at,
        command.Key,
        store,
        command.Whole with { Id = NameFor(member, command.Whole.Id) },
        command.To,
        command.Why,
        command.Extra);

    // The visits are hers and stay with her: what the next one cancels is none of her own.
    private static Card WithoutVisits(Card card) =>
        card with { Uses = [.. card.Uses.Select(use => use with { Visit = null })] };
}
