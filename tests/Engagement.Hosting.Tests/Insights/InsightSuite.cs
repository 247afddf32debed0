using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Insights;

/// <summary>
/// What a chain's past says, asked for over HTTP; the examples are those of docs/domain/insights.md. It is the middle of June 2026,
/// and nothing is given a second time. Each database inherits all of it.
/// </summary>
public abstract partial class InsightSuite : IAsyncLifetime
{
    protected const string Path = "/v1/chains/glow";

    private int _items;

    protected TestNode Node { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The settings that say which database it is.</summary>
    protected abstract Task<string[]> DatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync(
            [.. await DatabaseAsync(), "Engagement:Clock:Start=2026-06-15T04:00:00Z", "Engagement:Insights:FreshFor=00:00:00"]);
        await Node.OpenChainAsync("glow");
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<JsonNode> AskAsync(string path) => (await Node.GetAsync($"{Path}/{path}")).Ok();

    private Task TellAsync(params JsonObject[] items) => TellAsync((IEnumerable<JsonObject>)items);

    private async Task TellAsync(IEnumerable<JsonObject> items)
    {
        var all = items.ToList();
        var taken = (await Node.PostAsync($"{Path}/events", JsonSerializer.Serialize(all))).Ok();
        Assert.True((int)taken["accepted"]! == all.Count, taken.ToJsonString());
    }

    /// <summary>An item whose day may be written without a time: it is at noon then, by UTC.</summary>
    private JsonObject Item(string type, string member, string at, string? store = null) => new()
    {
        ["id"] = $"item {++_items}",
        ["type"] = type,
        ["member"] = member,
        ["store"] = store,
        ["at"] = at.Length == 10 ? at + "T12:00:00Z" : at,
    };

    private JsonObject Visit(string member, string at, string? store = null) => Item("visit", member, at, store);

    // Whatever falls due up to then is told at once, and nobody has to wait for the clock that wakes members.
    private IEnumerable<JsonObject> LivedUpTo(string at, params string[] members) => members.Select(member =>
    {
        var act = Item("act", member, at);
        act["name"] = "share";
        return act;
    });
}

/// <summary>The same over one SQLite file.</summary>
public sealed class SqliteInsightTests : InsightSuite
{
    protected override Task<string[]> DatabaseAsync() => Task.FromResult<string[]>([]);
}

/// <summary>The same over PostgreSQL.</summary>
public sealed class PostgresInsightTests(ThrowawayPostgres server) : InsightSuite
{
    protected override async Task<string[]> DatabaseAsync() =>
        ["Engagement:Database=postgres", $"ConnectionStrings:Engagement={await server.CreateDatabaseAsync()}", "Engagement:Postgres:MostConnections=8"];
}
