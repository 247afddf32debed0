using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Points as a member and the desk see them: each movement, what can be spent, and what staff do by hand (docs/domain §6).</summary>
public sealed class PointsTests(SharedNode shared) : MembershipTest(shared)
{
    [Fact]
    public async Task A_statement_has_every_movement_and_adds_up_at_every_line()
    {
        await SendAsync(
            new { id = "p", type = "purchase", member = "li", amount = 100.50m, orderId = "A", at = DaysAgo(6) },
            new { id = "c", type = "act", name = "comment", member = "li", at = DaysAgo(5) },
            new { id = "s", type = "checkin", member = "li", at = DaysAgo(4) },
            new { id = "r", type = "refund", member = "li", orderId = "A", amount = 50, at = DaysAgo(3) },
            new { id = "x", type = "redeem", member = "li", points = 30, at = DaysAgo(2) },
            new { id = "v", type = "visit", member = "li", at = DaysAgo(1) });
        (await AdjustAsync("li", """{"points":7,"reason":"waited too long"}""")).Ok();

        var statement = await StatementAsync("li");

        var lines = statement["items"]!.AsArray();
        Assert.Equal(
            [
                ("points_adjusted", 7, 33, "waited too long"), ("points_redeemed", -30, 26, null), ("refund", -50, 56, "A"), ("checkin", 1, 106, null),
                ("act", 5, 105, "comment"), ("purchase", 100, 100, "A"),
            ],
            lines.Select(line => ((string)line!["type"]!, (int)line["points"]!, (int)line["balance"]!, (string?)line["what"])));
        Assert.Equal(["p", "c", "s", "r", "x"], lines.Reverse().Take(5).Select(line => (string?)line!["id"]));
        Assert.Equal(33, (long)statement["points"]!["balance"]!);
        Assert.Equal(33, (await MemberAsync("li"))["points"]!["balance"]!.GetValue<long>());
        // The oldest were spent first: 20 of the purchase are left.
        Assert.Equal([20L, 5, 1, 7], statement["lots"]!.AsArray().Select(lot => (long)lot!["left"]!));
        Assert.All(statement["lots"]!.AsArray(), lot => Assert.True((bool)lot!["isUsable"]!));
        Assert.Equal(
            (DateTimeOffset)statement["lots"]![0]!["earnedAt"]!, ((DateTimeOffset)statement["points"]!["nextExpiryAt"]!).AddMonths(-12));
        Assert.Equal(20, (long)statement["points"]!["nextExpiring"]!);
    }

    [Fact]
    public async Task A_long_statement_comes_in_pages_that_go_on_from_one_another()
    {
        await SendAsync([.. Enumerable.Range(1, 7).Select(number => new { id = $"p{number}", type = "purchase", member = "li", amount = number, at = DaysAgo(10 - number) })]);

        var (lines, next) = (new List<JsonNode?>(), (string?)null);
        do
        {
            var page = (await Node.GetAsync($"{Path}/members/li/points?limit=3{(next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")}")).Ok();
            lines.AddRange(page["items"]!.AsArray());
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.Equal([(7, 28), (6, 21), (5, 15), (4, 10), (3, 6), (2, 3), (1, 1)], lines.Select(line => ((int)line!["points"]!, (int)line["balance"]!)));
    }

    [Fact]
    public async Task Points_pay_fees_at_a_hundred_to_the_yuan_and_goods_of_the_catalogue()
    {
        await PolicyAsync("""{"points":{"goods":{"mug":{"points":250,"title":"A mug"}}}}""");
        await BuyAsync("li", 1_000);

        AssertTaken(
            await SendAsync(
                new { id = "fee", type = "redeem", member = "li", points = 155 },
                new { id = "mugs", type = "redeem", member = "li", goods = "mug", count = 3 },
                new { id = "fee", type = "redeem", member = "li", points = 155 },
                new { id = "lamp", type = "redeem", member = "li", goods = "lamp" }),
            2,
            1,
            (3, "unknown_goods"));

        var told = (await ToldAsync("li", "points_redeemed")).Select(told => told["data"]!.ToJsonString());
        Assert.Equal(["""{"points":-155,"worth":1.55}""", """{"points":-750,"worth":0,"goods":"mug","count":3}"""], told);
        Assert.Equal(95, await BalanceAsync("li"));
    }

    [Fact]
    public async Task More_than_she_has_is_refused_and_she_is_told_how_many_are_missing()
    {
        await BuyAsync("li", 100);

        var answer = await SendAsync(new { id = "x", type = "redeem", member = "li", points = 101 });

        AssertTaken(answer, 0, 0, (0, "insufficient_points"));
        Assert.Equal("101 points are needed and 100 can be spent", (string?)answer["rejected"]![0]!["detail"]);
        Assert.Equal(100, await BalanceAsync("li"));
        AssertTaken(await SendAsync(new { id = "n", type = "redeem", member = "nobody", points = 1 }), 0, 0, (0, "insufficient_points"));
        Assert.Equal(404, (await Node.GetAsync($"{Path}/members/nobody/points")).Status);
    }

    [Fact]
    public async Task What_may_still_be_refunded_is_there_and_cannot_be_spent_yet()
    {
        await PolicyAsync("""{"points":{"pendingDays":7}}""");
        await BuyAsync("li", 100, at: DaysAgo(8));
        await BuyAsync("li", 40, at: DaysAgo(1));

        AssertTaken(await SendAsync(new { id = "x", type = "redeem", member = "li", points = 101 }), 0, 0, (0, "insufficient_points"));
        AssertTaken(await SendAsync(new { id = "y", type = "redeem", member = "li", points = 100 }), 1);

        var statement = await StatementAsync("li");
        Assert.Equal((40, 0, 40), ((int)statement["points"]!["balance"]!, (int)statement["points"]!["usable"]!, (int)statement["points"]!["pending"]!));
        var lot = Assert.Single(statement["lots"]!.AsArray())!;
        Assert.False((bool)lot["isUsable"]!);
        Assert.Equal(((DateTimeOffset)lot["earnedAt"]!).AddDays(7), (DateTimeOffset)lot["usableFrom"]!);
    }

    [Fact]
    public async Task A_refund_of_points_that_were_spent_leaves_a_debt_that_the_next_purchase_pays_first()
    {
        await BuyAsync("li", 100, "A");
        AssertTaken(await SendAsync(new { id = "x", type = "redeem", member = "li", points = 80 }), 1);

        AssertTaken(await SendAsync(new { id = "r", type = "refund", member = "li", orderId = "A" }), 1);

        var owing = (await StatementAsync("li"))["points"]!;
        Assert.Equal((-80, 0, 80), ((int)owing["balance"]!, (int)owing["usable"]!, (int)owing["owed"]!));
        await BuyAsync("li", 90);
        var after = (await StatementAsync("li"))["points"]!;
        Assert.Equal((10, 10, 0), ((int)after["balance"]!, (int)after["usable"]!, (int)after["owed"]!));
    }

    [Fact]
    public async Task Points_that_were_not_spent_within_a_year_are_gone_and_the_statement_says_when()
    {
        await BuyAsync("li", 100, at: DaysAgo(400));
        await BuyAsync("li", 10);

        var statement = await StatementAsync("li");

        Assert.Equal(10, (int)statement["points"]!["balance"]!);
        var expired = statement["items"]!.AsArray().Single(line => (string?)line!["type"] == "points_expired")!;
        Assert.Equal((-100, 0), ((int)expired["points"]!, (int)expired["balance"]!));
        var bought = statement["items"]!.AsArray()[^1]!;
        Assert.Equal(((DateTimeOffset)bought["at"]!).AddMonths(12), (DateTimeOffset)expired["at"]!);
    }

    [Fact]
    public async Task What_has_expired_no_refund_takes_back()
    {
        await BuyAsync("li", 100, "A", DaysAgo(400));
        AssertTaken(await SendAsync(new { id = "x", type = "redeem", member = "li", points = 30, at = DaysAgo(300) }), 1);
        Assert.Equal(0, await BalanceAsync("li"));

        AssertTaken(await SendAsync(new { id = "r", type = "refund", member = "li", orderId = "A" }), 1);

        Assert.Equal(-30, await BalanceAsync("li"));
        Assert.Equal([-30, -70, -30, 100], (await StatementAsync("li"))["items"]!.AsArray().Select(line => (int)line!["points"]!));
    }

    [Fact]
    public async Task Who_changed_points_by_hand_and_why_is_kept_and_a_repeat_changes_nothing()
    {
        await BuyAsync("li", 100);
        const string taking = """{"points":-150,"reason":"bought for somebody else","id":"slip-7"}""";

        Assert.Equal(-50, (int)(await AdjustAsync("li", taking)).Ok()["balance"]!);
        Assert.Equal(-50, (int)(await AdjustAsync("li", taking)).Ok()["balance"]!);
        (await AdjustAsync("li", """{"points":-151,"reason":"bought for somebody else","id":"slip-7"}""")).Problem(409, "id_reused");

        var told = Assert.Single(await ToldAsync("li", "points_adjusted"));
        Assert.Equal((-150, "bought for somebody else", "slip-7"), ((int)told["data"]!["points"]!, (string?)told["data"]!["reason"], (string?)told["id"]));
        var line = (await StatementAsync("li"))["items"]![0]!;
        Assert.False(string.IsNullOrWhiteSpace((string?)line["by"]));
        Assert.Equal((string?)told["data"]!["by"], (string?)line["by"]);
    }

    [Fact]
    public async Task Two_adjustments_without_an_id_are_two()
    {
        await BuyAsync("li", 100);
        (await AdjustAsync("li", """{"points":5,"reason":"sorry"}""")).Ok();

        Assert.Equal(110, (int)(await AdjustAsync("li", """{"points":5,"reason":"sorry"}""")).Ok()["balance"]!);
    }

    [Theory]
    [InlineData("""{"points":0,"reason":"x"}""", "points")]
    [InlineData("""{"points":1000000001,"reason":"x"}""", "points")]
    [InlineData("""{"points":-9223372036854775808,"reason":"x"}""", "points")]
    [InlineData("""{"points":1,"reason":""}""", "reason")]
    [InlineData("""{"points":1,"reason":"   "}""", "reason")]
    [InlineData("""{"points":1,"reason":null}""", "reason")]
    [InlineData("""{"points":1,"reason":"x","id":""}""", "id")]
    public async Task An_adjustment_that_says_too_little_or_too_much_is_refused_and_names_the_field(string body, string field)
    {
        await BuyAsync("li", 100);

        Assert.Equal(field, (string?)(await AdjustAsync("li", body)).Problem(400, "invalid_field")["field"]);

        Assert.Equal(100, await BalanceAsync("li"));
    }

    [Fact]
    public async Task A_slip_of_the_pen_brings_no_member_into_being()
    {
        (await AdjustAsync("nobody", """{"points":5,"reason":"sorry"}""")).Problem(404, "unknown_member");
        (await Node.PostAsync("/v1/chains/nowhere/members/li/points/adjustments", """{"points":5,"reason":"sorry"}""")).Problem(404, "unknown_chain");

        Assert.Equal(404, (await Node.GetAsync($"{Path}/members/nobody")).Status);
    }

    [Theory]
    [InlineData("""{"points":0}""")]
    [InlineData("""{"points":1.5}""")]
    [InlineData("""{"points":"5"}""")]
    [InlineData("""{"points":5,"goods":"mug"}""")]
    [InlineData("""{"goods":"mug","count":0}""")]
    public async Task A_redemption_of_nothing_or_of_two_things_is_refused(string fields)
    {
        await PolicyAsync("""{"points":{"goods":{"mug":{"points":1}}}}""");
        await BuyAsync("li", 100);
        var item = JsonNode.Parse(fields)!.AsObject();
        (item["id"], item["type"], item["member"]) = ("x", "redeem", "li");

        AssertTaken(await SendTextAsync($"[{item.ToJsonString()}]"), 0, 0, (0, "invalid_field"));
    }

    private async Task<JsonNode> StatementAsync(string member) => (await Node.GetAsync($"{Path}/members/{member}/points")).Ok();

    private Task<Answer> AdjustAsync(string member, string body) => Node.PostAsync($"{Path}/members/{member}/points/adjustments", body);
}
