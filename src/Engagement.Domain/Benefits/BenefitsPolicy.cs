using Engagement.Domain.Policies;

namespace Engagement.Domain.Benefits;

/// <summary>What being a member is good for before any tier, and families (docs/domain §6).</summary>
public sealed record BenefitsPolicy
{
    /// <summary>What joining costs a year, in the chain's currency. Default 100.</summary>
    public decimal JoiningFee { get; init; } = 100m;

    /// <summary>What every member who joined has. Default: 10 percent off all, and a package coupon worth 100 on joining.</summary>
    public BenefitSet Joined { get; init; } = new()
    {
        Discounts = Discount.OnAll(10m),
        GiftPack = new(100m, "Package coupon"),
    };

    /// <summary>How many people a family can have besides its head. Default 6.</summary>
    public int LargestFamily { get; init; } = 6;
}

internal static class BenefitsValidation
{
    private const int Most = 200;

    public static void Validate(BenefitsPolicy benefits, PolicyFaults faults)
    {
        faults.Unless(benefits.JoiningFee is >= 0m and <= 1_000_000m, "benefits.joiningFee", "must be between 0 and 1000000");
        faults.InRange("benefits.largestFamily", benefits.LargestFamily, 0, 50);
        Validate(benefits.Joined, "benefits.joined", faults);
    }

    public static void Validate(BenefitSet benefits, string path, PolicyFaults faults)
    {
        faults.Unless(benefits.Discounts.Count <= Most, $"{path}.discounts", $"must have at most {Most} categories");
        foreach (var (category, percent) in benefits.Discounts)
        {
            faults.Unless(category is { Length: > 0 and <= 64 }, $"{path}.discounts", "a category must have 1 to 64 characters");
            faults.Unless(percent is >= 0m and <= 100m, $"{path}.discounts.{category}", "must be between 0 and 100");
        }

        faults.Unless(benefits.PointsMultiplier is >= 0m and <= 100m, $"{path}.pointsMultiplier", "must be between 0 and 100");
        faults.Unless(benefits.Overdraft is >= 0m and <= 1_000_000m, $"{path}.overdraft", "must be between 0 and 1000000");
        faults.Unless(benefits.Others.Count <= Most, $"{path}.others", $"must have at most {Most} benefits");
        foreach (var (name, other) in benefits.Others)
        {
            faults.Name($"{path}.others.{name}", name);
            faults.Unless(other is not null, $"{path}.others.{name}", "must be an object such as {\"usesAYear\": 2}");
            faults.InRange($"{path}.others.{name}.usesAYear", other?.UsesAYear, 1, 1000);
            faults.Text($"{path}.others.{name}.title", other?.Title);
        }

        if (benefits.GiftPack is { } pack)
        {
            faults.Unless(pack.Value is >= 0m and <= 1_000_000m, $"{path}.giftPack.value", "must be between 0 and 1000000");
            faults.Text($"{path}.giftPack.title", pack.Title);
        }
    }
}
