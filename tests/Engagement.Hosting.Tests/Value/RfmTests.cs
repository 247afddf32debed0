using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Value;

/// <summary>Quintiles and groups as staff see them.</summary>
public sealed class RfmTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task Quintiles_are_worked_out_when_somebody_asks_and_members_are_read_off_them_as_they_are_now()
    {
        // Ten members: m0 came longest ago, seldom and paid little, m9 the opposite.
        for (var member = 0; member < 10; member++)
        {
            for (var visit = 0; visit <= member; visit++)
            {
                await SendAsync(new
                {
                    id = $"{member}-{visit}",
                    type = "purchase",
                    member = $"m{member}",
                    store = "bund",
                    amount = 100,
                    at = DaysAgo(100 - 10 * member + 0.5 + visit / 10.0),
                });
            }
        }

        await SendAsync(new { id = "j", type = "join", member = "zhao" });
        Assert.Null((await MemberAsync("m9"))["rfm"]!["scores"]);

        var grid = (await Node.GetAsync($"{Path}/rfm")).Ok();

        Assert.Equal(10, (int)grid["members"]!);
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], await ScoresAsync("r"));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], await ScoresAsync("f"));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], await ScoresAsync("m"));
        Assert.Equal("important_value", (string?)(await MemberAsync("m9"))["rfm"]!["group"]);
        Assert.Equal("general_retain", (string?)(await MemberAsync("m0"))["rfm"]!["group"]);
        Assert.Null((await MemberAsync("zhao"))["rfm"]!["group"]);
        Assert.Equal((5, 5), ((int)grid["groups"]![0]!["members"]!, (int)grid["groups"]![7]!["members"]!));
        Assert.Equal(10, grid["cells"]!.AsArray().Sum(cell => (int)cell!["members"]!));
        Assert.Equal(4, grid["cutPoints"]!["recencyDays"]!.AsArray().Count);
        Assert.Equal(["m5", "m6", "m7", "m8", "m9"], await InGroupAsync("important_value"));

        // She is back: her own scores follow at once, the lists and the quintiles with the next night.
        await SendAsync(new { id = "back", type = "purchase", member = "m0", amount = 5000 });
        Assert.Equal((5, 1, 5), Scores(await MemberAsync("m0")));
        Assert.Equal("important_develop", (string?)(await MemberAsync("m0"))["rfm"]!["group"]);
        Assert.Empty(await InGroupAsync("important_develop"));
        Assert.Equal((DateTimeOffset)grid["asOf"]!, (DateTimeOffset)(await Node.GetAsync($"{Path}/rfm")).Ok()["asOf"]!);
        (await Node.PostAsync($"{Path}/rfm/run", "")).Ok();
        Assert.Equal(["m0"], await InGroupAsync("important_develop"));
    }

    [Fact]
    public async Task Where_nobody_has_come_there_are_eight_empty_groups()
    {
        var grid = (await Node.GetAsync($"{Path}/rfm")).Ok();

        Assert.Equal((0, 8, 0), ((int)grid["members"]!, grid["groups"]!.AsArray().Count, grid["cells"]!.AsArray().Count));
        (await Node.GetAsync($"{Path}/members?rfmGroup=rich")).Problem(400, "invalid_parameter");
        (await Node.GetAsync("/v1/chains/nowhere/rfm")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task At_night_it_is_done_without_anybody_asking()
    {
        await using var node = await TestNode.StartAsync("Engagement:Clock:Start=2026-03-02T01:00:00Z", "Engagement:Clock:Speed=3600");
        await node.OpenChainAsync("glow");
        (await node.PostAsync("/v1/chains/glow/events", """[{"id":"1","type":"visit","member":"li"}]""")).Ok();

        await Eventually.HoldsAsync(
            async () => (string?)(await node.GetAsync("/v1/chains/glow/members/li")).Ok()["rfm"]!["group"],
            group => group == "important_value",
            "a night's work is done");
    }

    private async Task<IEnumerable<int>> ScoresAsync(string of)
    {
        var scores = new List<int>();
        for (var member = 0; member < 10; member++)
            scores.Add((int)(await MemberAsync($"m{member}"))["rfm"]!["scores"]![of]!);
        return scores;
    }

    private async Task<IEnumerable<string?>> InGroupAsync(string group) =>
        (await Node.GetAsync($"{Path}/members?rfmGroup={group}")).Ok()["items"]!.AsArray().Select(member => (string?)member!["id"]);

    private static (int, int, int) Scores(System.Text.Json.Nodes.JsonNode member) =>
        ((int)member["rfm"]!["scores"]!["r"]!, (int)member["rfm"]!["scores"]!["f"]!, (int)member["rfm"]!["scores"]!["m"]!);
}
