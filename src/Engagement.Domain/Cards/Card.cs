using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>A card (卡) that a member holds (docs/domain §6).</summary>
/// <param name="Kind">What the chain calls this kind of card; null for none.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
public sealed record Card(CardId Id, string? Kind, Instant? ExpiresAt);

/// <summary>She was given a card.</summary>
public sealed record IssueCard(
    EventKey Key, Instant? At, StoreId? Store, CardId Card, string? Kind, Instant? ExpiresAt, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>A card of hers goes on until a later day.</summary>
public sealed record RenewCard(EventKey Key, Instant? At, StoreId? Store, CardId Card, Instant ExpiresAt, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She was given a card.</summary>
public sealed record CardIssued(Instant At, EventKey Key, StoreId? Store, CardId Card, string? Kind, Instant? ExpiresAt, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>A card of hers goes on until a later day.</summary>
public sealed record CardRenewed(Instant At, EventKey Key, StoreId? Store, CardId Card, Instant ExpiresAt, string? Extra)
    : ActEvent(At, Key, Store, Extra);

internal static class CardDecision
{
    /// <summary>The most cards that one member can hold: no one has so many, but a faulty sender may say so.</summary>
    private const int Most = 100;

    public static Taking Decide(Member member, IssueCard command, Instant at, StoreId? store)
    {
        if (member.Cards.Any(card => card.Id == command.Card))
            return Rejection.CardExists(command.Card);
        if (member.Cards.Length >= Most)
            return Rejection.TooManyCards(Most);
        return command.ExpiresAt <= at
            ? Rejection.EndsBefore(at)
            : new CardIssued(at, command.Key, store, command.Card, command.Kind, command.ExpiresAt, command.Extra);
    }

    public static Taking Decide(Member member, RenewCard command, Instant at, StoreId? store)
    {
        if (member.Cards.FirstOrDefault(card => card.Id == command.Card) is not { } known)
            return Rejection.UnknownCard(command.Card);
        return known.ExpiresAt is not { } end || command.ExpiresAt <= end
            ? Rejection.EndsBefore(known.ExpiresAt)
            : new CardRenewed(at, command.Key, store, command.Card, command.ExpiresAt, command.Extra);
    }

    public static Member Evolve(Member member, CardIssued issued) =>
        member with { Cards = member.Cards.Add(new(issued.Card, issued.Kind, issued.ExpiresAt)) };

    public static Member Evolve(Member member, CardRenewed renewed) => member with
    {
        Cards = [.. member.Cards.Select(card => card.Id == renewed.Card ? card with { ExpiresAt = renewed.ExpiresAt } : card)],
    };
}
