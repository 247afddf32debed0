using System.Net;
using System.Text;
using System.Text.Json;
using Engagement.Hosting.Tests.Live;
using Engagement.Hosting.Tests.Node;

[assembly: AssemblyFixture(typeof(ThrowawayPostgres))]

namespace Engagement.Hosting.Tests.Shared;

/// <summary>
/// Two nodes, each with members of its own in memory, on one database: what a cluster does for a moment when it is torn, and
/// what happens by mistake. Whatever was acknowledged stays, and each node shows what the other did.
/// </summary>
public sealed class TwoNodesTests(ThrowawayPostgres server) : IAsyncLifetime
{
    private const string Chain = "glow";
    private const string Events = $"/v1/chains/{Chain}/events";

    private readonly List<TestNode> _nodes = [];
    private string _database = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_watcher_on_one_node_sees_once_and_in_order_what_members_on_both_do()
    {
        var (one, two) = await StartBothAsync();
        await using var here = await Watcher.StartAsync(one.Address, Chain);
        await using var there = await Watcher.StartAsync(two.Address, Chain);
        await here.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");
        await there.UntilAsync(watching => watching.Snapshots.Any(), "a snapshot comes");

        // The same members on both, so that the nodes are in each other's way all the time.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(batch => Task.Run(
            async () =>
            {
                var items = Enumerable.Range(0, 30).Select(number => new
                {
                    id = $"{batch}-{number}",
                    type = "purchase",
                    member = $"m{number % 6}",
                    amount = 10,
                });
                var taken = (await (batch % 2 == 0 ? one : two).PostAsync(Events, JsonSerializer.Serialize(items))).Ok();
                Assert.Equal(30, (int)taken["accepted"]!);
            },
            Cancel)));

        var head = (await one.FeedAsync(Chain)).Count;
        await here.UntilAsync(watching => watching.Positions.LastOrDefault() == head, "all is seen on one");
        await there.UntilAsync(watching => watching.Positions.LastOrDefault() == head, "all is seen on two");
        foreach (var watcher in new[] { here, there })
        {
            var from = (int)(long)watcher.Snapshots.Single()["position"]!;
            Assert.Equal(Enumerable.Range(from + 1, head - from).Select(position => (long)position), watcher.Positions);
        }

        for (var member = 0; member < 6; member++)
        {
            var told = (await two.GetAsync($"/v1/chains/{Chain}/members/m{member}")).Ok();
            Assert.Equal((100, 1000), ((int)told["rfm"]!["frequency"]!, (int)told["rfm"]!["monetary"]!));
        }
    }

    [Fact]
    public async Task A_chain_and_a_store_opened_on_one_node_are_there_on_the_other_at_once()
    {
        var (one, two) = await StartBothAsync();
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(201, (await one.PutAsync($"/v1/chains/{Chain}/stores/new{number}", """{"name":"New","timeZone":"Asia/Tokyo"}""")).Status);
            var taken = (await two.PostAsync(Events, $$"""[{"id":"n{{number}}","type":"visit","member":"li","store":"new{{number}}"}]""")).Ok();
            Assert.Equal(1, (int)taken["accepted"]!);
        }
    }

    [Fact]
    public async Task A_policy_changed_on_one_node_holds_on_the_other()
    {
        var (one, two) = await StartBothAsync();
        (await two.PostAsync(Events, """[{"id":"v1","type":"visit","member":"li"}]""")).Ok();
        var policy = (await two.GetAsync($"/v1/chains/{Chain}/policy")).Ok().AsObject();
        policy["points"]!["perCurrencyUnit"] = 7;

        Assert.Equal(200, (await one.PutAsync($"/v1/chains/{Chain}/policy", policy.ToJsonString())).Status);

        var there = await two.GetAsync($"/v1/chains/{Chain}/policy");
        Assert.Equal(7, (int)there.Ok()["points"]!["perCurrencyUnit"]!);
        using var stale = new HttpRequestMessage(HttpMethod.Put, $"/v1/chains/{Chain}/policy")
        {
            Headers = { IfMatch = { new("\"1\"") } },
            Content = new StringContent(policy.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        (await two.CallAsync(stale)).Problem(412, "version_conflict");
        var bought = 0;
        await Eventually.HoldsAsync(
            async () =>
            {
                await two.PostAsync(Events, $$"""[{"id":"p{{++bought}}","type":"purchase","member":"p{{bought}}","amount":10}]""");
                return (int)(await two.GetAsync($"/v1/chains/{Chain}/members/p{bought}")).Ok()["points"]!["balance"]!;
            },
            points => points == 70,
            "two has heard of it");
    }

    [Theory]
    [InlineData("/v1/chains/glow/members/a%00b", 400)]
    [InlineData("/v1/chains/glow/members/a%00b/timeline", 400)]
    [InlineData("/v1/chains/glow/members?q=%00", 400)]
    [InlineData("/v1/chains/glow/members?cursor=AAAA", 400)]
    [InlineData("/v1/chains/gl%00ow/members", 400)]
    [InlineData("/v1/chains/gl%00ow", 400)]
    [InlineData("/v1/chains/gl%00ow/board", 400)]
    [InlineData("/v1/chains/glow/board?store=%00", 404)]
    [InlineData("/v1/chains/glow/feed?after=%00", 400)]
    public async Task What_the_database_cannot_be_asked_for_is_answered_all_the_same(string path, int status)
    {
        var node = await StartAsync();
        await node.OpenChainAsync(Chain);

        Assert.Equal(status, (await node.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Whoever_signed_in_on_one_node_is_known_to_the_other()
    {
        var (one, two) = await StartBothAsync();
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        using var body = new StringContent($$"""{"key":"{{TestNode.Key}}"}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(new Uri(one.Address, "/v1/session"), body, Cancel)).StatusCode);

        // Cookies go by host, and both nodes are on this one.
        var answer = await browser.GetAsync(new Uri(two.Address, "/v1/session"), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Of_fifty_who_claim_a_task_at_once_one_has_it()
    {
        var (one, _) = await StartBothAsync();
        (await one.PostAsync(Events, """[{"id":"c","type":"complaint","member":"li","store":"bund"}]""")).Ok();
        var task = (string)Assert.Single((await one.GetAsync($"/v1/chains/{Chain}/tasks")).Ok()["items"]!.AsArray())!["id"]!;

        await FiftyClaims.MakeAsync(one, $"/v1/chains/{Chain}/tasks", task);
    }

    [Fact]
    public async Task Members_who_fall_due_are_woken_once_whichever_node_gets_to_them()
    {
        string[] clock = ["Engagement:Clock:Start=2026-01-01T00:00:00Z", "Engagement:Clock:Speed=2000000"];
        var one = await StartAsync();
        await one.OpenChainAsync(Chain);
        var visits = Enumerable.Range(0, 300).Select(number => new
        {
            id = $"v{number}",
            type = "visit",
            member = $"m{number}",
            at = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero).AddSeconds(number),
        });
        (await one.PostAsync(Events, JsonSerializer.Serialize(visits))).Ok();
        await one.StopAsync();

        var (fast, faster) = (await StartAsync(clock), await StartAsync(clock));
        // Half a year later all are lost.
        await Eventually.HoldsAsync(
            async () => (int)(await fast.GetAsync($"/v1/chains/{Chain}/members?stage=lost&limit=500")).Ok()["items"]!.AsArray().Count,
            lost => lost == 300,
            "all are lost");

        var feed = await faster.FeedAsync(Chain);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => (long)told["position"]!));
        var fallen = feed.Where(told => (string?)told["type"] == "stage_changed" && (string?)told["data"]!["to"] is "dormant" or "lost").ToList();
        Assert.Equal(600, fallen.Count);
        foreach (var changes in fallen.GroupBy(told => (string)told["member"]!))
        {
            var last = new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero).AddSeconds(int.Parse(changes.Key[1..], null));
            Assert.Equal([last.AddDays(90), last.AddDays(180)], changes.Select(told => (DateTimeOffset)told["at"]!));
        }
    }

    [Fact]
    public async Task A_history_loaded_through_one_node_is_not_overtaken_by_the_other()
    {
        var (one, two) = await StartBothAsync();
        // Both have been up for longer than a node waits for the rest of a history after a start.
        await Task.Delay(TimeSpan.FromSeconds(3.5), Cancel);
        (await two.PostAsync(Events, """[{"id":"wake","type":"visit","member":"somebody"}]""")).Ok();

        for (var month = 1; month <= 6; month++)
        {
            var visits = Enumerable.Range(0, 20).Select(number => new
            {
                id = $"h{month}-{number}",
                type = "visit",
                member = $"m{number}",
                at = new DateTimeOffset(2021, month, 1, 0, 0, 0, TimeSpan.Zero),
            });
            (await one.PostAsync(Events, JsonSerializer.Serialize(visits))).Ok();
            await Task.Delay(TimeSpan.FromSeconds(1.2), Cancel);
        }

        for (var number = 0; number < 20; number++)
        {
            var timeline = (await two.GetAsync($"/v1/chains/{Chain}/members/m{number}/timeline?limit=100")).Ok()["items"]!.AsArray();
            var stages = timeline.Reverse().Where(told => (string?)told!["type"] == "stage_changed")
                .Select(told => ((string?)told!["data"]!["to"], ((DateTimeOffset)told["at"]!).Month)).Take(4);
            Assert.Equal([("new", 1), ("effective", 2), ("active", 3), ("loyal", 5)], stages);
        }
    }

    private async Task<(TestNode One, TestNode Two)> StartBothAsync()
    {
        var nodes = (await StartAsync(), await StartAsync());
        await nodes.Item1.OpenChainAsync(Chain);
        return nodes;
    }

    private async Task<TestNode> StartAsync(params string[] settings)
    {
        var node = await TestNode.StartAsync(
            ["Engagement:Database=postgres", $"ConnectionStrings:Engagement={_database}", "Engagement:Postgres:MostConnections=8", .. settings]);
        _nodes.Add(node);
        return node;
    }
}
