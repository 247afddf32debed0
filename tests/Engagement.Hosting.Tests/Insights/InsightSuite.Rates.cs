using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Insights;

public abstract partial class InsightSuite
{
    private const string June = "at=2026-06-01T00:00:00Z";

    [Fact]
    public async Task Of_those_who_came_within_a_year_it_is_told_how_many_came_again()
    {
        await TellYearAsync();

        Assert.Equal("5 3 0.6", Line((await AskAsync($"rates?{June}"))["repurchase"]!, "buyers", "again"));
    }

    [Fact]
    public async Task Of_those_whose_ninety_days_are_over_it_is_told_how_many_came_a_second_time_in_them()
    {
        await TellYearAsync();

        var second = (await AskAsync($"rates?{June}"))["secondVisit"]!;

        Assert.Equal("3 1 0.3333", Line(second, "came", "again"));
        Assert.Equal(90, (int)second["windowDays"]!);
    }

    [Fact]
    public async Task Of_those_there_were_to_lose_thirty_days_ago_it_is_told_how_many_were_lost()
    {
        await TellYearAsync();

        var churn = (await AskAsync($"rates?{June}"))["churn"]!;

        Assert.Equal("5 1 0.2", Line(churn, "start", "lost"));
        Assert.Equal(30, (int)churn["days"]!);
    }

    [Fact]
    public async Task Month_by_month_the_same_is_told()
    {
        await TellYearAsync();

        var months = (await AskAsync($"rates?{June}"))["months"]!.AsArray();

        Assert.Equal(Enumerable.Range(0, 12).Select(month => new DateTime(2025, 7, 1).AddMonths(month).ToString("yyyy-MM", null)), months.Select(month => (string?)month!["month"]));
        Assert.Equal("2 1 0.5", Line(months[6]!, "buyers", "returning", "repurchaseRate"));
        Assert.Equal("1 1 1", Line(months[10]!, "buyers", "returning", "repurchaseRate"));
        Assert.Equal("5 1 0.2", Line(months[10]!, "membersAtStart", "becameLost", "churnRate"));
        // The sixth of those who ever came was lost in November.
        Assert.Equal("2 1 0.5", Line(months[4]!, "membersAtStart", "becameLost", "churnRate"));
        Assert.Equal("0 0 ", Line(months[11]!, "buyers", "returning", "repurchaseRate"));
    }

    [Fact]
    public async Task As_of_a_past_instant_rates_are_what_they_were_then()
    {
        await TellYearAsync();

        var rates = await AskAsync("rates?at=2026-04-01T00:00:00Z");

        // Sun had come within the year by then, Zhao and Chen not twice yet.
        Assert.Equal("6 1 0.1667", Line(rates["repurchase"]!, "buyers", "again"));
        Assert.Equal("2026-04", (string?)rates["months"]!.AsArray()[^1]!["month"]);
    }

    [Fact]
    public async Task Where_there_is_nobody_to_ask_about_there_is_no_rate()
    {
        var rates = await AskAsync("rates");

        Assert.Equal("0 0 ", Line(rates["repurchase"]!, "buyers", "again"));
        Assert.Equal("0 0 ", Line(rates["secondVisit"]!, "came", "again"));
        Assert.Equal("0 0 ", Line(rates["churn"]!, "start", "lost"));
    }

    [Fact]
    public async Task The_rates_of_a_store_are_those_of_the_members_at_home_there()
    {
        await TellAsync(Visit("li", "2026-05-01", "bund"), Visit("li", "2026-05-02", "soho"), Visit("wang", "2026-05-03", "soho"));

        Assert.Equal("1 1 1", Line((await AskAsync("rates?store=bund"))["repurchase"]!, "buyers", "again"));
        Assert.Equal("1 0 0", Line((await AskAsync("rates?store=soho"))["repurchase"]!, "buyers", "again"));
        Assert.Equal("2 1 0.5", Line((await AskAsync("rates"))["repurchase"]!, "buyers", "again"));
    }

    // Six members: who came when is the example of the page.
    private async Task TellYearAsync() => await TellAsync(
    [
        Visit("sun", "2025-05-20"),
        Visit("li", "2025-09-01"), Visit("li", "2026-01-10"),
        Visit("hu", "2025-11-10"),
        Visit("wang", "2026-01-20"),
        Visit("zhao", "2026-02-01"), Visit("zhao", "2026-04-20"),
        Visit("chen", "2026-02-10"), Visit("chen", "2026-05-21"),
        .. LivedUpTo("2026-06-14", "sun", "li", "hu", "wang", "zhao", "chen"),
    ]);

    private static string Line(JsonNode rates, params string[] fields) =>
        string.Join(' ', (fields.Length == 2 ? [.. fields, "rate"] : fields).Select(field => rates[field]?.ToJsonString() ?? ""));
}
