using System.Collections.Immutable;

namespace Engagement.Domain.Benefits;

/// <summary>What a tier, or being a member at all, is good for (权益, docs/domain §6).</summary>
public sealed record BenefitSet
{
    /// <summary>
    /// Percent off by the category of an item; <c>*</c> stands for all categories that are not named. A category with 0 has none.
    /// </summary>
    public ImmutableSortedDictionary<string, decimal> Discounts
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Discount.None;

    /// <summary>A purchase earns so many times the points. Default 1.</summary>
    public decimal PointsMultiplier { get; init; } = 1m;

    /// <summary>How far below zero her stored value may go, in the chain's currency (透支额度). Default 0.</summary>
    public decimal Overdraft { get; init; }

    /// <summary>Whether her family has these benefits as well.</summary>
    public bool IsSharedWithFamily { get; init; }

    /// <summary>Anything else, by name: a fast lane, a home visit, a night line.</summary>
    public ImmutableSortedDictionary<string, FreeFormBenefit> Others
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary<string, FreeFormBenefit>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What she is given on getting here; null for nothing.</summary>
    public GiftPack? GiftPack { get; init; }

    public bool Equals(BenefitSet? other) =>
        other is not null && PointsMultiplier == other.PointsMultiplier && Overdraft == other.Overdraft
        && IsSharedWithFamily == other.IsSharedWithFamily && GiftPack == other.GiftPack
        && Discounts.SequenceEqual(other.Discounts) && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => HashCode.Combine(PointsMultiplier, Overdraft, Discounts.Count, Others.Count);
}

/// <summary>A benefit that only people can give.</summary>
/// <param name="Title">What people call it; null for its name.</param>
/// <param name="UsesAYear">How often within 365 days; null for as often as she likes.</param>
public sealed record FreeFormBenefit(string? Title = null, int? UsesAYear = null);

/// <summary>A welcome gift (大礼包).</summary>
/// <param name="Value">What it is worth, in the chain's currency.</param>
/// <param name="Title">What is in it, in words.</param>
public sealed record GiftPack(decimal Value, string? Title = null);

/// <summary>Discounts by the category of an item.</summary>
internal static class Discount
{
    public const string AllOthers = "*";

    public static readonly ImmutableSortedDictionary<string, decimal> None =
        ImmutableSortedDictionary<string, decimal>.Empty.WithComparers(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, decimal> OnAll(decimal percent) => None.Add(AllOthers, percent);

    /// <summary>The percent off an item of <paramref name="category"/>, null for one that has none.</summary>
    public static decimal For(this BenefitSet benefits, string? category) =>
        category is not null && benefits.Discounts.TryGetValue(category, out var named) ? named
        : benefits.Discounts.GetValueOrDefault(AllOthers);

    /// <summary>What that takes off an amount, to the cent; half a cent is rounded up, for the member.</summary>
    public static decimal Off(this BenefitSet benefits, string? category, decimal amount) =>
        Math.Round(amount * benefits.For(category) / 100m, 2, MidpointRounding.AwayFromZero);
}
