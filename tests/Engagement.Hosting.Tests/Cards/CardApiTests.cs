using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Cards;

/// <summary>What can be done with cards from outside, and what is seen of them.</summary>
public sealed class CardApiTests(SharedNode shared) : ChainTest(shared)
{
    private const string Policy =
        """
        {"cards":{"liability":{"threshold":2000},"kinds":{
          "gold":{"form":"stored_value"},
          "ten":{"form":"count","uses":10,"price":999.99,"validDays":365},
          "year":{"form":"period","validDays":365,"services":["gym"]},
          "tenth":{"form":"discount","discountPercent":10}}}}
        """;

    [Fact]
    public async Task A_stored_value_card_is_shown_with_what_is_left_of_each_top_up()
    {
        await OpenAsync();
        AssertTaken(
            await SendAsync(
                new { id = "1", type = "card_issue", member = "li", card = "G", kind = "gold", at = DaysAgo(9) },
                new { id = "2", type = "card_topup", member = "li", card = "G", amount = 2000, at = DaysAgo(8) },
                new { id = "3", type = "card_use", member = "li", card = "G", amount = 500.5, service = "facial", at = DaysAgo(7) },
                new { id = "4", type = "card_use", member = "li", card = "G", at = DaysAgo(6) },
                new { id = "5", type = "card_use", member = "li", card = "X", amount = 1, at = DaysAgo(6) },
                new { id = "2", type = "card_topup", member = "li", card = "G", amount = 2000, at = DaysAgo(8) }),
            accepted: 3,
            duplicates: 0,
            (3, "missing_field"),
            (4, "unknown_card"),
            (5, "id_reused"));

        var member = await MemberAsync("li");

        var card = member["cards"]![0]!;
        Assert.Equal(("G", "gold", "stored_value", "active"), ((string)card["id"]!, (string)card["kind"]!, (string)card["form"]!, (string)card["state"]!));
        Assert.Equal((1499.5m, 300m, 1799.5m), (Of(card["balance"]!, "paid"), Of(card["balance"]!, "bonus"), Of(card["balance"]!, "total")));
        Assert.Equal((2000m, 500.5m), (Of(card["lots"]![0]!, "paid"), Of(card["lots"]![0]!, "paidUsed")));
        Assert.Null(card["uses"]);
        Assert.Equal(("new", 1), ((string)member["stage"]!, (int)member["rfm"]!["frequency"]!));
    }

    [Fact]
    public async Task A_statement_names_every_movement_with_what_was_on_the_card_after_it()
    {
        await OpenAsync();
        await SendAsync(
            new { id = "1", type = "card_issue", member = "li", card = "G", kind = "gold", paid = 1000, at = DaysAgo(9) },
            new { id = "2", type = "card_use", member = "li", card = "G", amount = 1050, at = DaysAgo(8) },
            new { id = "3", type = "card_use_cancel", member = "li", useId = "2", at = DaysAgo(7) },
            new { id = "4", type = "card_refund", member = "li", card = "G", at = DaysAgo(6) });
        var path = $"{Path}/members/li/cards/G/statement";

        var lines = (await Node.GetAsync(path)).Ok()["items"]!.AsArray();

        Assert.Equal(
            ["card_issued 1100 1100", "card_used -1050 50", "card_use_cancelled 1050 1100", "card_refunded -1100 0"],
            lines.Select(line => $"{line!["type"]} {Of(line["change"]!, "total"):0.##} {Of(line["balance"]!, "total"):0.##}"));
        Assert.Equal("refunded", (string)(await MemberAsync("li"))["cards"]![0]!["state"]!);
        var page = (await Node.GetAsync($"{path}?limit=3")).Ok();
        Assert.Equal("4", (string)(await Node.GetAsync($"{path}?limit=3&cursor={page["next"]}")).Ok()["items"]![0]!["id"]!);
        (await Node.GetAsync($"{Path}/members/li/cards/X/statement")).Problem(404, "unknown_card");
        (await Node.GetAsync($"{Path}/members/zhao/cards/G/statement")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{path}?cursor=x")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task Count_period_and_discount_cards_do_what_they_are_for()
    {
        await OpenAsync();
        AssertTaken(
            await SendAsync(
                new { id = "1", type = "card_issue", member = "li", card = "T", kind = "ten", at = DaysAgo(9) },
                new { id = "2", type = "card_issue", member = "li", card = "Y", kind = "year", paid = 3980, at = DaysAgo(9) },
                new { id = "3", type = "card_issue", member = "li", card = "D", kind = "tenth", at = DaysAgo(9) },
                new { id = "4", type = "card_use", member = "li", card = "T", uses = 3, at = DaysAgo(8) },
                new { id = "5", type = "card_use", member = "li", card = "Y", service = "pool", at = DaysAgo(8) },
                new { id = "6", type = "card_use", member = "li", card = "Y", service = "gym", visit = false, at = DaysAgo(8) },
                new { id = "7", type = "card_use", member = "li", card = "D", amount = 250, at = DaysAgo(8) },
                new { id = "8", type = "card_freeze", member = "li", card = "Y", reason = "away", at = DaysAgo(7) },
                new { id = "9", type = "card_use", member = "li", card = "Y", service = "gym", at = DaysAgo(6) },
                new { id = "10", type = "card_unfreeze", member = "li", card = "Y", at = DaysAgo(5) }),
            accepted: 8,
            duplicates: 0,
            (4, "not_usable_for"),
            (8, "card_frozen"));

        var member = await MemberAsync("li");

        var (ten, year, tenth) = (member["cards"]![0]!, member["cards"]![1]!, member["cards"]![2]!);
        Assert.Equal((7, 10, 699.99m), ((int)ten["uses"]!["left"]!, (int)ten["uses"]!["of"]!, Of(ten["uses"]!, "worth")));
        Assert.Equal(358, Math.Round(((DateTimeOffset)year["expiresAt"]! - DateTimeOffset.UtcNow).TotalDays));
        Assert.Equal(25m, Of(tenth, "saved"));
        Assert.Equal(2, (int)member["rfm"]!["frequency"]!);
    }

    [Fact]
    public async Task What_the_chain_owes_is_reported_by_store_and_for_any_past_day_and_flagged_from_the_threshold_on()
    {
        await OpenAsync();
        await SendAsync(
            new { id = "1", type = "card_issue", member = "li", store = "bund", card = "G", kind = "gold", paid = 1000, at = DaysAgo(9) },
            new { id = "2", type = "card_issue", member = "zhao", store = "soho", card = "T", kind = "ten", at = DaysAgo(8) },
            new { id = "3", type = "card_use", member = "zhao", card = "T", at = DaysAgo(7) });

        var below = await LiabilityAsync("");
        Assert.Equal((1000m, 899.99m, 1899.99m, 100m, false), (
            Of(below, "paid"), Of(below, "usesWorth"), Of(below, "prepaid"), Of(below, "bonus"), (bool)below["isOverThreshold"]!));
        Assert.Equal(899.99m, Of(await LiabilityAsync("?store=soho"), "prepaid"));
        Assert.Equal(0m, Of(await LiabilityAsync($"?at={Day(10)}"), "prepaid"));
        Assert.Equal(1000m, Of(await LiabilityAsync($"?at={Day(9)}"), "prepaid"));
        Assert.Equal(1999.99m, Of(await LiabilityAsync($"?at={Day(8)}"), "prepaid"));

        await SendAsync(new { id = "4", type = "card_topup", member = "li", card = "G", amount = 100.01 });

        var above = await LiabilityAsync("");
        Assert.Equal((2000m, true), (Of(above, "prepaid"), (bool)above["isOverThreshold"]!));
        (await Node.GetAsync($"{Path}/liability?at=yesterday")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/liability?store=nowhere")).Problem(404, "unknown_store");
    }

    [Fact]
    public async Task Suspicious_uses_are_listed_for_staff()
    {
        await OpenAsync();
        var at = DateTimeOffset.UtcNow.AddHours(-1);
        await SendAsync(
            new { id = "1", type = "card_issue", member = "li", store = "bund", card = "T", kind = "ten", at = DaysAgo(2) },
            new { id = "2", type = "card_use", member = "li", card = "T", at = Wire(at) },
            new { id = "3", type = "card_use", member = "li", card = "T", at = Wire(at.AddSeconds(30)) });

        var flag = Assert.Single((await Node.GetAsync($"{Path}/cards/flags?store=bund")).Ok()["items"]!.AsArray())!;

        Assert.Equal(("li", "T"), ((string)flag["member"]!, (string)flag["data"]!["card"]!));
        Assert.Equal(30, Math.Round(((DateTimeOffset)flag["data"]!["second"]! - (DateTimeOffset)flag["data"]!["first"]!).TotalSeconds));
        Assert.Empty((await Node.GetAsync($"{Path}/cards/flags?store=soho")).Ok()["items"]!.AsArray());
        Assert.Equal(1, (int)(await MemberAsync("li"))["cards"]![0]!["suspicious"]!);
    }

    [Fact]
    public async Task A_card_of_an_unknown_kind_is_what_it_always_was()
    {
        AssertTaken(
            await SendAsync(
                new { id = "1", type = "card_issue", member = "li", card = "C", kind = "annual", expiresAt = "2099-01-01T00:00:00Z" },
                new { id = "2", type = "card_renew", member = "li", card = "C", expiresAt = "2099-06-01T00:00:00Z" },
                new { id = "3", type = "card_use", member = "li", card = "C" }),
            accepted: 2,
            duplicates: 0,
            (2, "unknown_kind"));
        var card = (await MemberAsync("li"))["cards"]![0]!;
        Assert.Equal(("active", null, "2099-06-01"), ((string)card["state"]!, (string?)card["form"], ((string)card["expiresAt"]!)[..10]));
    }

    [Theory]
    [InlineData("""{"cards":{"kinds":{"x":{}}}}""")]
    [InlineData("""{"cards":{"kinds":{"x":{"form":"magic"}}}}""")]
    [InlineData("""{"cards":{"kinds":{"x":{"form":"count","overdraft":5}}}}""")]
    [InlineData("""{"cards":{"kinds":{"x":{"form":"discount"}}}}""")]
    [InlineData("""{"cards":{"kinds":{"x":{"form":"stored_value","bonusSteps":[{"from":100,"bonus":5},{"from":50,"bonus":9}]}}}}""")]
    [InlineData("""{"cards":{"kinds":{"x":{"form":"stored_value","price":0.001}}}}""")]
    [InlineData("""{"cards":{"usesPerDay":31}}""")]
    public async Task Kinds_that_make_no_sense_are_refused(string policy) =>
        Assert.Equal(400, (await Node.PutAsync($"{Path}/policy", policy)).Status);

    private async Task OpenAsync() => (await Node.PutAsync($"{Path}/policy", Policy)).Ok();

    private async Task<JsonNode> LiabilityAsync(string query) => (await Node.GetAsync($"{Path}/liability{query}")).Ok();

    private static decimal Of(JsonNode node, string field) => (decimal)node[field]!;

    private static string Day(int ago) => DateTimeOffset.UtcNow.AddDays(-ago).UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
