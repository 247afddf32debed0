using System.Net.Http.Headers;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>Campaigns and digests over HTTP.</summary>
public sealed class CampaignApiTests(SharedNode shared) : ChainTest(shared)
{
    private const string Spring =
        """
        {"title":"Spring","template":"dormant_hello","segment":{"stages":["new"],"stores":["bund"]},"schedule":{"cron":"0 0 10 ? * MON"}}
        """;

    [Fact]
    public async Task A_campaign_comes_back_as_it_was_put_and_is_listed_beside_the_one_every_chain_has()
    {
        Assert.Equal(201, (await Node.PutAsync($"{Path}/campaigns/spring", Spring)).Status);

        var found = await Node.GetAsync($"{Path}/campaigns/spring");
        Assert.Equal("0 0 10 ? * MON", (string?)found.Ok()["schedule"]!["cron"]);
        Assert.Equal("bund", (string?)found.Ok()["segment"]!["stores"]![0]);
        Assert.False((bool)found.Ok()["builtIn"]!);
        var listed = (await Node.GetAsync($"{Path}/campaigns")).Ok()["items"]!.AsArray();
        Assert.Equal(["nps", "spring"], listed.Select(campaign => (string)campaign!["name"]!));
        Assert.True((bool)listed[0]!["builtIn"]!);
    }

    [Theory]
    [InlineData("""{"template":"welcome","schedule":{"cron":"0 0 10 ? * MON"}}""", "title")]
    [InlineData("""{"title":"x","template":"nothing","schedule":{"cron":"0 0 10 ? * MON"}}""", "template")]
    [InlineData("""{"title":"x","template":"dormant_offer","schedule":{"cron":"0 0 10 ? * MON"}}""", "offer")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{}}""", "schedule")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON","at":"2026-05-01T10:00:00"}}""", "schedule")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"now and then"}}""", "schedule.cron")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"at":"2026-05-01T10:00:00Z"}}""", "schedule.at")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"segment":{"stores":["closed"]}}""", "segment.stores")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"segment":{"stages":["asleep"]}}""", "segment.stages[0]")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"segment":{"stages":null}}""", "segment.stages")]
    [InlineData("""{"title":"x","template":"welcome","schedule":null}""", "schedule")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"segment":{"inStageDaysFrom":5,"inStageDaysTo":4}}""", "segment.inStageDaysTo")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"priority":101}""", "priority")]
    [InlineData("""{"title":"x","template":"welcome","schedule":{"cron":"0 0 10 ? * MON"},"colour":"red"}""", "colour")]
    [InlineData("[]", "")]
    public async Task What_is_wrong_with_a_campaign_is_told_by_its_path(string body, string field)
    {
        Assert.Equal(field, (string?)(await Node.PutAsync($"{Path}/campaigns/spring", body)).Problem(400, "invalid_campaign")["field"]);
        Assert.Equal(field, (string?)(await Node.PostAsync($"{Path}/campaigns/preview", body)).Problem(400, "invalid_campaign")["field"]);
        Assert.Equal(404, (await Node.GetAsync($"{Path}/campaigns/spring")).Status);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_campaign_the_second_is_told()
    {
        var put = await Node.PutAsync($"{Path}/campaigns/spring", Spring);
        var tag = put.Headers["ETag"];
        Assert.Equal(200, (await ChangeAsync(tag)).Status);
        (await ChangeAsync(tag)).Problem(412, "version_conflict");

        async Task<Answer> ChangeAsync(string match)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Path}/campaigns/spring")
            {
                Content = new StringContent(Spring, System.Text.Encoding.UTF8, "application/json"),
                Headers = { IfMatch = { EntityTagHeaderValue.Parse(match) } },
            };
            return await Node.CallAsync(request);
        }
    }

    [Fact]
    public async Task The_built_in_survey_can_be_paused_and_changed_and_is_as_it_came_once_that_is_deleted()
    {
        (await Node.CallAsync(HttpMethod.Delete, $"{Path}/campaigns/nps")).Problem(409, "built_in_campaign");
        Assert.True((bool)(await Node.PostAsync($"{Path}/campaigns/nps/pause", "")).Ok()["paused"]!);
        Assert.Empty((await Node.GetAsync($"{Path}/campaigns/nps/preview")).Ok()["nextRuns"]!.AsArray());
        (await Node.PostAsync($"{Path}/campaigns/nps/run", "")).Problem(409, "campaign_paused");
        Assert.False((bool)(await Node.PostAsync($"{Path}/campaigns/nps/resume", "")).Ok()["paused"]!);
        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, $"{Path}/campaigns/nps")).Status);
        Assert.True((bool)(await Node.GetAsync($"{Path}/campaigns/nps")).Ok()["builtIn"]!);
    }

    [Fact]
    public async Task A_preview_says_how_many_who_with_what_text_and_when()
    {
        await SendAsync(
            new { id = "a", type = "visit", member = "li", store = "bund" },
            new { id = "b", type = "visit", member = "wang", store = "bund" },
            new { id = "c", type = "visit", member = "joe", store = "soho" });

        var preview = (await Node.PostAsync($"{Path}/campaigns/preview", Spring)).Ok();

        Assert.Equal(2, (int)preview["count"]!);
        Assert.Equal("bund", (string?)preview["byStore"]![0]!["store"]);
        Assert.Equal(["li", "wang"], preview["sample"]!.AsArray().Select(text => (string)text!["member"]!));
        Assert.Contains("外滩店", (string?)preview["sample"]![0]!["text"], StringComparison.Ordinal);
        Assert.Equal("Asia/Shanghai", (string?)Assert.Single(preview["nextRuns"]!.AsArray())!["zone"]);
        Assert.Equal(404, (await Node.GetAsync($"{Path}/campaigns/spring")).Status);
    }

    [Fact]
    public async Task A_campaign_that_is_asked_for_goes_at_once_and_says_how_far_it_has_come()
    {
        await Node.PutAsync($"{Path}/campaigns/spring", Spring);

        Assert.Equal(202, (await Node.PostAsync($"{Path}/campaigns/spring/run", "")).Status);

        var report = await Eventually.HoldsAsync(
            async () => (await Node.GetAsync($"{Path}/campaigns/spring/runs")).Ok(),
            seen => (string?)seen["items"]![0]!["state"] == "done",
            "the run is done");
        Assert.Equal(("asked", 0), ((string?)report["items"]![0]!["origin"], (int)report["items"]![0]!["matched"]!));
        Assert.Equal(0, (int)report["messages"]!["sent"]!);
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        foreach (var call in new[] { "campaigns/x", "campaigns/x/preview", "campaigns/x/runs" })
            (await Node.GetAsync($"{Path}/{call}")).Problem(404, "unknown_campaign");
        foreach (var action in new[] { "pause", "resume", "run" })
            (await Node.PostAsync($"{Path}/campaigns/x/{action}", "")).Problem(404, "unknown_campaign");
        (await Node.CallAsync(HttpMethod.Delete, $"{Path}/campaigns/x")).Problem(404, "unknown_campaign");
        (await Node.GetAsync("/v1/chains/nowhere/campaigns")).Problem(404, "unknown_chain");
        (await Node.GetAsync("/v1/chains/nowhere/digests")).Problem(404, "unknown_chain");
        (await Node.GetAsync($"{Path}/digests?store=closed")).Problem(404, "unknown_store");
        (await Node.GetAsync($"{Path}/digests?day=yesterday")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/digests?cursor=x")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/campaigns/nps/runs?cursor=x")).Problem(400, "invalid_parameter");
    }
}
