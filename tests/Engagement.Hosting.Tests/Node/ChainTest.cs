using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Node;

/// <summary>A test on the shared node with a chain of its own.</summary>
public abstract class ChainTest(SharedNode shared) : IAsyncLifetime
{
    protected TestNode Node => shared.Node;

    protected string Chain { get; } = shared.NewChain();

    protected string Path => $"/v1/chains/{Chain}";

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Node.OpenChainAsync(Chain);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends items and returns the answer's body.</summary>
    protected async Task<JsonNode> SendAsync(params object[] items) =>
        (await Node.PostAsync($"{Path}/events", JsonSerializer.Serialize(items))).Ok();

    protected async Task<JsonNode> SendTextAsync(string body) => (await Node.PostAsync($"{Path}/events", body)).Ok();

    protected async Task<JsonNode> MemberAsync(string member) => (await Node.GetAsync($"{Path}/members/{member}")).Ok();

    /// <summary>An instant so many days before now, as it is written on the wire.</summary>
    protected static string DaysAgo(double days) => Wire(DateTimeOffset.UtcNow.AddDays(-days));

    protected static string Wire(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Checks the counts of an answer to a batch, and the codes of what was rejected, by index.</summary>
    protected static void AssertTaken(JsonNode answer, int accepted, int duplicates = 0, params (int Index, string Code)[] rejected)
    {
        var refused = answer["rejected"]!.AsArray().Select(item => ((int)item!["index"]!, (string)item["code"]!));
        Assert.Equal(rejected, refused);
        Assert.Equal((accepted, duplicates), ((int)answer["accepted"]!, (int)answer["duplicates"]!));
        Assert.All(answer["rejected"]!.AsArray(), item => Assert.False(string.IsNullOrWhiteSpace((string?)item!["detail"])));
    }
}
