using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Views;

/// <summary>What members are worth, as the command line shows it.</summary>
public sealed class ValueTests : EngageTest
{
    [Fact]
    public async Task A_forecast_is_shown_with_what_it_was_made_from_and_how_it_did()
    {
        Answer(
            "/v1/chains/shop/forecast?at=1997-09-30",
            """
            {"available":true,"why":null,"detail":null,"calibrationEnd":"1997-09-30T23:59:59.999999Z","madeAt":"2026-01-01T00:00:00Z",
             "members":2357,"repeaters":946,"leftOut":0,"parameters":{"r":0.2426,"alpha":4.4136,"a":0.793,"b":2.4259,
             "spend":{"p":6.25,"q":3.74,"gamma":15.44}},"logLikelihood":-9582.43,
             "holdout":{"until":"1998-06-30","weeks":39,"expectedVisits":1653.4,"actualVisits":1882}}
            """);

        var ended = await EngageAsync("forecast", "--chain", "shop", "--at", "1997-09-30");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Contains("2,357, of them 946 came again", ended.Output, StringComparison.Ordinal);
        Assert.Contains("r 0.243, alpha 4.414, a 0.793, b 2.426", ended.Output, StringComparison.Ordinal);
        Assert.Contains("until 1998-06-30  1,653.4 visits expected, 1,882 made", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_forecast_the_reason_is_shown()
    {
        Answer(
            "/v1/chains/shop/forecast",
            """
            {"available":false,"why":"too_little_history","detail":"Fewer than 50 members have come again.","calibrationEnd":"2026-01-01T00:00:00Z",
             "madeAt":"2026-01-01T00:00:00Z","members":3,"repeaters":1,"leftOut":2}
            """);

        var ended = await EngageAsync("forecast", "--chain", "shop");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Contains("no forecast     Fewer than 50 members have come again.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quintiles_and_groups_are_shown_or_worked_out_first()
    {
        const string Grid =
            """
            {"asOf":"2026-01-01T00:00:00Z","members":1200,"cutPoints":{"recencyDays":[200,100,50,20],"frequency":[1,1,2,5],"monetary":[10,50.5,100,900]},
             "means":{"recencyDays":88.25,"frequency":2.5,"monetary":320},"groups":[{"group":"important_value","members":1000}],"cells":[]}
            """;
        Answer("/v1/chains/shop/rfm", Grid);
        Answer("/v1/chains/shop/rfm/run", Grid);

        var ended = await EngageAsync("rfm", "--chain", "shop");
        var run = await EngageAsync("rfm", "--chain", "shop", "--run");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (ended.ExitCode, run.ExitCode));
        Assert.Contains("1,200 members as of 2026-01-01", ended.Output, StringComparison.Ordinal);
        Assert.Matches(@"recency, days +200 \| 100 \| 50 \| 20 +88\.25", ended.Output);
        Assert.Matches(@"important_value +1,000", ended.Output);
        Assert.Equal("/v1/chains/shop/rfm/run", Assert.Single(Server.Posts).Path);
    }

    private void Answer(string path, string json) => Server.Answers[path] = () => Results.Content(json, "application/json");
}
