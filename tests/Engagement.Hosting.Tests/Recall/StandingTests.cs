using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Recall;

/// <summary>Staff see who stands on a step of a playbook, and not only how many.</summary>
public sealed class StandingTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task Who_stands_on_a_step_is_listed_page_by_page_with_what_comes_next_and_when()
    {
        await SendAsync([.. Enumerable.Range(0, 5).Select(number => new { id = $"j{number}", type = "join", member = $"m{number}", store = number < 3 ? "bund" : "soho" })]);
        await SendAsync(new { id = "v", type = "visit", member = "m9", store = "bund" });

        var first = await ReadAsync("welcome", "?step=1&limit=3");
        var rest = await ReadAsync("welcome", $"?step=1&limit=3&cursor={(string?)first["next"]}");

        Assert.Equal(["m0", "m1", "m2"], Ids(first));
        Assert.Equal(["m3", "m4"], Ids(rest));
        Assert.Null(rest["next"]);
        var her = first["items"]![0]!;
        Assert.Equal(("bund", "potential", 1, false), ((string?)her["store"], (string?)her["stage"], (int)her["step"]!, (bool)her["heldOut"]!));
        Assert.Equal(TimeSpan.FromDays(1), (DateTimeOffset)her["nextStepAt"]! - (DateTimeOffset)her["since"]!);
        Assert.Equal(TimeSpan.FromDays(30), (DateTimeOffset)her["endsAt"]! - (DateTimeOffset)her["since"]!);
        Assert.Empty(Ids(await ReadAsync("welcome", "?step=2")));
        Assert.Equal(["m3", "m4"], Ids(await ReadAsync("welcome", "?step=1&store=soho")));
        Assert.Equal(["m9"], Ids(await ReadAsync("second_visit", "?step=0")));
    }

    [Fact]
    public async Task As_many_are_listed_as_the_ladder_counts()
    {
        await HoldOutAsync(50);
        await SendAsync([.. Enumerable.Range(0, 40).Select(number => new { id = $"j{number}", type = "join", member = $"m{number}", store = "bund" })]);

        var counted = (await Node.GetAsync($"{Path}/recall")).Ok()["playbooks"]!.AsArray().Single(each => (string?)each!["name"] == "welcome")!;
        var (treated, heldOut) = (Ids(await ReadAsync("welcome", "?step=1&heldOut=false")), Ids(await ReadAsync("welcome", "?heldOut=true")));

        Assert.Equal((long)counted["steps"]![0]!["members"]!, treated.Count);
        Assert.Equal((long)counted["heldOutMembers"]!, heldOut.Count);
        Assert.InRange(heldOut.Count, 1, 39);
        Assert.Empty(treated.Intersect(heldOut));
        Assert.Equal(40, Ids(await ReadAsync("welcome", "?limit=500")).Count);
    }

    [Fact]
    public async Task Who_has_left_stands_nowhere()
    {
        await SendAsync(new { id = "v1", type = "visit", member = "li", store = "bund" });
        Assert.Equal(["li"], Ids(await ReadAsync("second_visit", "")));

        await SendAsync(new { id = "v2", type = "visit", member = "li", store = "bund" });

        Assert.Empty(Ids(await ReadAsync("second_visit", "")));
    }

    [Theory]
    [InlineData("?step=-1", 400, "invalid_parameter")]
    [InlineData("?step=first", 400, "invalid_parameter")]
    [InlineData("?heldOut=yes", 400, "invalid_parameter")]
    [InlineData("?limit=0", 400, "invalid_parameter")]
    [InlineData("?cursor=!", 400, "invalid_parameter")]
    [InlineData("?store=closed", 404, "unknown_store")]
    public async Task What_cannot_be_asked_is_told(string query, int status, string code) =>
        (await Node.GetAsync($"{Path}/recall/welcome/members{query}")).Problem(status, code);

    private async Task HoldOutAsync(int percent)
    {
        var policy = (await Node.GetAsync($"{Path}/policy")).Ok();
        policy["recall"]!["playbooks"]!["welcome"]!["holdoutPercent"] = percent;
        (await Node.PutAsync($"{Path}/policy", policy.ToJsonString())).Ok();
    }

    private async Task<JsonNode> ReadAsync(string playbook, string query) => (await Node.GetAsync($"{Path}/recall/{playbook}/members{query}")).Ok();

    private static List<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(member => (string)member!["id"]!)];
}
