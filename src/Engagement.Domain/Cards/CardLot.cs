using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>What was put on a card at once: money with its bonus, or uses with what was paid for them.</summary>
/// <param name="Number">1 for the first of its card.</param>
/// <param name="Paid">What she paid, in the chain's currency.</param>
public sealed record CardLot(int Number, Instant At, decimal Paid)
{
    public decimal PaidUsed { get; init; }

    /// <summary>What she paid and was given back.</summary>
    public decimal GivenBack { get; init; }

    /// <summary>What was given on top and not taken back.</summary>
    public decimal Bonus { get; init; }

    public decimal BonusUsed { get; init; }

    /// <summary>The steps by which the bonus was earned: those that the money reached, lowest first.</summary>
    public ImmutableArray<BonusStep> Steps { get; init; } = [];

    /// <summary>The uses it came with; 0 for a lot of money.</summary>
    public int Uses { get; init; }

    public int UsesUsed { get; init; }

    /// <summary>Her own money that is left.</summary>
    public decimal PaidLeft => Uses > 0 ? 0m : Paid - PaidUsed - GivenBack;

    public decimal BonusLeft => Bonus - BonusUsed;

    public int UsesLeft => Uses - UsesUsed;

    /// <summary>
    /// What was paid for the uses that are left, to the cent. Each use takes the difference, so that all of them together take
    /// what was paid.
    /// </summary>
    public decimal UsesWorth => Uses > 0 ? Cents.Round(Paid * UsesLeft / Uses) : 0m;

    public bool IsUsedUp => PaidLeft == 0m && BonusLeft == 0m && UsesLeft == 0;

    public bool Equals(CardLot? other) =>
        other is not null && Number == other.Number && At == other.At && Paid == other.Paid && PaidUsed == other.PaidUsed
        && GivenBack == other.GivenBack && Bonus == other.Bonus && BonusUsed == other.BonusUsed && Uses == other.Uses
        && UsesUsed == other.UsesUsed && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Number, At, Paid, PaidUsed, Bonus, BonusUsed, UsesUsed);
}

/// <summary>What was taken from a lot, or put back.</summary>
public readonly record struct CardPart(int Lot, decimal Paid, decimal Bonus, int Uses);

/// <summary>What a refund took out of a lot.</summary>
/// <param name="Paid">Her own money, or what was paid for the uses.</param>
/// <param name="Bonus">Bonus that she had not spent and has not earned any more.</param>
/// <param name="Withheld">Bonus that she has spent and not earned any more, or that the rest could not pay for: it comes off the money.</param>
public readonly record struct CardRefundPart(int Lot, decimal Paid, decimal Bonus, decimal Withheld, int Uses);

/// <summary>Money in cents.</summary>
internal static class Cents
{
    public const decimal Smallest = 0.01m;

    public static bool Are(decimal money) => money == Math.Round(money, 2);

    /// <summary>Halves are rounded up.</summary>
    public static decimal Round(decimal money) => Math.Round(money, 2, MidpointRounding.AwayFromZero);
}
