using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Tiers and what they are good for, as staff see them (docs/domain §6).</summary>
public sealed class TierTests(SharedNode shared) : MembershipTest(shared)
{
    [Fact]
    public async Task She_is_lifted_at_once_and_told_what_is_missing_for_more()
    {
        await BuyAsync("li", 499);
        var before = (await MemberAsync("li"))["tier"]!;
        Assert.Null((string?)before["name"]);
        Assert.Equal("basic", (string?)before["next"]!["name"]);
        Assert.Equal([(1m, null), ((decimal?)null, (int?)5)], before["next"]!["missing"]!.AsArray().Select(way => ((decimal?)way!["spend"], (int?)way["friends"])));

        await BuyAsync("li", 1);

        var tier = (await MemberAsync("li"))["tier"]!;
        Assert.Equal(("basic", 500m, 2), ((string?)tier["name"], (decimal)tier["spent"]!, (int)tier["orders"]!));
        Assert.Equal(((DateTimeOffset)tier["since"]!).AddMonths(12), (DateTimeOffset)tier["until"]!);
        var way = tier["next"]!["missing"]!.AsArray()[0]!;
        Assert.Equal(("pro", 4_500m, 365), ((string?)tier["next"]!["name"], (decimal)way["spend"]!, (int)way["withinDays"]!));
        var told = Assert.Single(await ToldAsync("li", "tier_changed"))["data"]!;
        Assert.Equal(("basic", "500 paid"), ((string?)told["to"], (string?)told["reason"]));
    }

    [Fact]
    public async Task A_large_purchase_lifts_her_over_several_tiers_in_one_go_and_the_top_has_none_above()
    {
        await BuyAsync("li", 20_000);

        var tier = (await MemberAsync("li"))["tier"]!;
        Assert.Equal("premium", (string?)tier["name"]);
        Assert.Null(tier["next"]);
        Assert.Single(await ToldAsync("li", "tier_changed"));
    }

    [Fact]
    public async Task Premium_is_also_had_by_invitation_and_no_other_tier_is()
    {
        await JoinAsync("li");

        AssertTaken(
            await SendAsync(
                new { id = "a", type = "tier_invite", member = "li", tier = "premium" },
                new { id = "b", type = "tier_invite", member = "li", tier = "basic" },
                new { id = "c", type = "tier_invite", member = "li", tier = "gold" }),
            1,
            0,
            (1, "not_by_invitation"),
            (2, "unknown_tier"));

        Assert.Equal("premium", (string?)(await MemberAsync("li"))["tier"]!["name"]);
        AssertTaken(await SendAsync(new { id = "d", type = "tier_uninvite", member = "li", tier = "premium" }), 1);
        // Hers for the year all the same.
        Assert.Equal("premium", (string?)(await MemberAsync("li"))["tier"]!["name"]);
    }

    [Fact]
    public async Task A_tier_that_is_not_deserved_again_goes_by_one_step_at_the_end_of_the_year_after_a_warning()
    {
        await BuyAsync("li", 6_000, at: "2021-01-10T08:00:00Z");
        await SendAsync(new { id = "v", type = "visit", member = "li", at = "2022-02-01T08:00:00Z" });

        Assert.Equal(["pro", "basic"], (await ToldAsync("li", "tier_changed")).Select(told => (string?)told["data"]!["to"]));
        var warned = Assert.Single(await ToldAsync("li", "tier_at_risk"));
        Assert.Equal(("2021-12-11T08:00:00Z", "basic", "2022-01-10T08:00:00Z"), ((string?)warned["at"], (string?)warned["data"]!["to"], (string?)warned["data"]!["on"]));
        Assert.Equal("2022-01-10T08:00:00Z", (string?)(await ToldAsync("li", "tier_changed"))[1]["at"]);
    }

    [Fact]
    public async Task A_counted_benefit_is_there_as_often_as_the_tier_says_and_no_more()
    {
        await PolicyAsync(
            """
            {"tiers":{"ladder":[{"name":"gold","rules":[{"spend":100}],
              "benefits":{"others":{"home_visit":{"title":"Home visit","usesAYear":2},"fast_lane":{}}}}]}}
            """);
        await JoinAsync("li");
        AssertTaken(await SendAsync(new { id = "u0", type = "benefit_use", member = "li", benefit = "home_visit" }), 0, 0, (0, "not_entitled"));
        await BuyAsync("li", 100);
        Assert.Equal(
            [("fast_lane", "fast_lane", null, null), ("home_visit", "Home visit", (int?)2, (int?)2)],
            (await MemberAsync("li"))["tier"]!["benefits"]!.AsArray().Select(
                benefit => ((string)benefit!["name"]!, (string)benefit["title"]!, (int?)benefit["usesAYear"], (int?)benefit["left"])));

        AssertTaken(
            await SendAsync(
                new { id = "u1", type = "benefit_use", member = "li", benefit = "home_visit" },
                new { id = "u2", type = "benefit_use", member = "li", benefit = "home_visit" },
                new { id = "u3", type = "benefit_use", member = "li", benefit = "home_visit" },
                new { id = "f1", type = "benefit_use", member = "li", benefit = "fast_lane" },
                new { id = "n1", type = "benefit_use", member = "li", benefit = "night_line" }),
            3,
            0,
            (2, "no_uses_left"),
            (4, "not_entitled"));

        Assert.Equal([1, 0, null], (await ToldAsync("li", "benefit_used")).Select(told => (int?)told["data"]!["left"]));
        Assert.Equal(0, (int?)(await MemberAsync("li"))["tier"]!["benefits"]![1]!["left"]);
    }

    [Fact]
    public async Task A_use_of_more_than_a_year_ago_is_no_use_any_more()
    {
        await PolicyAsync(
            """{"tiers":{"ladder":[{"name":"gold","rules":[{"spend":100}],"benefits":{"others":{"home_visit":{"usesAYear":1}}}}]}}""");
        await BuyAsync("li", 100, at: DaysAgo(370));
        AssertTaken(await SendAsync(new { id = "u1", type = "benefit_use", member = "li", benefit = "home_visit", at = DaysAgo(366) }), 1);

        AssertTaken(await SendAsync(new { id = "u2", type = "benefit_use", member = "li", benefit = "home_visit" }), 1);
    }

    [Fact]
    public async Task Joining_and_a_new_tier_come_with_their_gifts_once()
    {
        await PolicyAsync(
            """{"tiers":{"ladder":[{"name":"gold","rules":[{"spend":100}],"benefits":{"pointsMultiplier":2,"giftPack":{"value":80,"title":"Towels"}}}]}}""");
        await JoinAsync("li");
        await JoinAsync("li");
        await BuyAsync("li", 100);
        await BuyAsync("li", 100);

        Assert.Equal(
            [("joined", 100m, "Package coupon"), ("gold", 80m, "Towels")],
            (await ToldAsync("li", "gift_pack_given")).Select(
                told => ((string)told["data"]!["for"]!, (decimal)told["data"]!["value"]!, (string)told["data"]!["title"]!)));
        // What lifts her earns as before; from then on a purchase earns twice as much.
        Assert.Equal(300, await BalanceAsync("li"));
    }
}
