using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Membership;

public class Quotes
{
    [Fact]
    public void Ms_Zhao_saves_150_on_a_bill_of_500_by_joining()
    {
        var quote = Quote.Of(Policy.Default, null, null, [new(null, 500m)], Told.Instant("2020-01-01"));
        Assert.Equal((500m, 0m, 500m), (quote.Bill, quote.Discount, quote.ToPay));
        Assert.Equal((50m, 100m, 150m, 100m, 50m), (quote.Joining!.Discount, quote.Joining.GiftPack!.Value, quote.Joining.Saved, quote.Joining.Fee, quote.Joining.Net));
    }

    [Fact]
    public void Each_line_has_the_discount_of_its_category_and_some_have_none()
    {
        var policy = Policy.Default with
        {
            Benefits = new() { Joined = new() { Discounts = Percents(("*", 10m), ("medicine", 0m), ("facial", 12.5m)) } },
        };
        var quote = Quote.Of(policy, null, null, [new("medicine", 80m), new("facial", 99.99m), new("spa", 33.33m), new(null, 10m)], Told.Instant("2020-01-01"));
        // 0 + 12.50 (12.49875) + 3.33 (3.333) + 1
        Assert.Equal(16.83m, quote.Joining!.Discount);
        Assert.Equal(223.32m, quote.Bill);
    }

    [Fact]
    public void Who_has_joined_is_told_what_the_next_tier_would_save_beyond_what_she_has()
    {
        var life = Lives.By(Policy.Default);
        life.Joins("2020-01-01");
        life.Buys("2020-01-02", 600m);
        var quote = Quote.Of(Policy.Default, life.Member, null, [new("spa", 1_000m)], Told.Instant("2020-01-03"));
        Assert.Equal((100m, 900m), (quote.Discount, quote.ToPay));
        Assert.Null(quote.Joining);
        Assert.Equal(("pro", 20m), (quote.NextTier!.Outlook.Tier.Name, quote.NextTier.Offer.Discount));
        Assert.Equal(4_400m, quote.NextTier.Outlook.Gaps[0].Spend);
    }

    [Fact]
    public void A_family_shares_only_what_its_heads_tier_shares()
    {
        var shared = Policy.Default.Tiers.Find("premium").Tier!.Benefits;
        var alone = Policy.Default.Tiers.Find("pro").Tier!.Benefits;
        var life = Lives.By(Policy.Default);
        life.Joins("2020-01-01");
        Assert.Equal(150m, Quote.Of(Policy.Default, life.Member, shared, [new(null, 1_000m)], Told.Instant("2020-01-03")).Discount);
        Assert.Equal(100m, Quote.Of(Policy.Default, life.Member, alone, [new(null, 1_000m)], Told.Instant("2020-01-03")).Discount);
    }

    private static ImmutableSortedDictionary<string, decimal> Percents(params (string Category, decimal Percent)[] percents) =>
        percents.ToImmutableSortedDictionary(percent => percent.Category, percent => percent.Percent, StringComparer.Ordinal);
}
