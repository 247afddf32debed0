using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Segments;

public sealed class SegmentTests : EngageTest
{
    [Fact]
    public async Task Segments_are_listed_with_the_campaigns_that_go_to_them()
    {
        Answer(
            "/v1/chains/shop/segments",
            """{"items":[{"name":"gold","title":"Gold","segment":{},"usedBy":[]},{"name":"may","title":"May\u001bday","segment":{},"usedBy":["spring","nps"]}]}""");

        var ended = await EngageAsync("segment", "list", "--chain", "shop");

        Assert.Equal((ExitCode.Done, "gold  Gold\nmay  May\uFFFDday  (used by spring, nps)\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_count_is_told_by_home_store()
    {
        Answer("/v1/chains/shop/segments/gold/count", """{"count":3,"byStore":[{"store":null,"count":1},{"store":"main","count":2}],"asOf":"2026-05-01T02:00:00Z"}""");

        var ended = await EngageAsync("segment", "count", "gold", "--chain", "shop");

        Assert.Equal("members  3\n  at no store  1\n  at main  2\n", ended.Output);
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        Answer("/v1/chains/shop/segments/gold/members?limit=2", """{"items":[{"id":"li","store":"main","stage":"new"},{"id":"wu","stage":"lost"}],"next":"d3U"}""");

        var ended = await EngageAsync("segment", "members", "gold", "--chain", "shop", "--limit", "2");

        Assert.Equal("li  new  at main\nwu  lost\nThere are more: --cursor d3U\n", ended.Output);
    }

    [Fact]
    public async Task A_segment_that_is_not_there_is_told()
    {
        Server.Answers["/v1/chains/shop/segments/gold/count"] = () => TestServer.Problem(404, "There is no such segment", "The chain keeps no segment 'gold'.", "unknown_segment");

        var ended = await EngageAsync("segment", "count", "gold", "--chain", "shop");

        Assert.Equal((ExitCode.Failed, "There is no such segment: The chain keeps no segment 'gold'. [unknown_segment]\n"), (ended.ExitCode, ended.Error));
    }

    private void Answer(string path, string body) => Server.Answers[path] = () => Results.Text(body, "application/json");
}
