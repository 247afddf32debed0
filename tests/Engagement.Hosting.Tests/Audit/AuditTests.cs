using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Audit;

/// <summary>Who saw and changed what can be looked up afterwards.</summary>
public sealed class AuditTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task What_is_changed_and_whom_somebody_looks_at_is_in_the_trail_with_who_and_when()
    {
        await SendAsync(new { id = "v1", type = "visit", member = "li" });
        await MemberAsync("li");
        await Node.PutAsync($"{Path}/policy", "{}");
        await Node.GetAsync($"{Path}/members/nobody");

        var entries = await TrailAsync();

        var looked = entries.Single(entry => (string?)entry["action"] == "getMember" && (string?)entry["subject"] == "li");
        Assert.Equal("200", (string?)looked["outcome"]);
        Assert.Equal(Chain, (string?)looked["trail"]);
        Assert.Equal("system_administrator", (string?)looked["role"]);
        Assert.Equal("127.0.0.0/24", (string?)looked["address"]);
        Assert.NotEqual("-", (string?)looked["actor"]);
        Assert.True(DateTimeOffset.UtcNow - DateTimeOffset.Parse((string)looked["time"]!, null) < TimeSpan.FromMinutes(10));
        Assert.Contains(entries, entry => (string?)entry["action"] == "getMember" && (string?)entry["subject"] == "nobody" && (string?)entry["outcome"] == "404");
        Assert.Contains(entries, entry => (string?)entry["action"] == "putPolicy" && (string?)entry["outcome"] == "200");
        Assert.Contains(entries, entry => (string?)entry["action"] == "putStore" && (string?)entry["subject"] == "bund" && (string?)entry["outcome"] == "201");
    }

    [Fact]
    public async Task A_batch_of_events_is_entered_with_how_many_were_taken_and_not_with_what_they_say()
    {
        await SendAsync(new { id = "v1", type = "visit", member = "li" }, new { id = "v1", type = "visit", member = "li" }, new { id = "v2", type = "nothing", member = "li" });

        var taken = (await TrailAsync()).Single(entry => (string?)entry["action"] == "ingestEvents");

        Assert.Equal("200 accepted=1 duplicates=1 rejected=1", (string?)taken["outcome"]);
        Assert.Null(taken["subject"]);
    }

    [Fact]
    public async Task Boards_feeds_and_the_queue_leave_no_entry_for_they_are_looked_at_all_day()
    {
        await Node.GetAsync($"{Path}/board");
        await Node.GetAsync($"{Path}/feed?after=0");

        Assert.DoesNotContain(await TrailAsync(), entry => (string?)entry["action"] is "getBoard" or "readFeed" or "getFeed");
    }

    [Fact]
    public async Task What_somebody_searched_for_is_not_kept_and_that_she_searched_is()
    {
        await Node.GetAsync($"{Path}/members?q=13800000000");

        var page = (await Node.GetAsync($"{Path}/audit")).Ok().ToJsonString();

        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.Contains("searchMembers", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_could_not_be_understood_is_entered_too()
    {
        (await Node.PutAsync($"{Path}/policy", "{{{")).Problem(400, "invalid_body");

        Assert.Contains(await TrailAsync(), entry => (string?)entry["action"] == "putPolicy" && (string?)entry["outcome"] == "400");
    }

    [Fact]
    public async Task The_trail_is_read_page_by_page_and_searched()
    {
        for (var member = 0; member < 5; member++)
            await Node.GetAsync($"{Path}/members/m{member}");

        var first = (await Node.GetAsync($"{Path}/audit?limit=2&action=getMember")).Ok();
        var second = (await Node.GetAsync($"{Path}/audit?limit=2&action=getMember&after={first["next"]}")).Ok();
        var one = (await Node.GetAsync($"{Path}/audit?subject=m3")).Ok();

        Assert.Equal(["m0", "m1"], Entries(first).Select(entry => (string?)entry["subject"]));
        Assert.Equal(["m2", "m3"], Entries(second).Select(entry => (string?)entry["subject"]));
        Assert.Equal("m3", (string?)Assert.Single(Entries(one))["subject"]);
        Assert.True((long)first["head"]!["number"]! >= 5);
        (await Node.GetAsync($"{Path}/audit?limit=0")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/audit?after=x")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/audit?actor=%00")).Problem(400, "invalid_parameter");
        (await Node.GetAsync("/v1/chains/nowhere/audit")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task Signing_in_rightly_or_wrongly_is_in_the_systems_trail()
    {
        (await Node.PostAsync("/v1/session", """{"key":"wrong"}""")).Problem(401, "invalid_key");

        var entries = new List<JsonNode>();
        for (string? after = "0"; after is not null;)
        {
            var page = (await Node.GetAsync($"/v1/audit?limit=1000&after={after}&action=signIn")).Ok();
            entries.AddRange(Entries(page));
            after = (string?)page["next"];
        }

        Assert.Contains(entries, entry => (string?)entry["outcome"] == "401" && (string?)entry["trail"] == "");
    }

    private async Task<List<JsonNode>> TrailAsync() => [.. Entries((await Node.GetAsync($"{Path}/audit?limit=1000")).Ok())];

    private static IEnumerable<JsonNode> Entries(JsonNode page) =>
        page["items"]!.AsArray().Select(item => JsonNode.Parse((string)item!["entry"]!)!);
}
