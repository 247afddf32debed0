namespace Engagement.Hosting.Tests.Insights;

public abstract partial class InsightSuite
{
    [Fact]
    public async Task Each_act_falls_on_the_hour_that_the_clock_of_its_store_showed()
    {
        // The same instant: Monday at ten at the Bund, Sunday at ten in the evening in Soho.
        await TellAsync(Visit("li", "2026-06-01T02:30:00Z", "bund"), Visit("wang", "2026-06-01T02:30:00Z", "soho"), Visit("zhao", "2026-06-01T02:30:00Z"));

        Assert.Equal(["1 at 2: 1", "1 at 10: 1", "7 at 22: 1"], await HoursAsync("from=2026-05-01&to=2026-06-10"));
        Assert.Equal(["1 at 10: 1"], await HoursAsync("store=bund&from=2026-05-01&to=2026-06-10"));
    }

    [Fact]
    public async Task On_the_days_on_which_clocks_are_set_one_hour_has_both_and_one_has_none()
    {
        // In New York the second Sunday of March 2026 has no two o'clock, the first of November 2025 has one o'clock twice.
        await TellAsync(
            Visit("li", "2025-11-02T05:30:00Z", "soho"), Visit("li", "2025-11-02T06:30:00Z", "soho"), Visit("li", "2025-11-02T07:30:00Z", "soho"),
            Visit("li", "2026-03-08T06:59:59Z", "soho"), Visit("li", "2026-03-08T07:00:00Z", "soho"));

        Assert.Equal(["7 at 1: 2", "7 at 2: 1"], await HoursAsync("store=soho&from=2025-11-02&to=2025-11-02"));
        Assert.Equal(["7 at 1: 1", "7 at 3: 1"], await HoursAsync("store=soho&from=2026-03-08&to=2026-03-08"));
    }

    [Fact]
    public async Task What_was_given_back_did_not_happen_and_sign_ins_are_no_visits()
    {
        var bought = Item("purchase", "li", "2026-06-02");
        (bought["amount"], bought["orderId"]) = (100, "o1");
        var returned = Item("refund", "li", "2026-06-03");
        returned["orderId"] = "o1";
        await TellAsync(bought, Item("checkin", "li", "2026-06-02"), Visit("li", "2026-06-04"), returned);

        Assert.Equal(["4 at 12: 1"], await HoursAsync("from=2026-06-01&to=2026-06-14"));
    }

    [Fact]
    public async Task A_visit_counts_where_it_was_and_a_day_is_meant_whole()
    {
        // Li is at home at the Bund, and it is the last minute of the day there.
        await TellAsync(Visit("li", "2026-06-02T04:00:00Z", "bund"), Visit("li", "2026-06-03T04:00:00Z", "soho"), Visit("li", "2026-06-04T15:59:00Z", "bund"));

        Assert.Equal(["2 at 12: 1", "4 at 23: 1"], await HoursAsync("store=bund&from=2026-06-02&to=2026-06-04"));
        Assert.Equal(["2 at 12: 1"], await HoursAsync("store=bund&from=2026-06-02&to=2026-06-04T15:59:00Z"));
        Assert.Equal(["3 at 0: 1"], await HoursAsync("store=soho&from=2026-06-02&to=2026-06-04"));
    }

    [Fact]
    public async Task Without_a_span_it_is_that_of_the_last_ninety_days()
    {
        await TellAsync(Visit("li", "2026-03-17T03:00:00Z"), Visit("li", "2026-03-18T03:00:00Z"));

        var answer = await AskAsync("visit-hours");

        Assert.Equal(1, (int)answer["total"]!);
        Assert.Equal(168, answer["cells"]!.AsArray().Count);
        Assert.Equal(TimeSpan.FromDays(90), (DateTimeOffset)answer["to"]! - (DateTimeOffset)answer["from"]!);
    }

    private async Task<IEnumerable<string>> HoursAsync(string query)
    {
        var answer = await AskAsync($"visit-hours?{query}");
        var cells = answer["cells"]!.AsArray();
        Assert.Equal((int)answer["total"]!, cells.Sum(cell => (int)cell!["visits"]!));
        return cells.Where(cell => (int)cell!["visits"]! > 0).Select(cell => $"{cell!["weekday"]} at {cell["hour"]}: {cell["visits"]}");
    }
}
