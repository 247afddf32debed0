using System.Text.Json.Nodes;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>Somebody who can sign in: of the chain glow, and where confined to stores, of the Bund.</summary>
/// <param name="Headers">What each request carries.</param>
/// <param name="IsConfined">Whether a key is for stores only; roles that always are need no saying.</param>
internal sealed record Credential(string Name, StaffRole Role, IReadOnlyDictionary<string, string> Headers, bool IsConfined = false)
{
    public HttpClient Client(TestNode node)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = node.Address };
        foreach (var (name, value) in Headers)
            client.DefaultRequestHeaders.Add(name, value);
        return client;
    }

    /// <summary>How far a call reaches for this one, by the page's row.</summary>
    public string Reach(string[] row, bool isAboutAStore, bool isOfTheWholeChain)
    {
        var reach = row[(int)Role];
        return IsConfined && reach == "chain" && !isOfTheWholeChain ? isAboutAStore ? "store" : "–" : reach;
    }
}

/// <summary>One of each kind.</summary>
internal static class Credentials
{
    public static async Task<IReadOnlyList<Credential>> AllAsync(TestNode node) =>
    [
        new("administrator", StaffRole.SystemAdministrator, Bearer(TestNode.Key)),
        await KeyAsync(node, "whole chain", Grantable(), []),
        await KeyAsync(node, "one store", Grantable(), ["bund"]) with { IsConfined = true },
    ];

    public static async Task<Credential> KeyAsync(TestNode node, string name, IEnumerable<string> scopes, IEnumerable<string> stores)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]),
            ["stores"] = new JsonArray([.. stores.Select(store => (JsonNode)store)]),
        };
        var made = (await node.PostAsync("/v1/chains/glow/keys", body.ToJsonString())).Ok();
        return new("key: " + name, StaffRole.Integrator, Bearer((string)made["secret"]!));
    }

    private static IEnumerable<string> Grantable() => Enum.GetValues<Right>()
        .Where(right => RightsTable.Of(StaffRole.Integrator, right) != Reach.Nowhere).Select(RightsTable.NameOf);

    private static Dictionary<string, string> Bearer(string secret) => new() { ["Authorization"] = "Bearer " + secret };
}
