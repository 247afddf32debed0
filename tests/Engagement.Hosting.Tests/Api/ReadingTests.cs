using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Feed, timeline and search are read page by page, whatever page size.</summary>
public sealed class ReadingTests(SharedNode shared) : ChainTest(shared)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Pages_of_every_list_put_together_are_the_whole_list(int limit)
    {
        await SendAsync([.. Enumerable.Range(0, 40).Select(number => new
        {
            id = $"v{number}",
            type = "visit",
            member = number % 3 == 0 ? "li" : $"m{number}",
            store = "bund",
            at = DaysAgo(40 - number),
        })]);

        var feed = await PagesAsync($"{Path}/feed?limit={limit}", "after", limit);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => (long)told["position"]!));

        var timeline = await PagesAsync($"{Path}/members/li/timeline?limit={limit}", "before", limit);
        Assert.Equal(
            feed.Where(told => (string)told["member"]! == "li").Select(told => (long)told["position"]!).Order(),
            timeline.Select(told => (long)told["position"]!).Order());
        Assert.Equal(timeline.Select(When), timeline.Select(When).OrderDescending());

        var members = await PagesAsync($"{Path}/members?q=m&limit={limit}", "cursor", limit);
        Assert.Equal(
            feed.Select(told => (string)told["member"]!).Where(member => member != "li").Distinct().Order(StringComparer.Ordinal),
            members.Select(member => (string)member["id"]!));
    }

    [Fact]
    public async Task A_timeline_goes_on_from_a_position_and_from_an_instant()
    {
        await SendAsync([.. Enumerable.Range(0, 6).Select(
            number => new { id = $"v{number}", type = "visit", member = "li", at = $"2026-03-0{number + 1}T08:00:00Z" })]);
        var whole = (await Node.GetAsync($"{Path}/members/li/timeline?limit=500")).Ok()["items"]!.AsArray();
        var middle = whole.First(told => (string?)told!["id"] == "v3")!;

        var byPosition = (await Node.GetAsync($"{Path}/members/li/timeline?limit=500&before={middle["position"]}")).Ok()["items"]!;
        var byInstant = (await Node.GetAsync($"{Path}/members/li/timeline?limit=500&before=2026-03-04T16:00:00%2B08:00")).Ok()["items"]!;

        var after = whole.SkipWhile(told => told != middle).Skip(1).Select(told => told!.ToJsonString()).ToList();
        Assert.Equal(after, byPosition.AsArray().Select(told => told!.ToJsonString()));
        Assert.Equal(
            whole.Where(told => When(told!) < DateTimeOffset.Parse("2026-03-04T08:00:00Z", null)).Select(told => told!.ToJsonString()),
            byInstant.AsArray().Select(told => told!.ToJsonString()));
    }

    [Fact]
    public async Task Members_are_searched_by_stage_store_and_flag()
    {
        await SendAsync(
            new { id = "1", type = "join", member = "potential", store = "bund" },
            new { id = "2", type = "visit", member = "new", store = "bund" },
            new { id = "3", type = "visit", member = "new-too", store = "soho" },
            new { id = "4", type = "visit", member = "effective", store = "soho" },
            new { id = "5", type = "visit", member = "effective", store = "soho" });

        Assert.Equal(["new", "new-too"], await FoundAsync("stage=new"));
        Assert.Equal(["new-too"], await FoundAsync("stage=new&store=soho"));
        Assert.Equal(["effective", "new-too"], await FoundAsync("store=soho"));
        Assert.Equal(["new", "new-too"], await FoundAsync("q=ne"));
        Assert.Empty(await FoundAsync("flag=slipping"));
        Assert.Empty(await FoundAsync("stage=lost"));
        Assert.Equal(4, (await FoundAsync("")).Count);
    }

    [Theory]
    [InlineData("/feed?limit=0", "limit")]
    [InlineData("/feed?limit=-1", "limit")]
    [InlineData("/feed?limit=5001", "limit")]
    [InlineData("/feed?limit=many", "limit")]
    [InlineData("/feed?after=-1", "after")]
    [InlineData("/feed?after=first", "after")]
    [InlineData("/feed?after=99999999999999999999", "after")]
    [InlineData("/members?limit=501", "limit")]
    [InlineData("/members?stage=sleepy", "stage")]
    [InlineData("/members?flag=red", "flag")]
    [InlineData("/members?cursor=!!!", "cursor")]
    [InlineData("/members/li/timeline?limit=0", "limit")]
    [InlineData("/members/li/timeline?before=yesterday", "before")]
    [InlineData("/members/li/timeline?before=4711", "before")]
    [InlineData("/board?at=yesterday", "at")]
    [InlineData("/board?at=2999-01-01T00:00:00Z", "at")]
    public async Task A_parameter_that_makes_no_sense_is_refused_and_named(string path, string name)
    {
        await SendAsync(new { id = "1", type = "visit", member = "li" });

        var problem = (await Node.GetAsync(Path + path)).Problem(400, "invalid_parameter");

        Assert.Equal(name, (string?)problem["field"]);
    }

    [Fact]
    public async Task Nothing_is_known_of_a_member_or_a_store_that_is_not_there()
    {
        (await Node.GetAsync($"{Path}/members/nobody")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/members/nobody/timeline")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/board?store=closed")).Problem(404, "unknown_store");
        (await Node.GetAsync($"{Path}/members?store=closed")).Problem(404, "unknown_store");
        Assert.Empty((await Node.GetAsync($"{Path}/feed")).Ok()["items"]!.AsArray());
        Assert.Empty((await Node.GetAsync($"{Path}/members")).Ok()["items"]!.AsArray());
    }

    private static DateTimeOffset When(JsonNode told) => (DateTimeOffset)told["at"]!;

    private async Task<List<string>> FoundAsync(string query) =>
        [.. (await Node.GetAsync($"{Path}/members?{query}")).Ok()["items"]!.AsArray().Select(member => (string)member!["id"]!)];

    private async Task<List<JsonNode>> PagesAsync(string path, string cursor, int limit)
    {
        var all = new List<JsonNode>();
        var next = "";
        do
        {
            var page = (await Node.GetAsync($"{path}&{cursor}={Uri.EscapeDataString(next!)}")).Ok();
            var items = page["items"]!.AsArray();
            all.AddRange(items.Select(item => item!));
            next = (string?)page["next"];
            Assert.True(next is null ? items.Count <= limit : items.Count == limit);
        }
        while (next is not null);
        return all;
    }
}
