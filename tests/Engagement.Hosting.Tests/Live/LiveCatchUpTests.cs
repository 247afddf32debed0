using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Live;

/// <summary>Watchers who fall behind, or whose node goes away, are caught up.</summary>
public sealed class LiveCatchUpTests
{
    private int _sent;

    [Fact]
    public async Task Nothing_is_lost_or_told_twice_when_the_node_is_restarted()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        await using var line = Line.To(node.Address);
        await using var watcher = await Watcher.StartAsync(line.Address, "glow");
        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");
        await SendAsync(node, 30);

        await node.RestartAsync();
        line.Node = node.Address;
        await SendAsync(node, 30);

        var head = (await node.FeedAsync("glow")).Count;
        await watcher.UntilAsync(watching => watching.Positions.LastOrDefault() == head, "all is seen");
        Assert.Single(watcher.Snapshots);
        Assert.Equal(LiveTests.Positions(1, head), watcher.Positions);
    }

    [Fact]
    public async Task A_watcher_who_has_been_away_for_too_long_begins_anew_with_a_snapshot()
    {
        await using var node = await TestNode.StartAsync("Engagement:Live:Window=16", "Engagement:Live:MostBehind=40");
        await node.OpenChainAsync("glow");
        await SendAsync(node, 100);
        var head = (await node.FeedAsync("glow")).Count;

        await using var late = await Watcher.StartAsync(node.Address, "glow", after: head - 41);
        await using var inTime = await Watcher.StartAsync(node.Address, "glow", after: head - 40);
        await late.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");
        await inTime.UntilAsync(watching => watching.Positions.LastOrDefault() == head, "all is seen");

        Assert.Equal(head, (long)late.Snapshots.Single()["position"]!);
        Assert.Empty(inTime.Snapshots);
        Assert.Equal(LiveTests.Positions(head - 39, head), inTime.Positions);
    }

    [Fact]
    public async Task A_watcher_who_does_not_read_for_a_while_is_caught_up_and_the_node_does_not_wait_for_her()
    {
        await using var node = await TestNode.StartAsync(
            "Engagement:Live:Window=64", "Engagement:Live:MostBehind=500", "Engagement:Live:ShortestGap=00:00:00.001");
        await node.OpenChainAsync("glow");
        await using var line = Line.To(node.Address);
        await using var slow = await Watcher.StartAsync(line.Address, "glow");
        await slow.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        line.Clog();
        for (var batch = 0; batch < 30; batch++)
            await SendAsync(node, 200, note: new string('x', 1000));
        await using var other = await Watcher.StartAsync(node.Address, "glow");
        await other.UntilAsync(watching => watching.Snapshots.Any(), "another watcher is served meanwhile");
        line.Unclog();

        var head = (await node.FeedAsync("glow")).Count;
        await slow.UntilAsync(watching => (long?)watching.Lines[^1]["position"] == head, "the slow watcher is caught up");
        Assert.True(slow.Snapshots.Count() > 1, "she was given everything instead of a fresh snapshot");
        // Whatever she was given: in order, nothing twice, and no gap but where a snapshot bridges it.
        var seen = 0L;
        foreach (var item in slow.Lines.Where(line => line["position"] is not null))
        {
            foreach (var told in item["events"]?.AsArray() ?? [])
                Assert.Equal(++seen, (long)told!["position"]!);
            Assert.True((long)item["position"]! >= seen);
            seen = (long)item["position"]!;
        }
    }

    private async Task SendAsync(TestNode node, int count, string? note = null)
    {
        var items = Enumerable.Range(_sent, count).Select(
            number => new { id = $"v{number}", type = "visit", member = $"m{number % 50}", store = "bund", note });
        _sent += count;
        (await node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(items))).Ok();
    }
}
