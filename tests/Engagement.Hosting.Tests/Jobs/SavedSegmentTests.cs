using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>Segments that a chain keeps, tags, and campaigns that go to them, over HTTP.</summary>
public sealed class SavedSegmentTests(SharedNode shared) : ChainTest(shared)
{
    private const string Quiet =
        """{"title":"Quiet VIPs","segment":{"tags":{"all":["vip"],"none":["blocked"]},"acts":[{"type":"purchase","withinDays":60,"atMost":1,"sumFrom":100}]}}""";

    [Fact]
    public async Task A_segment_comes_back_as_it_was_put_and_is_gone_once_it_is_deleted()
    {
        Assert.Equal(201, (await Node.PutAsync($"{Path}/segments/quiet", Quiet)).Status);
        Assert.Equal(200, (await Node.PutAsync($"{Path}/segments/quiet", Quiet)).Status);

        var found = (await Node.GetAsync($"{Path}/segments/quiet")).Ok();
        Assert.Equal("Quiet VIPs", (string?)found["title"]);
        Assert.Equal("vip", (string?)found["segment"]!["tags"]!["all"]![0]);
        Assert.Equal(("purchase", 60, 1), ((string?)found["segment"]!["acts"]![0]!["type"], (int)found["segment"]!["acts"]![0]!["withinDays"]!, (int)found["segment"]!["acts"]![0]!["atMost"]!));
        Assert.Null(found["segment"]!["recencyDays"]);
        Assert.Equal(["quiet"], (await Node.GetAsync($"{Path}/segments")).Ok()["items"]!.AsArray().Select(each => (string)each!["name"]!));

        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, $"{Path}/segments/quiet")).Status);
        foreach (var call in new[] { "", "/count", "/members" })
            (await Node.GetAsync($"{Path}/segments/quiet{call}")).Problem(404, "unknown_segment");
        (await Node.CallAsync(HttpMethod.Delete, $"{Path}/segments/quiet")).Problem(404, "unknown_segment");
        (await Node.GetAsync("/v1/chains/nowhere/segments")).Problem(404, "unknown_chain");
    }

    [Theory]
    [InlineData("""{"segment":{"tags":{"all":[]}}}""", "segment.tags.all")]
    [InlineData("""{"segment":{"acts":[{"type":"complaint","withinDays":30,"atLeast":1}]}}""", "segment.acts[0].type")]
    [InlineData("""{"segment":{"recencyDays":{"from":9,"to":3}}}""", "segment.recencyDays.to")]
    [InlineData("""{"segment":{"stores":["closed"]}}""", "segment.stores")]
    [InlineData("""{"segment":{"stages":["asleep"]}}""", "segment.stages[0]")]
    [InlineData("""{"segment":{"tiers":["diamond"]}}""", "segment.tiers")]
    [InlineData("""{"segment":{"colour":"red"}}""", "segment.colour")]
    [InlineData("""{"title":" "}""", "title")]
    [InlineData("[]", "")]
    public async Task What_is_wrong_with_a_segment_is_told_by_its_path(string body, string field)
    {
        Assert.Equal(field, (string?)(await Node.PutAsync($"{Path}/segments/quiet", body)).Problem(400, "invalid_segment")["field"]);
        Assert.Equal(field, (string?)(await Node.PostAsync($"{Path}/segments/count", body)).Problem(400, "invalid_segment")["field"]);
    }

    [Fact]
    public async Task Who_is_in_a_segment_is_counted_and_listed_page_by_page()
    {
        await FiveMembersAsync();
        await Node.PutAsync($"{Path}/segments/quiet", Quiet);

        var counted = (await Node.GetAsync($"{Path}/segments/quiet/count")).Ok();
        Assert.Equal(3, (int)counted["count"]!);
        Assert.Equal([("bund", 2), ("soho", 1)], counted["byStore"]!.AsArray().Select(store => ((string)store!["store"]!, (int)store["count"]!)));
        Assert.Equal(1, (int)(await Node.PostAsync($"{Path}/segments/count", """{"segment":{"tags":{"any":["blocked"]}}}""")).Ok()["count"]!);
        Assert.Equal(2, (int)(await Node.PostAsync($"{Path}/segments/count", """{"segment":{"stores":["soho"]}}""")).Ok()["count"]!);

        var first = (await Node.GetAsync($"{Path}/segments/quiet/members?limit=2")).Ok();
        var second = (await Node.GetAsync($"{Path}/segments/quiet/members?limit=2&cursor={first["next"]}")).Ok();
        Assert.Equal(["an", "bo", "eve"], Ids(first).Concat(Ids(second)));
        Assert.Null(second["next"]);
        (await Node.GetAsync($"{Path}/segments/quiet/members?cursor=!")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/segments/quiet/members?limit=0")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_campaign_reaches_exactly_the_members_of_the_segment_it_names()
    {
        await FiveMembersAsync();
        await Node.PutAsync($"{Path}/segments/quiet", Quiet);
        var campaign = """{"title":"Spring","template":"dormant_hello","segmentName":"quiet","schedule":{"at":"2099-05-01T10:00:00"}}""";
        Assert.Equal(201, (await Node.PutAsync($"{Path}/campaigns/spring", campaign)).Status);
        Assert.Equal("quiet", (string?)(await Node.GetAsync($"{Path}/campaigns/spring")).Ok()["segmentName"]);
        var preview = (await Node.GetAsync($"{Path}/campaigns/spring/preview")).Ok();
        Assert.Equal(3, (int)preview["count"]!);
        Assert.Equal(["an", "bo", "eve"], preview["sample"]!.AsArray().Select(text => (string)text!["member"]!));

        Assert.Equal(202, (await Node.PostAsync($"{Path}/campaigns/spring/run", "")).Status);
        await Eventually.HoldsAsync(
            async () => (await Node.GetAsync($"{Path}/campaigns/spring/runs")).Ok(),
            seen => seen["items"]!.AsArray().All(run => (string?)run!["state"] == "done") && seen["items"]!.AsArray().Sum(run => (int)run!["matched"]!) == 3,
            "the runs are done, and three matched");

        foreach (var (member, reached) in new[] { ("an", true), ("bo", true), ("cy", false), ("dee", false), ("eve", true) })
            Assert.Equal(reached, await ToldAsync(member, "campaign_reached"));
        var inUse = (await Node.CallAsync(HttpMethod.Delete, $"{Path}/segments/quiet")).Problem(409, "segment_in_use");
        Assert.Equal("spring", (string?)inUse["campaigns"]![0]);
    }

    [Fact]
    public async Task A_campaign_names_a_segment_there_is_or_has_its_own()
    {
        await Node.PutAsync($"{Path}/segments/quiet", Quiet);
        foreach (var rest in new[] { "\"segmentName\":\"loud\"", "\"segmentName\":\"quiet\",\"segment\":{\"stages\":[\"new\"]}" })
        {
            var body = $$$"""{"title":"Spring","template":"dormant_hello",{{{rest}}},"schedule":{"at":"2099-05-01T10:00:00"}}""";
            Assert.Equal("segmentName", (string?)(await Node.PutAsync($"{Path}/campaigns/spring", body)).Problem(400, "invalid_campaign")["field"]);
        }
    }

    [Fact]
    public async Task Tags_are_told_and_shown_in_the_order_in_which_she_got_them()
    {
        AssertTaken(
            await SendAsync(
                new { id = "a", type = "tag", member = "li", name = "vip" },
                new { id = "b", type = "tag", member = "li", name = "敏感肌" },
                new { id = "c", type = "tag", member = "li", name = "vip" },
                new { id = "d", type = "untag", member = "li", name = "gone" },
                new { id = "e", type = "tag", member = "li", name = new string('x', 65) },
                new { id = "f", type = "tag", member = "li" }),
            4,
            0,
            (4, "invalid_field"),
            (5, "missing_field"));

        Assert.Equal(["vip", "敏感肌"], (await MemberAsync("li"))["tags"]!.AsArray().Select(tag => (string)tag!));
        await SendAsync(new { id = "g", type = "untag", member = "li", name = "vip" });
        Assert.Equal(["敏感肌"], (await MemberAsync("li"))["tags"]!.AsArray().Select(tag => (string)tag!));
        Assert.True(await ToldAsync("li", "untagged"));
    }

    // In it: an, bo (bund) and eve (soho). Cy bought twice, Dee is blocked.
    private async Task FiveMembersAsync() => AssertTaken(
        await SendAsync(
            [
                .. new[] { ("an", "bund"), ("bo", "bund"), ("cy", "bund"), ("dee", "soho"), ("eve", "soho") }.SelectMany(each => new object[]
                {
                    new { id = $"buy {each.Item1}", type = "purchase", member = each.Item1, store = each.Item2, amount = 120 },
                    new { id = $"tag {each.Item1}", type = "tag", member = each.Item1, name = "vip" },
                }),
                new { id = "again", type = "purchase", member = "cy", store = "bund", amount = 80 },
                new { id = "block", type = "tag", member = "dee", name = "blocked" },
            ]),
        12);

    private async Task<bool> ToldAsync(string member, string type) =>
        (await Node.GetAsync($"{Path}/members/{member}/timeline?limit=100")).Ok()["items"]!.AsArray().Any(told => (string?)told!["type"] == type);

    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(member => (string)member!["id"]!);
}
