using System.Text.Json;
using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Views;

public sealed class ViewTests : EngageTest
{
    private const string Board =
        """
        {"chain":"[red]shop","position":12,"asOf":"1998-01-01T00:00:00Z",
         "stages":{"potential":1,"new":2,"effective":0,"active":0,"loyal":1,"dormant":0,"lost":4,"[x]":0},
         "today":{"joined":0,"purchases":3,"revenue":1234.5},"flags":{"slipping":9},
         "movements":[{"from":null,"to":"new","count":2},{"from":"new","to":"[/]lost","count":1}]}
        """;

    [Fact]
    public async Task The_board_shows_funnel_figures_and_movements_and_markup_in_values_is_only_text()
    {
        Answer("/v1/chains/shop/board?store=a%20b&at=1998-01-01T00%3A00%3A00Z", Board);

        var ended = await EngageAsync("board", "--chain", "shop", "--store", "a b", "--at", "1998-01-01");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Contains("[red]shop as of 1998-01-01 00:00:00Z, position 12", ended.Output, StringComparison.Ordinal);
        Assert.Matches(@"lost +█{40} +4 +50\.0 %", ended.Output);
        Assert.Matches(@"potential +█{10} +1 +12\.5 %", ended.Output);
        Assert.Matches(@"revenue +1,234\.5", ended.Output);
        Assert.Matches(@"new → \[/\]lost +1", ended.Output);
        Assert.Matches(@"\(first seen\) → new +2", ended.Output);
    }

    [Fact]
    public async Task Json_is_the_server_s_own_in_one_line()
    {
        Answer("/v1/chains/shop/board", Board);

        var ended = await EngageAsync("board", "--chain", "shop", "--json");

        Assert.Equal("[red]shop", JsonDocument.Parse(Assert.Single(Lines(ended))).RootElement.GetProperty("chain").GetString());
    }

    [Fact]
    public async Task A_member_is_shown_with_her_timeline_as_far_as_asked()
    {
        Answer(
            "/v1/chains/shop/members/a%2Fb",
            """
            {"id":"a/b","store":"main","stage":"loyal","stageSince":"2024-01-01T00:00:00Z","stageReason":"fifth visit\u001b[2J",
             "flags":["slipping"],"rfm":{"recencyDays":3.5,"frequency":7,"monetary":120.00},"points":{"balance":120},
             "streak":{"current":0,"longest":0,"total":0,"lastDate":null},"tasks":[],"recall":[],"nextDueAt":null,
             "version":9,"asOf":"2024-02-01T00:00:00Z"}
            """);
        Answer("/v1/chains/shop/members/a%2Fb/timeline?limit=3", $$"""{"items":[{{Event(9)}},{{Event(8)}}],"next":8}""");
        Answer("/v1/chains/shop/members/a%2Fb/timeline?before=8&limit=1", $$"""{"items":[{{Event(7)}}],"next":"7"}""");

        var ended = await EngageAsync("member", "a/b", "--chain", "shop", "--timeline", "3");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Contains("stage      loyal since 2024-01-01 00:00:00Z", ended.Output, StringComparison.Ordinal);
        Assert.Contains("fifth visit\uFFFD[2J", ended.Output, StringComparison.Ordinal);
        Assert.Matches("9  2024-01-09 .*\n.* 8  2024-01-08 .*\n.* 7  2024-01-07 .*\n$", ended.Output);
    }

    [Fact]
    public async Task Problems_are_printed_with_title_detail_and_code()
    {
        Server.Answers["/v1/chains/shop/members/x"] =
            () => TestServer.Problem(404, "No such member", "x\u0007 is unknown", "unknown_member");

        var ended = await EngageAsync("member", "x", "--chain", "shop");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal("No such member: x\uFFFD is unknown [unknown_member]\n", ended.Error);
    }

    [Fact]
    public async Task A_missing_key_a_wrong_key_and_a_missing_server_are_told_apart()
    {
        Assert.Equal(ExitCode.Failed, (await EngageAsync("chains", "--key", "wrong")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("chains", "--server", "ftp://x")).ExitCode);
        Assert.Equal(ExitCode.ServerUnreachable, (await EngageAsync("chains", "--server", "http://127.0.0.1:1")).ExitCode);
        Environment.Remove("ENGAGEMENT_KEY");
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("chains")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("chain")).ExitCode);
        Assert.Equal(ExitCode.Done, (await EngageAsync("--help")).ExitCode);
    }

    [Fact]
    public async Task Chains_are_created_and_listed()
    {
        Answer("/v1/chains", """{"items":[{"id":"glow","name":"Glow","currency":"CNY"}]}""");

        var created = await EngageAsync("chain", "create", "glow", "--name", "Glow", "--currency", "CNY");
        var listed = await EngageAsync("chains");

        Assert.Equal(ExitCode.Done, created.ExitCode);
        Assert.Equal("Glow", Server.Chains["glow"]);
        Assert.Equal("glow  Glow  CNY\n", listed.Output);
    }

    [Fact]
    public async Task The_feed_is_printed_page_by_page_to_its_end()
    {
        Answer("/v1/chains/shop/feed?after=4", $$"""{"items":[{{Event(5)}},{{Event(6)}}],"next":6}""");
        Answer("/v1/chains/shop/feed?after=6", $$"""{"items":[{{Event(7)}}]}""");

        var ended = await EngageAsync("feed", "--chain", "shop", "--after", "4", "--json");

        Assert.Equal([5, 6, 7], Positions(ended));
    }

    [Fact]
    public async Task Following_survives_a_server_that_goes_away_and_prints_each_position_once()
    {
        var polls = 0;
        Server.Answers["/v1/chains/shop/feed?after=0"] = () => Json($$"""{"items":[{{Event(1)}},{{Event(2)}}]}""");
        Server.Answers["/v1/chains/shop/feed?after=2"] = () => ++polls switch
        {
            1 => Json("""{"items":[]}"""),
            2 => TestServer.Problem(503, "Draining", "back soon", "draining"),
            3 => new AbortedResult(),
            _ => Json($$"""{"items":[{{Event(2)}},{{Event(3)}}]}"""),
        };
        Server.Answers["/v1/chains/shop/feed?after=3"] = () =>
        {
            Stop.Cancel();
            return Json("""{"items":[]}""");
        };

        var ended = await EngageAsync("feed", "--chain", "shop", "--follow", "--json");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Equal([1, 2, 3], Positions(ended));
        Assert.Contains("The server is back.", ended.Error, StringComparison.Ordinal);
        Assert.All(Time.Waits, wait => Assert.Equal(TimeSpan.FromMilliseconds(500), wait));
    }

    [Fact]
    public async Task An_id_that_starts_with_an_at_sign_is_an_id()
    {
        Server.Answers["/v1/chains/shop/members/%40x"] =
            () => TestServer.Problem(404, "No such member", "@x", "unknown_member");

        Assert.Contains("@x", (await EngageAsync("member", "@x", "--chain", "shop")).Error, StringComparison.Ordinal);
    }

    private static string Event(int position) =>
        $$"""
        {"position":{{position}},"type":"purchase","member":"m","store":null,
         "at":"2024-01-{{position:00}}T00:00:00Z","data":{"amount":5.0} }
        """;

    private static string[] Lines(Ended ended) => ended.Output.TrimEnd('\n').Split('\n');

    private static IEnumerable<int> Positions(Ended ended) =>
        Lines(ended).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("position").GetInt32());

    private static IResult Json(string text) => Results.Text(text, "application/json");

    private void Answer(string path, string json) => Server.Answers[path] = () => Json(json);

    private sealed class AbortedResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
