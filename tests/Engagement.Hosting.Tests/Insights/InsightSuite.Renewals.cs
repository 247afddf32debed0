using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Insights;

public abstract partial class InsightSuite
{
    private const string Cards =
        """{"cards":{"kinds":{"gold":{"form":"stored_value"},"ten":{"form":"count","uses":10,"price":999.99},"year":{"form":"period","price":365}}}}""";

    [Fact]
    public async Task Cards_that_end_soon_or_have_just_ended_are_listed_the_earliest_end_first()
    {
        await TellCardsAsync();

        Assert.Equal(["chen y overdue -20", "li t due 5", "wang y due 59"], await RenewalsAsync("at=2026-06-14T12:00:00Z"));
        Assert.Equal(["chen y overdue -20", "li t due 5"], await RenewalsAsync("at=2026-06-14T12:00:00Z&withinDays=58"));
    }

    [Fact]
    public async Task A_card_is_listed_with_what_the_desk_needs_to_say()
    {
        await TellCardsAsync();

        var card = (await AskAsync("renewals?at=2026-06-14T12:00:00Z"))["items"]![1]!;

        Assert.Equal(("li", "bund", "t"), ((string?)card["member"], (string?)card["store"], (string?)card["card"]));
        Assert.Equal(("ten", "count", 999.99m), ((string?)card["kind"], (string?)card["form"], (decimal)card["price"]!));
        Assert.Equal((DateTimeOffset.Parse("2026-06-19T12:00:00Z", null), 0m), ((DateTimeOffset)card["expiresAt"]!, (decimal)card["saved"]!));
        Assert.Null(card["profile"]);
    }

    [Fact]
    public async Task Whoever_renewed_is_listed_as_of_before_and_not_any_more()
    {
        await TellCardsAsync();
        await TellAsync(Card("card_renew", "li", "2026-06-10", "t", ends: "2027-06-19"));

        Assert.Equal(["chen y overdue -20", "wang y due 59"], await RenewalsAsync("at=2026-06-14T12:00:00Z"));
        Assert.Equal(["chen y overdue -15", "li t due 10"], await RenewalsAsync("at=2026-06-09T12:00:00Z"));
    }

    [Fact]
    public async Task Another_card_of_its_kind_is_a_renewal_as_well_and_what_was_given_back_or_passed_on_is_none_of_hers()
    {
        await TellCardsAsync();
        await TellAsync(
            Card("card_issue", "chen", "2026-06-01", "y2", "year", "2027-06-01"),
            Card("card_refund", "li", "2026-06-01", "t"));
        var passed = Card("card_transfer", "wang", "2026-06-01", "y");
        passed["to"] = "li";
        await TellAsync(passed);

        foreach (var query in new[] { "", "at=2026-06-14T12:00:00Z" })
        {
            var listed = await RenewalsAsync(query);
            Assert.DoesNotContain(listed, line => line.StartsWith("chen y", StringComparison.Ordinal));
            Assert.DoesNotContain(listed, line => line.StartsWith("li t", StringComparison.Ordinal));
            Assert.DoesNotContain(listed, line => line.StartsWith("wang y", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task While_a_card_that_is_bought_by_the_day_is_frozen_it_has_no_end_to_renew()
    {
        await TellCardsAsync();
        await TellAsync(Card("card_freeze", "wang", "2026-06-01", "y"));
        Assert.DoesNotContain(await RenewalsAsync(""), line => line.StartsWith("wang", StringComparison.Ordinal));

        await TellAsync(Card("card_unfreeze", "wang", "2026-06-11", "y"));

        // Ten days of it were given back to her.
        Assert.Contains("wang y due 69", await RenewalsAsync("at=2026-06-14T12:00:00Z&withinDays=70"));
    }

    [Fact]
    public async Task Page_by_page_the_whole_list_is_read_once()
    {
        await TellCardsAsync();
        var (read, cursor) = (new List<string>(), "");
        do
        {
            var page = await AskAsync($"renewals?at=2026-06-14T12:00:00Z&limit=1{cursor}");
            read.AddRange(page["items"]!.AsArray().Select(card => (string)card!["member"]!));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(["chen", "li", "wang"], read);
    }

    [Fact]
    public async Task A_store_calls_its_own_members_and_nobody_calls_who_was_forgotten()
    {
        await TellCardsAsync();

        Assert.Equal(["li t due 5"], await RenewalsAsync("store=bund&at=2026-06-14T12:00:00Z"));

        Assert.Equal(202, (await Node.PostAsync($"{Path}/members/li/erasure", "{}")).Status);
        Assert.Empty(await RenewalsAsync("store=bund&at=2026-06-14T12:00:00Z"));
    }

    [Fact]
    public async Task Who_she_is_is_masked_for_whoever_may_not_see_names_in_lists()
    {
        await TellCardsAsync();
        Assert.Equal(204, (await Node.PutAsync($"{Path}/members/li/profile", """{"name":"王小红","phone":"13812345678"}""")).Status);
        var secret = (string)(await Node.PostAsync($"{Path}/keys", """{"name":"till","scopes":["see_members"],"stores":["bund"]}""")).Ok()["secret"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/renewals") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };

        var confined = (await Node.CallAsync(request)).Ok();

        Assert.Equal(("bund", "王**", true), Seen(confined));
        Assert.Equal(("bund", "王小红", false), Seen(await AskAsync("renewals?store=bund")));

        static (string? Store, string? Name, bool Masked) Seen(JsonNode list)
        {
            var card = Assert.Single(list["items"]!.AsArray())!;
            return ((string?)list["store"], (string?)card["profile"]!["name"], (bool)card["profile"]!["masked"]!);
        }
    }

    // Li's ten uses end in five days, Wang's year in 59, Chen's ended twenty days ago; Zhao's will for long not.
    private async Task TellCardsAsync()
    {
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", Cards)).Status);
        await TellAsync(
            Card("card_issue", "li", "2026-01-05", "t", "ten", "2026-06-19", "bund"),
            Card("card_issue", "wang", "2025-08-12", "y", "year", "2026-08-12", "soho"),
            Card("card_issue", "chen", "2025-05-25", "y", "year", "2026-05-25"),
            Card("card_issue", "zhao", "2026-01-01", "y", "year", "2027-01-01"));
    }

    private JsonObject Card(string type, string member, string at, string card, string? kind = null, string? ends = null, string? store = null)
    {
        var item = Item(type, member, at, store);
        item["card"] = card;
        if (kind is not null)
            item["kind"] = kind;
        if (ends is not null)
            item["expiresAt"] = ends + "T12:00:00Z";
        return item;
    }

    private async Task<IReadOnlyList<string>> RenewalsAsync(string query) =>
    [
        .. (await AskAsync($"renewals?{query}"))["items"]!.AsArray()
            .Select(card => $"{card!["member"]} {card["card"]} {card["state"]} {card["daysLeft"]}"),
    ];
}
