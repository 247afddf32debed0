using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>A card (卡) that a member holds, with all that is on it (docs/domain §6, docs/domain/cards.md).</summary>
/// <param name="Kind">What the chain calls this kind of card; null for none.</param>
/// <param name="ExpiresAt">When it ends; null for never. A period card that is frozen ends later than this.</param>
public sealed record Card(CardId Id, string? Kind, Instant? ExpiresAt)
{
    /// <summary>How many of its latest uses a card remembers: as far back a use can be cancelled.</summary>
    public const int RememberedUses = 32;

    /// <summary>The most lots that can have something left on them at once.</summary>
    public const int MostLots = 100;

    /// <summary>What it is for; null for a card of a kind that the policy did not know: it has an end only.</summary>
    public CardForm? Form { get; init; }

    public CardStatus Status { get; init; }

    /// <summary>When she got it: it pays for nothing before.</summary>
    public Instant Since { get; init; }

    /// <summary>Since when it is frozen; null while it is not.</summary>
    public Instant? FrozenSince { get; init; }

    /// <summary>The number of the latest lot.</summary>
    public int LastLot { get; init; }

    /// <summary>What was put on it and is not used up, oldest first; and what its remembered uses were taken from.</summary>
    public ImmutableArray<CardLot> Lots { get; init; } = [];

    /// <summary>What was taken on credit (透支), in the chain's currency. While she owes, none of her own money is left in any lot.</summary>
    public decimal Owed { get; init; }

    /// <summary>Its latest uses, in the order in which they were told.</summary>
    public ImmutableArray<CardUse> Uses { get; init; } = [];

    /// <summary>What its bonus or discount has saved her, in the chain's currency.</summary>
    public decimal Saved { get; init; }

    /// <summary>How many of its uses came suspiciously soon after another.</summary>
    public int SuspiciousUses { get; init; }

    /// <summary>The money on it; nothing on a card that holds uses.</summary>
    public CardBalance Balance => new(
        Lots.Sum(lot => lot.PaidLeft), Lots.Sum(lot => lot.BonusLeft), Owed, Lots.Sum(lot => lot.UsesWorth), Lots.Sum(lot => lot.UsesLeft));

    public bool Equals(Card? other) =>
        other is not null && Id == other.Id && Kind == other.Kind && ExpiresAt == other.ExpiresAt && Form == other.Form
        && Status == other.Status && Since == other.Since && FrozenSince == other.FrozenSince && LastLot == other.LastLot
        && Owed == other.Owed && Saved == other.Saved && SuspiciousUses == other.SuspiciousUses
        && Lots.AsSpan().SequenceEqual(other.Lots.AsSpan()) && Uses.AsSpan().SequenceEqual(other.Uses.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Kind, ExpiresAt, Form, Status, Lots.Length, Owed);
}

/// <summary>What a card is for.</summary>
public enum CardForm
{
    /// <summary>储值卡: holds money.</summary>
    StoredValue,

    /// <summary>次卡: holds uses.</summary>
    Count,

    /// <summary>年卡, 月卡: is valid for a time.</summary>
    Period,

    /// <summary>折扣卡: takes a part off bills.</summary>
    Discount,
}

public enum CardStatus
{
    Active,

    Frozen,

    /// <summary>Its end has come. It can be renewed.</summary>
    Expired,

    /// <summary>What was left on it has been given back.</summary>
    Refunded,
}

/// <summary>What is on a card: money in the chain's currency, and uses.</summary>
/// <param name="Paid">Her own money.</param>
/// <param name="Bonus">What was given on top.</param>
/// <param name="Owed">What was taken on credit.</param>
/// <param name="UsesWorth">What was paid for the uses that are left, to the cent.</param>
public readonly record struct CardBalance(decimal Paid, decimal Bonus, decimal Owed, decimal UsesWorth, int Uses)
{
    /// <summary>The money she can take, below zero where she owes.</summary>
    public decimal Total => Paid + Bonus - Owed;

    public static CardBalance operator +(CardBalance left, CardBalance right) => new(
        left.Paid + right.Paid, left.Bonus + right.Bonus, left.Owed + right.Owed, left.UsesWorth + right.UsesWorth, left.Uses + right.Uses);

    public static CardBalance operator -(CardBalance left, CardBalance right) => new(
        left.Paid - right.Paid, left.Bonus - right.Bonus, left.Owed - right.Owed, left.UsesWorth - right.UsesWorth, left.Uses - right.Uses);
}
