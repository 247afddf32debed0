using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Value;

/// <summary>High-value acts and what members are worth, as staff see them.</summary>
public sealed class HighValueTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task What_a_second_category_brought_is_reported_with_its_members()
    {
        await SendAsync(
            Bought("1", "li", 400, 100, "skin"),
            Bought("2", "li", 300, 300, "hair"),
            Bought("3", "li", 200, 200, "hair"),
            Bought("4", "wang", 50, 40, "skin"),
            Bought("5", "wang", 20, 60, "hair"),
            Bought("6", "zhao", 20, 60, "hair"));
        (await Node.PostAsync($"{Path}/rfm/run", "")).Ok();

        var report = Assert.Single((await Node.GetAsync($"{Path}/high-value-acts")).Ok()["items"]!.AsArray())!;
        Assert.Equal(("second_category", 2, 1), ((string?)report["kind"], (int)report["acts"]!, (int)report["measured"]!));
        Assert.Equal((100m, 500m), ((decimal)report["meanBefore"]!, (decimal)report["meanAfter"]!));

        var first = (await Node.GetAsync($"{Path}/high-value-acts/second_category?limit=1")).Ok();
        Assert.Equal(("wang", false), ((string?)first["items"]![0]!["member"], (bool)first["items"]![0]!["measured"]!));
        var second = (await Node.GetAsync($"{Path}/high-value-acts/second_category?limit=1&cursor={first["next"]}")).Ok();
        Assert.Equal("li", (string?)Assert.Single(second["items"]!.AsArray())!["member"]);
        Assert.Equal(2, (await Node.FeedAsync(Chain)).Count(told => (string?)told["type"] == "high_value_act"));
        (await Node.GetAsync($"{Path}/high-value-acts/second_category?cursor=x")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task Three_orders_of_8000_a_year_for_three_years_are_worth_72000_and_three_times_their_cost()
    {
        (await Node.PutAsync($"{Path}/policy", """{"value":{"acquisitionCost":24000}}""")).Ok();
        await SendAsync(Bought("1", "li", 300, 6000, "skin"), Bought("2", "li", 200, 9000, "skin"), Bought("3", "li", 100, 9000, "skin"));
        await SendAsync(new { id = "4", type = "join", member = "wang" });

        var value = (await MemberAsync("li"))["value"]!;

        Assert.Equal((8000m, 3m, 3m, 72000m), ((decimal)value["ltv"]!["averageOrder"]!, (decimal)value["ltv"]!["ordersPerYear"]!, (decimal)value["ltv"]!["yearsKept"]!, (decimal)value["ltv"]!["value"]!));
        Assert.True((bool)value["worthThreeTimesCost"]!);
        Assert.Null((await MemberAsync("wang"))["value"]!["ltv"]);
    }

    private static object Bought(string id, string member, int daysAgo, int amount, string category) => new
    {
        id,
        type = "purchase",
        member,
        amount,
        at = DaysAgo(daysAgo),
        items = new[] { new { category } },
    };
}
