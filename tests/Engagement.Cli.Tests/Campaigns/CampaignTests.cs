using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Campaigns;

public sealed class CampaignTests : EngageTest
{
    [Fact]
    public async Task Campaigns_are_listed_with_their_times_and_what_is_special_about_them()
    {
        Answer(
            "/v1/chains/shop/campaigns",
            """
            {"items":[
              {"name":"nps","title":"Quarterly","schedule":{"cron":"0 0 10 1 1,4,7,10 ?"},"paused":true,"builtIn":true},
              {"name":"may","title":"May\u001bday","schedule":{"at":"2026-05-01T10:00:00"},"paused":false,"builtIn":false}]}
            """);

        var ended = await EngageAsync("campaign", "list", "--chain", "shop");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Equal(
            "nps  0 0 10 1 1,4,7,10 ?  Quarterly  (came with the program)  (paused)\nmay  2026-05-01T10:00:00  May\uFFFDday\n", ended.Output);
    }

    [Fact]
    public async Task A_preview_says_how_many_when_and_with_what_text()
    {
        Answer(
            "/v1/chains/shop/campaigns/may/preview",
            """
            {"count":3,"byStore":[{"store":null,"count":1},{"store":"main","count":2}],
             "sample":[{"member":"m1","store":"main","stage":"new","text":"Hello"},{"member":"m2","store":null,"stage":"lost","text":null,"fault":"no text"}],
             "nextRuns":[{"zone":"Asia/Shanghai","at":"2026-05-01T02:00:00Z"}]}
            """);

        var ended = await EngageAsync("campaign", "preview", "may", "--chain", "shop");

        Assert.Equal(
            """
            members  3
              at no store  1
              at main  2
            next in Asia/Shanghai  2026-05-01 02:00:00Z
            m1 (new): Hello
            m2 (lost): cannot be written: no text

            """,
            ended.Output);
    }

    [Fact]
    public async Task A_campaign_that_is_run_says_where_it_goes()
    {
        Server.Answers["/v1/chains/shop/campaigns/may/run"] = () => Results.Text(
            """{"items":[{"occurrence":"2026-05-01T02:00:00Z","zone":"UTC","state":"open"}]}""", "application/json", statusCode: 202);

        var ended = await EngageAsync("campaign", "run", "may", "--chain", "shop");

        Assert.Equal((ExitCode.Done, "It goes in UTC for 2026-05-01 02:00:00Z.\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_campaign_that_cannot_be_run_says_why()
    {
        Server.Answers["/v1/chains/shop/campaigns/may/run"] = () => TestServer.Problem(409, "This campaign is paused", "Resume it first.", "campaign_paused");

        var ended = await EngageAsync("campaign", "run", "may", "--chain", "shop");

        Assert.Equal((ExitCode.Failed, "This campaign is paused: Resume it first. [campaign_paused]\n"), (ended.ExitCode, ended.Error));
    }

    private void Answer(string path, string body) => Server.Answers[path] = () => Results.Text(body, "application/json");
}
