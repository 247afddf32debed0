using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>A test about points, tiers, families and referrals on the shared node, with a chain of its own.</summary>
public abstract class MembershipTest(SharedNode shared) : ChainTest(shared)
{
    private int _ids;

    /// <summary>A key that this test has not used yet.</summary>
    protected string NewId() => $"i{Interlocked.Increment(ref _ids)}";

    protected async Task PolicyAsync(string json) => Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", json)).Status);

    protected async Task<long> BalanceAsync(string member) => (long)(await MemberAsync(member))["points"]!["balance"]!;

    protected Task UntilBalanceAsync(string member, long points) => Eventually.HoldsAsync(
        () => BalanceAsync(member), balance => balance == points, $"{member} has {points} points");

    /// <summary>Joins and names who brought her.</summary>
    protected async Task JoinAsync(string member, string? referrer = null, string? at = null) =>
        AssertTaken(await SendAsync(new { id = NewId(), type = "join", member, referrer, at }), 1);

    protected async Task BuyAsync(string member, decimal amount, string? orderId = null, string? at = null) =>
        AssertTaken(await SendAsync(new { id = NewId(), type = "purchase", member, amount, orderId, at }), 1);

    /// <summary>Her events of one kind, the oldest first.</summary>
    protected async Task<IReadOnlyList<JsonNode>> ToldAsync(string member, string type) =>
    [
        .. (await Node.GetAsync($"{Path}/members/{member}/timeline?limit=500")).Ok()["items"]!.AsArray()
            .Where(told => (string?)told!["type"] == type).Select(told => told!).Reverse(),
    ];

    /// <summary>Waits for an event of hers; returns what the latest of its kind says.</summary>
    protected async Task<JsonNode> UntilToldAsync(string member, string type) =>
        (await Eventually.HoldsAsync(() => ToldAsync(member, type), told => told.Count > 0, $"{member} is told '{type}'"))[^1]["data"]!;
}
