using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Time;

/// <summary>Members fall silent while nobody asks for them, each at her own instant and once.</summary>
public sealed class ClockTests
{
    private const int Members = 200;

    /// <summary>In a real second some four months pass.</summary>
    private static readonly string[] FastYear =
    [
        "Engagement:Clock:Start=2024-01-01T00:00:00Z", "Engagement:Clock:Speed=10000000", "Engagement:Due:HistorySettles=00:00:00",
    ];

    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_hundred_members_fall_dormant_and_lost_each_at_her_own_microsecond_and_none_twice()
    {
        await using var node = await TestNode.StartAsync(FastYear);
        await node.OpenChainAsync("glow");
        var last = Enumerable.Range(0, Members).ToDictionary(member => $"m{member}", member => Start.AddMicroseconds(member * 7_654_321L));
        var items = last.Select(visit => new { id = visit.Key, type = "visit", member = visit.Key, store = "bund", at = Wire(visit.Value) });
        (await node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(items))).Ok();

        var feed = await Eventually.HoldsAsync(
            () => node.FeedAsync("glow"), feed => Changes(feed, "lost").Count() >= Members, "everybody is lost");

        foreach (var (stage, days) in new[] { ("new", 0), ("dormant", 90), ("lost", 180) })
        {
            var told = Changes(feed, stage).Select(change => ((string)change["member"]!, (DateTimeOffset)change["at"]!)).Order();
            Assert.Equal(last.Select(visit => (visit.Key, visit.Value.AddDays(days))).Order(), told);
        }

        Assert.Equal(3 * Members, feed.Count(told => (string)told["type"]! == "stage_changed"));
        await NothingIsToldAgainAsync(node, feed);
    }

    private static async Task NothingIsToldAgainAsync(TestNode node, List<JsonNode> before)
    {
        // The same start sets the clock back: what was lived through stays.
        await node.RestartAsync(FastYear);
        (await node.PostAsync("/v1/chains/glow/events", $$"""[{"id":"probe","type":"visit","member":"probe","at":"{{Wire(Start)}}"}]""")).Ok();

        var feed = await Eventually.HoldsAsync(
            () => node.FeedAsync("glow"),
            feed => Changes(feed, "lost").Any(change => (string)change["member"]! == "probe"),
            "time goes on for a member who came after the restart");

        // Their playbooks go on; what was told of their stages is told.
        var others = feed.Where(told => (string)told["member"]! != "probe").ToList();
        Assert.Equal(before.Select(told => told.ToJsonString()), others.Take(before.Count).Select(told => told.ToJsonString()));
        Assert.DoesNotContain(others.Skip(before.Count), told => (string)told["type"]! == "stage_changed");
    }

    private static IEnumerable<JsonNode> Changes(IEnumerable<JsonNode> feed, string to) =>
        feed.Where(told => (string)told["type"]! == "stage_changed" && (string?)told["data"]!["to"] == to);

    private static string Wire(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
