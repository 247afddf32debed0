using System.Collections.Immutable;

namespace Engagement.Domain.Cards;

/// <summary>A kind of card that a chain sells (docs/domain/cards.md).</summary>
/// <param name="Form">What it is for. A card keeps the form with which it was issued.</param>
public sealed record CardKind(CardForm Form)
{
    /// <summary>What it costs, where the sender does not say what was paid: for a stored-value card, the money it opens with.</summary>
    public decimal? Price { get; init; }

    /// <summary>Days of 24 hours until it ends, where the sender does not say when; null for never.</summary>
    public int? ValidDays { get; init; }

    /// <summary>Count card: the uses it comes with.</summary>
    public int? Uses { get; init; }

    /// <summary>The most uses on one local calendar day; null for the policy's.</summary>
    public int? UsesPerDay { get; init; }

    /// <summary>Stored value: what a top-up earns. Null for 1,000→100, 2,000→300, 5,000→1,000.</summary>
    public ImmutableArray<BonusStep>? BonusSteps { get; init; }

    /// <summary>Stored value: how far the balance may go below zero (透支额度). Default 0.</summary>
    public decimal Overdraft { get; init; }

    /// <summary>Discount card: so many of a hundred come off the bill.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>Discount card: the categories it takes something off; none for all.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The services it pays for; none for all.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    public bool Equals(CardKind? other) =>
        other is not null && Form == other.Form && Price == other.Price && ValidDays == other.ValidDays && Uses == other.Uses
        && UsesPerDay == other.UsesPerDay && Overdraft == other.Overdraft && DiscountPercent == other.DiscountPercent
        && BonusSteps.HasValue == other.BonusSteps.HasValue
        && (BonusSteps ?? []).AsSpan().SequenceEqual((other.BonusSteps ?? []).AsSpan())
        && Categories.AsSpan().SequenceEqual(other.Categories.AsSpan()) && Services.AsSpan().SequenceEqual(other.Services.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Form, Price, ValidDays, Uses, UsesPerDay, Overdraft, DiscountPercent);
}

/// <summary>A top-up of at least <paramref name="From"/> earns <paramref name="Bonus"/>: the highest step reached counts alone.</summary>
public readonly record struct BonusStep(decimal From, decimal Bonus);

/// <summary>What money earns by steps.</summary>
internal static class Bonuses
{
    public static readonly ImmutableArray<BonusStep> ByDefault = [new(1_000m, 100m), new(2_000m, 300m), new(5_000m, 1_000m)];

    /// <summary>The steps that <paramref name="money"/> reaches, lowest first.</summary>
    public static ImmutableArray<BonusStep> Reached(CardKind? kind, decimal money) =>
        [.. (kind?.BonusSteps ?? ByDefault).Where(step => step.From <= money)];

    /// <summary>What <paramref name="money"/> earns by <paramref name="steps"/>, lowest first.</summary>
    public static decimal Of(ImmutableArray<BonusStep> steps, decimal money)
    {
        var bonus = 0m;
        foreach (var step in steps)
        {
            if (step.From <= money)
                bonus = step.Bonus;
        }

        return bonus;
    }
}
