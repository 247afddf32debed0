using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>What the desk says to somebody who is about to pay (docs/domain §6).</summary>
public sealed class QuoteTests(SharedNode shared) : MembershipTest(shared)
{
    [Fact]
    public async Task Ms_Zhao_saves_150_by_joining_today_which_is_50_more_than_it_costs()
    {
        var quote = await QuoteAsync("""{"items":[{"amount":500}]}""");

        Assert.Equal(("CNY", 500m, 0m, 500m), ((string?)quote["currency"], (decimal)quote["bill"]!, (decimal)quote["discount"]!, (decimal)quote["toPay"]!));
        var joining = quote["joining"]!;
        Assert.Equal(
            (50m, 100m, "Package coupon", 150m, 100m, 50m),
            ((decimal)joining["discount"]!, (decimal)joining["giftValue"]!, (string?)joining["gift"], (decimal)joining["saved"]!,
                (decimal)joining["fee"]!, (decimal)joining["net"]!));
        Assert.Equal("basic", (string?)quote["nextTier"]!["tier"]!["name"]);
        Assert.Empty(await Node.FeedAsync(Chain));
    }

    [Fact]
    public async Task A_category_without_a_discount_has_none_and_each_line_is_rounded_to_the_cent()
    {
        await PolicyAsync("""{"benefits":{"joined":{"discounts":{"*":10,"medicine":0,"facial":12.5}}}}""");

        var quote = await QuoteAsync(
            """{"items":[{"category":"medicine","amount":300},{"category":"facial","amount":99.99},{"category":"x","amount":0.05},{"amount":100}]}""");

        // 0 + 12.49875 → 12.50 + 0.005 → 0.01 + 10
        Assert.Equal((499.99m + 0.05m, 22.51m), ((decimal)quote["bill"]!, (decimal)quote["joining"]!["discount"]!));
    }

    [Fact]
    public async Task A_member_of_a_tier_has_the_best_of_what_she_is_entitled_to_and_hears_of_the_tier_above()
    {
        await JoinAsync("li");
        await BuyAsync("li", 5_000);

        var quote = await QuoteAsync("""{"member":"li","items":[{"amount":1000}]}""");

        Assert.Equal((120m, 880m), ((decimal)quote["discount"]!, (decimal)quote["toPay"]!));
        Assert.Null(quote["joining"]);
        var next = quote["nextTier"]!;
        Assert.Equal(("premium", 15_000m), ((string?)next["tier"]!["name"], (decimal)next["tier"]!["missing"]![0]!["spend"]!));
        Assert.Equal((30m, 0m, 30m), ((decimal)next["offer"]!["discount"]!, (decimal)next["offer"]!["fee"]!, (decimal)next["offer"]!["net"]!));
    }

    [Fact]
    public async Task What_joining_saves_is_what_it_saves_beyond_what_she_has_already()
    {
        await PolicyAsync("""{"tiers":{"ladder":[{"name":"gold","rules":[{"spend":100}],"benefits":{"discounts":{"*":8}}}]}}""");
        await BuyAsync("li", 100);

        var quote = await QuoteAsync("""{"member":"li","items":[{"amount":100}]}""");

        Assert.Equal((8m, 2m), ((decimal)quote["discount"]!, (decimal)quote["joining"]!["discount"]!));
    }

    [Fact]
    public async Task A_store_that_has_a_policy_of_its_own_quotes_by_it()
    {
        Assert.Equal(200, (await Node.PutAsync($"{Path}/stores/bund/policy", """{"benefits":{"joined":{"discounts":{"*":30}}}}""")).Status);

        Assert.Equal(150m, (decimal)(await QuoteAsync("""{"store":"bund","items":[{"amount":500}]}"""))["joining"]!["discount"]!);
        Assert.Equal(50m, (decimal)(await QuoteAsync("""{"store":"soho","items":[{"amount":500}]}"""))["joining"]!["discount"]!);
    }

    [Theory]
    [InlineData("""{"items":[]}""", "items")]
    [InlineData("""{}""", "items")]
    [InlineData("""{"items":[{"amount":1},{"amount":-1}]}""", "items[1].amount")]
    [InlineData("""{"items":[{"amount":1,"category":""}]}""", "items[0].category")]
    [InlineData("""{"items":[null]}""", "items[0].amount")]
    public async Task A_bill_that_is_none_is_refused_and_names_the_field(string bill, string field) =>
        Assert.Equal(field, (string?)(await Node.PostAsync($"{Path}/quote", bill)).Problem(400, "invalid_field")["field"]);

    [Fact]
    public async Task A_bill_of_nobody_and_of_no_store_is_refused()
    {
        (await Node.PostAsync($"{Path}/quote", """{"member":"nobody","items":[{"amount":1}]}""")).Problem(404, "unknown_member");
        (await Node.PostAsync($"{Path}/quote", """{"store":"moon","items":[{"amount":1}]}""")).Problem(404, "unknown_store");
        (await Node.PostAsync("/v1/chains/nowhere/quote", """{"items":[{"amount":1}]}""")).Problem(404, "unknown_chain");
    }

    private async Task<JsonNode> QuoteAsync(string bill) => (await Node.PostAsync($"{Path}/quote", bill)).Ok();
}
