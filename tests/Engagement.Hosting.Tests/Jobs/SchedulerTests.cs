using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>The scheduler of whole nodes: on a clock that races, and on two nodes that share a database.</summary>
public sealed class SchedulerTests(ThrowawayPostgres server)
{
    private const string Chain = "glow";
    private const string Campaigns = $"/v1/chains/{Chain}/campaigns";

    private const string EveryHour = """{"title":"x","template":"welcome","segment":{"stores":["bund"]},"schedule":{"cron":"0 0 * * * ?"}}""";

    [Fact]
    public async Task On_a_clock_that_races_campaigns_and_digests_come_by_it()
    {
        // Only the scheduler can be what makes them come: nobody looks in between.
        await using var node = await TestNode.StartAsync(
            "Engagement:Clock:Start=2026-03-02T01:00:00Z", "Engagement:Clock:Speed=3600", "Engagement:Jobs:BetweenLooks=01:00:00");
        await node.OpenChainAsync(Chain);
        (await node.PutAsync($"{Campaigns}/hourly", EveryHour)).Ok();

        var runs = await RunsAsync(node, "hourly", found => found.Count >= 3);
        Assert.All(runs, run => Assert.Equal("scheduled", (string?)run["origin"]));
        Assert.All(runs, run => Assert.Equal(0, ((DateTimeOffset)run["occurrence"]!).Minute));
        await Eventually.HoldsAsync(
            async () => (await node.GetAsync($"/v1/chains/{Chain}/digests?store=bund")).Ok()["items"]!.AsArray().Count,
            count => count > 0,
            "a digest is made");

        // Twice an hour is no more; in Shanghai it is in the other half of the year by then.
        (await node.PutAsync($"{Campaigns}/hourly", EveryHour.Replace("0 0 * * * ?", "0 30 * * * ?", StringComparison.Ordinal))).Ok();
        await RunsAsync(node, "hourly", found => found.Any(run => ((DateTimeOffset)run["occurrence"]!).Minute == 30));
        (await node.PostAsync($"{Campaigns}/hourly/pause", "")).Ok();
        (await node.PutAsync($"{Campaigns}/other", EveryHour)).Ok();
        var before = (await RunsAsync(node, "hourly", _ => true)).Count;
        await RunsAsync(node, "other", found => found.Count >= 3);
        Assert.Equal(before, (await RunsAsync(node, "hourly", _ => true)).Count);
    }

    [Fact]
    public async Task On_two_nodes_with_one_database_each_time_has_one_run()
    {
        var database = await server.CreateDatabaseAsync();
        string[] settings = ["Engagement:Database=postgres", $"ConnectionStrings:Engagement={database}", "Engagement:Postgres:MostConnections=8"];
        await using var one = await TestNode.StartAsync(settings);
        await using var two = await TestNode.StartAsync([.. settings, "Engagement:Jobs:BetweenLooks=00:00:01"]);
        await one.OpenChainAsync(Chain);
        var soon = DateTimeOffset.UtcNow.AddSeconds(4);
        string[] names = ["a", "b", "c", "d"];
        foreach (var name in names)
            (await (name is "a" or "b" ? one : two).PutAsync($"{Campaigns}/{name}", At(soon))).Ok();
        // Changed on the other node than the one it was put on: it goes at its new time only.
        (await two.PutAsync($"{Campaigns}/a", At(soon.AddSeconds(1)))).Ok();

        foreach (var name in names)
        {
            var runs = await RunsAsync(one, name, found => found.Count > 0 && found.All(run => (string?)run["state"] == "done"));
            var run = Assert.Single(runs);
            Assert.Equal("scheduled", (string?)run["origin"]);
            Assert.Equal(
                name == "a" ? Seconds(soon.AddSeconds(1)) : Seconds(soon), Seconds((DateTimeOffset)run["occurrence"]!));
        }
    }

    private static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

    private static string At(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return $$$"""
            {"title":"x","template":"welcome","segment":{"stores":["bund"]},
             "schedule":{"at":"{{{local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}}}"}}
            """;
    }

    private static async Task<List<JsonNode>> RunsAsync(TestNode node, string campaign, Func<List<JsonNode>, bool> holds) =>
        await Eventually.HoldsAsync(
            async () => (await node.GetAsync($"{Campaigns}/{campaign}/runs?limit=500")).Ok()["items"]!.AsArray().Select(run => run!).ToList(),
            holds,
            $"'{campaign}' has its runs");
}
