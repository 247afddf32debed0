using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Journal.Postgres;
using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>Several nodes on one database: none is in the way of another, and each hears what the others do.</summary>
public sealed class SharedDatabaseTests(ThrowawayPostgres server) : IAsyncLifetime
{
    private readonly List<PostgresStore> _nodes = [];
    private string _database = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task Ten_nodes_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(StartNode, Cancel)));

        Assert.True(await _nodes[9].Chains.SaveAsync(Glow.Chain(), Cancel));
        foreach (var node in _nodes)
            Assert.Equal("Glow 光彩", (await node.Chains.FindAsync(Glow.Id, Cancel))?.Name);
    }

    [Fact]
    public async Task Positions_have_no_gap_and_none_is_given_twice_whichever_node_a_member_is_on()
    {
        var nodes = new[] { Opened(StartNode()), Opened(StartNode()), Opened(StartNode()) };
        await nodes[0].Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");

        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Task.Run(
            () => nodes[number % 3].TellAsync(Glow.Member($"m{number}"), now, Glow.Visit($"v{number}", now)), Cancel)));

        var feed = await nodes[2].Queries.FeedAsync(Glow.Id, 0, 10_000, Cancel);
        Assert.Equal(300, feed.Count(told => told.Type == "visit"));
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => told.Position));
    }

    [Fact]
    public async Task Of_two_nodes_that_change_the_same_member_one_wins_each_time()
    {
        var (one, two) = (Opened(StartNode()), Opened(StartNode()));
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        var li = await one.TellAsync(Glow.Member("li"), now, Glow.Visit("first", now));

        for (var round = 0; round < 20; round++)
        {
            var results = await Task.WhenAll(
                one.Journal.AppendAsync(Turns.Of(li.Key, li, now, Glow.Visit($"a{round}", now)), Cancel).AsTask(),
                two.Journal.AppendAsync(Turns.Of(li.Key, li, now, Glow.Visit($"b{round}", now)), Cancel).AsTask());
            Assert.Single(results, result => result.IsCommitted);
            li = (await two.Journal.FindAsync(li.Key, Cancel))!;
        }

        var history = await one.Queries.HistoryAsync(li.Key, Cancel);
        Assert.Equal(21, history.Count(told => told.Type == "visit"));
    }

    [Fact]
    public async Task A_due_member_is_woken_by_one_node_only_however_many_ask_at_once()
    {
        var nodes = new[] { StartNode(), StartNode(), StartNode() };
        await nodes[0].Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-01-01");
        foreach (var member in Enumerable.Range(0, 200))
            await Opened(nodes[0]).TellAsync(Glow.Member($"m{member}"), now, Glow.Visit($"v{member}", now));
        var claim = new DueClaim(Glow.Id, new(long.MinValue), Glow.At("2030-01-01"), 7, TimeSpan.FromMinutes(1));
        var claimed = new ConcurrentBag<MemberKey>();

        await Task.WhenAll(nodes.Select(node => Task.Run(
            async () =>
            {
                while (await node.Due.ClaimDueAsync(claim, Cancel) is { Count: > 0 } due)
                {
                    foreach (var member in due)
                        claimed.Add(member.Key);
                }
            },
            Cancel)));

        Assert.Equal(200, claimed.Count);
        Assert.Equal(200, claimed.Distinct().Count());
        Assert.Null(await nodes[1].Due.NextDueAsync(Glow.Id, new(long.MinValue), Cancel));
    }

    [Fact]
    public async Task What_one_member_asks_of_another_is_brought_by_one_node_only_however_many_look_at_once()
    {
        var nodes = new[] { StartNode(), StartNode(), StartNode() };
        await nodes[0].Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        foreach (var friend in Enumerable.Range(0, 200))
            await Opened(nodes[0]).TellAsync(Glow.Member($"f{friend}"), now, Glow.Join($"j{friend}", now, referrer: "zhao"));
        var claimed = new ConcurrentBag<long>();

        await Task.WhenAll(nodes.Select(node => Task.Run(
            async () =>
            {
                while (await node.Errands.ClaimAsync(7, TimeSpan.FromMinutes(1), Cancel) is { Count: > 0 } errands)
                {
                    foreach (var errand in errands)
                        claimed.Add(errand.Number);
                }
            },
            Cancel)));

        Assert.Equal(200, claimed.Count);
        Assert.Equal(200, claimed.Distinct().Count());
    }

    [Fact]
    public async Task Nodes_that_are_asked_for_the_same_code_at_once_give_the_same()
    {
        var nodes = new[] { StartNode(), StartNode(), StartNode() };
        await nodes[0].Chains.SaveAsync(Glow.Chain(), Cancel);

        var codes = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => nodes[number % 3].Referrals.CodeAsync(Glow.Member("zhao"), Cancel).AsTask(), Cancel)));

        Assert.Single(codes.Distinct());
    }

    [Fact]
    public async Task A_node_hears_what_another_stored_and_nothing_of_its_own()
    {
        var (one, two) = (StartNode(), StartNode());
        var heard = new ConcurrentQueue<(string Node, ChainId Chain, long Head)>();
        one.Journal.Advanced += (chain, head) => heard.Enqueue(("one", chain, head));
        two.Journal.Advanced += (chain, head) => heard.Enqueue(("two", chain, head));
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");

        var number = 0;
        while (!heard.Any(said => said.Node == "two"))
        {
            // Whoever has just started may not be listening yet.
            await Opened(one).TellAsync(Glow.Member("li"), now, Glow.Visit($"v{number++}", now));
            await Task.Delay(20, Cancel);
        }

        Assert.All(heard, said => Assert.Equal(("two", Glow.Id), (said.Node, said.Chain)));
        Assert.InRange(heard.Max(said => said.Head), 1, await two.Journal.HeadAsync(Glow.Id, Cancel));
    }

    [Fact]
    public async Task A_node_hears_that_another_changed_a_chain()
    {
        var (one, two) = (StartNode(), StartNode());
        using var changed = new SemaphoreSlim(0);
        two.Chains.Changed += () => changed.Release();
        // Once when it begins to listen; then for the change.
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        await changed.WaitAsync(Cancel);
        while (changed.Wait(0, Cancel))
        {
        }

        await one.Chains.SaveAsync(Glow.Chain() with { Version = 2, Name = "Glow again" }, Cancel);

        await changed.WaitAsync(Cancel);
        Assert.Equal(2, (await two.Chains.VersionsAsync(Cancel))[Glow.Id]);
    }

    [Fact]
    public async Task History_that_is_loaded_on_one_node_is_known_to_all_until_it_has_settled()
    {
        var time = new ManualTime();
        var (one, two) = (StartNode(time), StartNode(time));
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        Assert.False(await two.Due.IsHistoryHeldAsync(Glow.Id, Cancel));

        await one.Due.HoldHistoryAsync(Glow.Id, TimeSpan.FromSeconds(7), Cancel);
        await one.Due.HoldHistoryAsync(Glow.Id, TimeSpan.FromSeconds(3), Cancel);

        time.Advance(TimeSpan.FromSeconds(6));
        Assert.True(await two.Due.IsHistoryHeldAsync(Glow.Id, Cancel));
        Assert.False(await two.Due.IsHistoryHeldAsync(new("nowhere"), Cancel));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await two.Due.IsHistoryHeldAsync(Glow.Id, Cancel));
    }

    private PostgresStore StartNode() => StartNode(TimeProvider.System);

    private PostgresStore StartNode(TimeProvider time)
    {
        var node = new PostgresStore(new() { ConnectionString = _database, MostConnections = 6 }, time);
        lock (_nodes)
            _nodes.Add(node);
        return node;
    }

    private static OpenedStore Opened(PostgresStore node) =>
        new(node, () => ValueTask.CompletedTask);
}
