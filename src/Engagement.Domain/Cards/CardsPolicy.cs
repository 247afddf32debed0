using System.Collections.Immutable;

namespace Engagement.Domain.Cards;

/// <summary>Cards (卡, docs/domain §6, docs/domain/cards.md).</summary>
public sealed record CardsPolicy
{
    /// <summary>The kinds of cards that the chain sells, by name. Default: none; a card of no such kind has an end only.</summary>
    public ImmutableSortedDictionary<string, CardKind> Kinds { get; init; } =
        ImmutableSortedDictionary<string, CardKind>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What becomes of the money on a stored-value card at its end. Default: it is kept.</summary>
    public ExpiredBalance ExpiredBalance { get; init; } = ExpiredBalance.Keep;

    /// <summary>The most uses of one card on one local calendar day; more are refused. Default 3.</summary>
    public int UsesPerDay { get; init; } = 3;

    /// <summary>Uses of one card at most so many seconds apart are flagged; 0 flags none. Default 60.</summary>
    public int SecondsBetweenUses { get; init; } = 60;

    public LiabilityPolicy Liability { get; init; } = new();

    // Compared by what it says: two policies read from the same document are equal.
    public bool Equals(CardsPolicy? other) =>
        other is not null && ExpiredBalance == other.ExpiredBalance && UsesPerDay == other.UsesPerDay
        && SecondsBetweenUses == other.SecondsBetweenUses && Liability == other.Liability && Kinds.SequenceEqual(other.Kinds);

    public override int GetHashCode() => HashCode.Combine(ExpiredBalance, UsesPerDay, SecondsBetweenUses, Liability, Kinds.Count);
}

public enum ExpiredBalance
{
    /// <summary>It stays hers: it can be given back, and used again once the card is renewed.</summary>
    Keep,

    /// <summary>It is lost.</summary>
    Forfeit,
}

/// <summary>What members have paid and not yet had (预付款).</summary>
public sealed record LiabilityPolicy
{
    /// <summary>From this amount on the report raises a flag, for a regulator will ask. Default 10,000,000.</summary>
    public decimal Threshold { get; init; } = 10_000_000m;
}
