using Engagement.Domain.Cards;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Cards;

/// <summary>A card of a member (docs/domain/cards.md).</summary>
/// <param name="Kind">What the chain calls this kind of card.</param>
/// <param name="Form">stored_value, count, period or discount; null for a card of a kind that the policy did not know.</param>
/// <param name="State">active, frozen, expired, used_up or refunded.</param>
/// <param name="Balance">The money on it; null where it is for none.</param>
/// <param name="Uses">The uses on it; null where it is for none.</param>
/// <param name="FrozenSince">Since when it is frozen: a period card ends later than it says by the time until it no longer is.</param>
/// <param name="Lots">What was put on it and is not used up, oldest first.</param>
/// <param name="Saved">What its bonus or discount has saved her, in the chain's currency.</param>
/// <param name="Suspicious">How many of its uses came suspiciously soon after another.</param>
public sealed record CardView(
    string Id,
    string? Kind,
    string? Form,
    string State,
    CardBalanceView? Balance,
    CardUsesView? Uses,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? FrozenSince,
    IReadOnlyList<CardLotView> Lots,
    decimal Saved,
    int Suspicious)
{
    internal static CardView Of(Card card, Instant now)
    {
        var balance = card.Balance;
        return new(
            card.Id.Value,
            card.Kind,
            card.Form is { } form ? Names.Of(form) : null,
            StateOf(card, now),
            card.Form == CardForm.StoredValue ? new(balance.Paid, balance.Bonus, balance.Owed, balance.Total) : null,
            card.Form == CardForm.Count ? new(balance.Uses, card.Lots.Sum(lot => lot.Uses), balance.UsesWorth) : null,
            card.ExpiresAt?.ToDateTimeOffset(),
            card.FrozenSince?.ToDateTimeOffset(),
            [.. card.Lots.Where(lot => !lot.IsUsedUp).Select(CardLotView.Of)],
            card.Saved,
            card.SuspiciousUses);
    }

    private static string StateOf(Card card, Instant now) => card switch
    {
        { Form: null } => card.ExpiresAt <= now ? "expired" : "active",
        { Status: CardStatus.Active, Form: CardForm.StoredValue, LastLot: > 0, Balance.Total: <= 0m } => "used_up",
        { Status: CardStatus.Active, Form: CardForm.Count, Balance.Uses: 0 } => "used_up",
        _ => Names.Of(card.Status),
    };
}

/// <summary>The money on a card, in the chain's currency.</summary>
/// <param name="Paid">Her own money.</param>
/// <param name="Bonus">What was given on top.</param>
/// <param name="Owed">What she took on credit.</param>
/// <param name="Total">Paid and bonus less owed.</param>
public sealed record CardBalanceView(decimal Paid, decimal Bonus, decimal Owed, decimal Total);

/// <summary>The uses on a card.</summary>
/// <param name="Worth">What was paid for those that are left, to the cent.</param>
public sealed record CardUsesView(int Left, int Of, decimal Worth);

/// <summary>What was put on a card at once.</summary>
/// <param name="At">When.</param>
/// <param name="Paid">What she paid, less what was given back.</param>
/// <param name="PaidUsed">How much of it is used; of uses, what was paid for those.</param>
/// <param name="Bonus">What was given on top and not taken back.</param>
/// <param name="Uses">The uses it came with; 0 for money.</param>
public sealed record CardLotView(
    int Number, DateTimeOffset At, decimal Paid, decimal PaidUsed, decimal Bonus, decimal BonusUsed, int Uses, int UsesUsed)
{
    internal static CardLotView Of(CardLot lot) => new(
        lot.Number,
        lot.At.ToDateTimeOffset(),
        lot.Paid - lot.GivenBack,
        lot.Uses > 0 ? lot.Paid - lot.UsesWorth : lot.PaidUsed,
        lot.Bonus,
        lot.BonusUsed,
        lot.Uses,
        lot.UsesUsed);
}
