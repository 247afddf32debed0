using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Many reach for the last points of one member at the same moment: nobody spends what is not there (docs/domain §6).</summary>
public sealed class LastPointsTests(ThrowawayPostgres server) : IAsyncDisposable
{
    private const string Path = "/v1/chains/glow";
    private const int Desks = 10;

    private readonly List<TestNode> _nodes = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(30, 3)]
    public async Task Ten_desks_at_once_spend_no_more_than_she_has(int each, int times)
    {
        _nodes.Add(await TestNode.StartAsync());

        await SpendAsync(each, times);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(30, 3)]
    public async Task Nor_do_ten_desks_on_two_nodes_that_share_a_database(int each, int times)
    {
        string[] settings =
        [
            "Engagement:Database=postgres", $"ConnectionStrings:Engagement={await server.CreateDatabaseAsync()}", "Engagement:Postgres:MostConnections=8",
        ];
        _nodes.Add(await TestNode.StartAsync(settings));
        _nodes.Add(await TestNode.StartAsync(settings));

        await SpendAsync(each, times);
    }

    private async Task SpendAsync(int each, int times)
    {
        await _nodes[0].OpenChainAsync("glow");
        var buying = JsonSerializer.Serialize(Enumerable.Range(0, 5).Select(member => new { id = $"p{member}", type = "purchase", member = $"m{member}", amount = 100 }));
        (await _nodes[0].PostAsync($"{Path}/events", buying)).Ok();

        for (var member = 0; member < 5; member++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Desks).Select(desk => Task.Run(() => RedeemAsync(desk, $"m{member}", each), Cancel)));

            Assert.Equal(times, answers.Sum(answer => (int)answer.Ok()["accepted"]!));
            var refused = answers.SelectMany(answer => answer.Ok()["rejected"]!.AsArray()).Select(item => (string?)item!["code"]).ToList();
            Assert.Equal(Desks - times, refused.Count);
            Assert.All(refused, code => Assert.Equal("insufficient_points", code));
            foreach (var node in _nodes)
            {
                var statement = (await node.GetAsync($"{Path}/members/m{member}/points")).Ok();
                Assert.Equal(100 - (each * times), (int)statement["points"]!["balance"]!);
                Assert.All(statement["items"]!.AsArray(), line => Assert.True((int)line!["balance"]! >= 0));
                Assert.Equal(1 + times, statement["items"]!.AsArray().Count);
            }
        }
    }

    // Each desk has a connection of its own.
    private async Task<Answer> RedeemAsync(int desk, string member, int points)
    {
        using var client = new HttpClient { BaseAddress = _nodes[desk % _nodes.Count].Address, DefaultRequestHeaders = { Authorization = new("Bearer", TestNode.Key) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/events")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new[] { new { id = $"{member}-{desk}", type = "redeem", member, points } }), System.Text.Encoding.UTF8, "application/json"),
        };
        return await Answer.OfAsync(client, request);
    }
}
