namespace Engagement.Cli.Quotes;

/// <summary>What a bill costs now, and what would save on it.</summary>
internal sealed record QuoteAnswer(string Currency, decimal Bill, decimal Discount, decimal ToPay, OfferAnswer? Joining, NextTierAnswer? NextTier);

internal sealed record OfferAnswer(decimal Discount, decimal GiftValue, string? Gift, decimal Saved, decimal Fee, decimal Net);

internal sealed record NextTierAnswer(TierAboveAnswer Tier, OfferAnswer Offer);

/// <summary>A tier and the ways to it, of which one is enough.</summary>
internal sealed record TierAboveAnswer(string Name, string Title, IReadOnlyList<TierWayAnswer> Missing)
{
    /// <summary>What is missing, in words: all that one way asks for, and then the next way.</summary>
    public string Ways => string.Join(", or ", Missing.Select(way => way.Text).Where(text => text.Length > 0));
}

internal sealed record TierWayAnswer(decimal? Spend, int? WithinDays, long? Points, int? Friends, bool Invitation)
{
    public string Text => string.Join(" and ", new[]
    {
        Spend is { } spend ? Of($"{spend:#,0.##} more paid{(WithinDays is { } days ? Of($" within {days} days") : "")}") : null,
        Points is { } points ? Of($"{points:#,0} more points earned") : null,
        Friends is { } friends ? Of($"{friends} more friends who buy") : null,
        Invitation ? "an invitation" : null,
    }.OfType<string>());

    private static string Of(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
