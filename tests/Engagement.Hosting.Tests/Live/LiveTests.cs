using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Live;

/// <summary>The live hub as the stock client sees it: a snapshot, then every position once and in order.</summary>
public sealed class LiveTests(SharedNode shared) : ChainTest(shared)
{
    private int _sent;

    [Fact]
    public async Task A_watcher_gets_a_snapshot_and_then_every_position_once_in_order()
    {
        await SendVisitsAsync(70);
        var head = await HeadAsync();
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain);
        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        for (var batch = 0; batch < 10; batch++)
            await SendVisitsAsync(7);

        await CaughtUpAsync(watcher);
        var snapshot = watcher.Snapshots.Single();
        Assert.Equal(head, (long)snapshot["position"]!);
        Assert.Equal(70, (int)snapshot["snapshot"]!["stages"]!["new"]!);
        var recent = snapshot["snapshot"]!["recent"]!.AsArray().Select(told => (long)told!["position"]!).ToList();
        Assert.Equal(Enumerable.Range(0, 50).Select(back => head - back), recent);
        Assert.Equal(Positions(head + 1, await HeadAsync()), watcher.Positions);
        Assert.Equal((await Node.FeedAsync(Chain)).Skip((int)head).Select(Text), watcher.Events.Select(Text));
        Assert.Equal(140, (int)watcher.Lines.Last(line => line["board"] is not null)["board"]!["stages"]!["new"]!);
    }

    [Fact]
    public async Task A_watcher_who_is_cut_off_again_and_again_loses_nothing_and_gets_nothing_twice()
    {
        await SendVisitsAsync(3);
        var head = await HeadAsync();
        await using var line = Line.To(Node.Address);
        await using var watcher = await Watcher.StartAsync(line.Address, Chain);
        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        for (var cut = 1; cut <= 3; cut++)
        {
            await SendVisitsAsync(20);
            line.Cut();
            await SendVisitsAsync(20);
            await watcher.UntilAsync(watching => Connections(watching) > cut, "the watcher is back");
            await SendVisitsAsync(20);
            await CaughtUpAsync(watcher);
        }

        Assert.Single(watcher.Snapshots);
        Assert.Equal(Positions(head + 1, await HeadAsync()), watcher.Positions);
    }

    [Fact]
    public async Task A_watcher_of_one_store_hears_of_that_store_only()
    {
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain, store: "soho");
        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        await SendAsync(new { id = "b", type = "visit", member = "bund", store = "bund" });
        await SendAsync(new { id = "s", type = "visit", member = "soho", store = "soho" });

        await watcher.UntilAsync(watching => watching.Events.Any(told => (string)told["type"]! == "stage_changed"), "the visit is seen");
        Assert.Equal("soho", (string?)watcher.Snapshots.Single()["snapshot"]!["store"]);
        Assert.All(watcher.Events, told => Assert.Equal("soho", (string?)told["store"]));
        Assert.Equal(1, (int)watcher.Lines[^1]["board"]!["stages"]!["new"]!);
        Assert.Equal(1, (int)watcher.Lines[^1]["board"]!["today"]!["visits"]!);
    }

    [Fact]
    public async Task A_watcher_who_knows_where_she_was_gets_what_came_after_and_no_snapshot()
    {
        await SendVisitsAsync(30);
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain, after: 11);

        await CaughtUpAsync(watcher);

        Assert.Empty(watcher.Snapshots);
        Assert.Equal(Positions(12, await HeadAsync()), watcher.Positions);
    }

    [Theory]
    [InlineData(999_999_999)]
    [InlineData(-5)]
    public async Task A_position_that_never_was_begins_with_a_snapshot(long after)
    {
        await SendVisitsAsync(5);
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain, after: after);

        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        Assert.Equal(await HeadAsync(), (long)watcher.Snapshots.Single()["position"]!);
    }

    [Fact]
    public async Task Who_asks_for_what_is_not_there_is_told_so()
    {
        await using var chain = await Watcher.StartAsync(Node.Address, "nowhere");
        await using var store = await Watcher.StartAsync(Node.Address, Chain, store: "closed");

        await chain.UntilAsync(watching => watching.Lines.Any(line => line["failed"] is not null), "the watcher is told");
        await store.UntilAsync(watching => watching.Lines.Any(line => line["failed"] is not null), "the watcher is told");

        Assert.Contains("unknown_chain", (string?)chain.Lines[^1]["failed"], StringComparison.Ordinal);
        Assert.Contains("unknown_store", (string?)store.Lines[^1]["failed"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-the-key")]
    [InlineData("")]
    public async Task A_stranger_is_refused(string key)
    {
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain, key: key);

        await watcher.UntilAsync(watching => watching.Lines.Count > 0, "the watcher is told");

        Assert.NotNull(watcher.Lines[0]["refused"]);
    }

    internal static IEnumerable<long> Positions(long first, long last) =>
        Enumerable.Range(0, (int)(last - first + 1)).Select(offset => first + offset);

    private static int Connections(Watcher watcher) => watcher.Lines.Count(line => line["connected"] is not null);

    private static string Text(JsonNode told) => told.ToJsonString();

    private async Task<long> HeadAsync() => (long)(await Node.GetAsync($"{Path}/board")).Ok()["position"]!;

    private async Task CaughtUpAsync(Watcher watcher)
    {
        var head = await HeadAsync();
        await watcher.UntilAsync(watching => watching.Positions.LastOrDefault() == head, $"position {head} is seen");
    }

    private async Task SendVisitsAsync(int count)
    {
        var items = Enumerable.Range(_sent, count).Select(number => new { id = $"v{number}", type = "visit", member = $"m{number}", store = "bund" });
        _sent += count;
        (await Node.PostAsync($"{Path}/events", JsonSerializer.Serialize(items))).Ok();
    }
}
