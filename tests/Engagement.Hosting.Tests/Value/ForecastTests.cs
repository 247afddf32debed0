using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Value;

/// <summary>The forecast of a chain, from purchases that came in as any till sends them.</summary>
public sealed class ForecastTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task The_buyers_of_CDNOW_come_as_the_paper_found()
    {
        var sample = Cdnow.Sample();
        AssertTaken(await SendTextAsync(sample), JsonNode.Parse(sample)!.AsArray().Count);

        var forecast = (await Node.GetAsync($"{Path}/forecast?at=1997-09-30")).Ok();

        Assert.True((bool)forecast["available"]!);
        Assert.Equal((2357, 946), ((int)forecast["members"]!, (int)forecast["repeaters"]!));
        var found = forecast["parameters"]!;
        AssertWithin(0.243, found["r"]!);
        AssertWithin(4.414, found["alpha"]!);
        AssertWithin(0.793, found["a"]!);
        AssertWithin(2.426, found["b"]!);
        AssertWithin(-9582.4, forecast["logLikelihood"]!);
        // What others have found for the spend of the same buyers.
        AssertWithin(6.25, found["spend"]!["p"]!);
        AssertWithin(3.74, found["spend"]!["q"]!);
        AssertWithin(15.44, found["spend"]!["gamma"]!);
        var holdout = forecast["holdout"]!;
        Assert.Equal(("1998-06-30", 39.0), ((string?)holdout["until"], (double)holdout["weeks"]!));
        Assert.Equal(1, (double)holdout["expectedVisits"]! / (double)holdout["actualVisits"]!, 0.15);
        Assert.Equal(1882, (int)holdout["actualVisits"]!);
        // As of today nobody has been there for decades; who was there last is the likeliest to live.
        Assert.Equal(2357, (int)(await Node.GetAsync($"{Path}/forecast")).Ok()["members"]!);
        var member = (await MemberAsync("00004"))["forecast"]!;
        Assert.InRange((double)member["alive"]!, 0, 1);
        Assert.True((decimal)member["expectedSpendNextYear"]! >= 0m);
    }

    [Fact]
    public async Task A_chain_with_too_little_history_has_no_forecast_and_says_why()
    {
        await SendAsync(
            new { id = "1", type = "visit", member = "li", at = DaysAgo(20) },
            new { id = "2", type = "visit", member = "li", at = DaysAgo(10) });

        var forecast = (await Node.GetAsync($"{Path}/forecast")).Ok();

        Assert.False((bool)forecast["available"]!);
        Assert.Equal(("too_little_history", 1, 1), ((string?)forecast["why"], (int)forecast["members"]!, (int)forecast["repeaters"]!));
        Assert.False(string.IsNullOrEmpty((string?)forecast["detail"]));
        Assert.Null(forecast["parameters"]);
        Assert.Null((await MemberAsync("li"))["forecast"]);
    }

    [Theory]
    [InlineData("at=tomorrow")]
    [InlineData("at=2999-01-01")]
    [InlineData("at=2020-01-01&until=later")]
    public async Task What_is_no_past_day_is_refused(string query) =>
        (await Node.GetAsync($"{Path}/forecast?{query}")).Problem(400, "invalid_parameter");

    private static void AssertWithin(double expected, JsonNode actual) => Assert.Equal(1, (double)actual / expected, 0.01);
}
