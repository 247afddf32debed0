using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Insights;

public abstract partial class InsightSuite
{
    [Fact]
    public async Task Who_joined_in_a_month_is_counted_in_each_month_in_which_she_came_again()
    {
        await TellSpringAsync();

        Assert.Equal(["2026-03: 3 [2,1,2]", "2026-04: 1 [0,0]", "2026-05: 0 [0]"], await CohortsAsync("at=2026-05-31T00:00:00Z&months=3"));
    }

    [Fact]
    public async Task As_of_a_past_instant_what_came_later_has_not_happened_and_nothing_was_given_back_yet()
    {
        await TellSpringAsync();

        Assert.Equal(["2026-03: 3 [2,1]", "2026-04: 1 [1]"], await CohortsAsync("at=2026-04-15T00:00:00Z&months=2"));
        Assert.Equal(["2026-03: 2 [1]"], await CohortsAsync("at=2026-03-15T00:00:00Z&months=1"));
    }

    [Fact]
    public async Task An_act_that_is_told_late_counts_in_the_month_in_which_it_happened()
    {
        await TellAsync(Visit("li", "2026-05-10"));
        Assert.Equal(["2026-04: 0 [0,0]", "2026-05: 1 [1]"], await CohortsAsync("at=2026-05-31T00:00:00Z&months=2"));

        await TellAsync(Visit("li", "2026-04-05"));

        Assert.Equal(["2026-04: 1 [1,1]", "2026-05: 0 [0]"], await CohortsAsync("at=2026-05-31T00:00:00Z&months=2"));
    }

    [Fact]
    public async Task A_store_has_its_own_members_and_the_months_of_its_own_clock()
    {
        // At the Bund it is April already.
        await TellAsync(Visit("li", "2026-03-31T20:00:00Z", "bund"), Visit("wang", "2026-03-31T20:00:00Z", "soho"), Visit("li", "2026-05-02", "soho"));

        Assert.Equal(["2026-03: 2 [2,0,1]", "2026-04: 0 [0,0]", "2026-05: 0 [0]"], await CohortsAsync("at=2026-05-31T00:00:00Z&months=3"));
        Assert.Equal(["2026-03: 0 [0,0,0]", "2026-04: 1 [1,1]", "2026-05: 0 [0]"], await CohortsAsync("store=bund&at=2026-05-31T00:00:00Z&months=3"));
        Assert.Equal(["2026-03: 1 [1,0,0]", "2026-04: 0 [0,0]", "2026-05: 0 [0]"], await CohortsAsync("store=soho&at=2026-05-31T00:00:00Z&months=3"));
        Assert.Equal("Asia/Shanghai", (string?)(await AskAsync("cohorts?store=bund"))["timeZone"]);
    }

    [Fact]
    public async Task A_past_begins_with_the_first_who_was_heard_of_however_long_ago()
    {
        Assert.Null((await AskAsync("cohorts?months=1"))["began"]);

        await TellAsync(Visit("li", "1998-03-05T10:00:00Z", "bund"), Visit("wang", "2026-05-02T08:00:00Z", "soho"));

        Assert.Equal("1998-03-05T10:00:00Z", (string?)(await AskAsync("cohorts?months=1"))["began"]);
        Assert.Equal("2026-05-02T08:00:00Z", (string?)(await AskAsync("cohorts?months=1&store=soho"))["began"]);
        Assert.Null((await AskAsync("cohorts?months=1&at=1998-01-01T00:00:00Z"))["began"]);
    }

    [Fact]
    public async Task Whoever_is_forgotten_stays_in_the_figures()
    {
        await TellSpringAsync();
        Assert.Equal(202, (await Node.PostAsync($"{Path}/members/li/erasure", "{}")).Status);

        Assert.Equal(["2026-03: 3 [2,1,2]"], await CohortsAsync("at=2026-05-31T00:00:00Z&months=3", only: "2026-03"));
    }

    [Fact]
    public async Task Without_anything_asked_for_there_are_twelve_months_up_to_the_running_one()
    {
        await TellAsync(Visit("li", "2026-06-02"));

        var answer = await AskAsync("cohorts");

        Assert.Equal(("glow", null, "UTC"), ((string?)answer["chain"], (string?)answer["store"], (string?)answer["timeZone"]));
        var cohorts = answer["cohorts"]!.AsArray();
        Assert.Equal(Enumerable.Range(0, 12).Select(month => new DateTime(2025, 7, 1).AddMonths(month).ToString("yyyy-MM", null)), cohorts.Select(cohort => (string?)cohort!["month"]));
        Assert.Equal("2026-06: 1 [1]", Line(cohorts[^1]!));
    }

    // Li joins and comes three times, Wang comes in March and twice in May, Zhao joins only, Chen gives back what she bought.
    private async Task TellSpringAsync()
    {
        var bought = Item("purchase", "chen", "2026-04-10");
        (bought["amount"], bought["orderId"]) = (100, "o1");
        var returned = Item("refund", "chen", "2026-04-20");
        returned["orderId"] = "o1";
        var paid = Item("purchase", "wang", "2026-05-08");
        paid["amount"] = 30;
        await TellAsync(
            Item("join", "li", "2026-03-02"), Visit("li", "2026-03-10"), Visit("li", "2026-04-02"), Visit("li", "2026-05-05"),
            Visit("wang", "2026-03-20"), Visit("wang", "2026-05-01"), paid,
            Item("join", "zhao", "2026-03-05"),
            bought, returned);
    }

    private async Task<IEnumerable<string>> CohortsAsync(string query, string? only = null)
    {
        var answer = await AskAsync($"cohorts?{query}");
        return answer["cohorts"]!.AsArray().Select(cohort => Line(cohort!)).Where(line => only is null || line.StartsWith(only, StringComparison.Ordinal));
    }

    private static string Line(JsonNode cohort) => $"{cohort["month"]}: {cohort["members"]} {cohort["active"]!.ToJsonString()}";
}
