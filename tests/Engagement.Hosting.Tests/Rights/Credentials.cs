using System.Net.Http.Json;
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
        new("first key", StaffRole.SystemAdministrator, Bearer(TestNode.Key)),
        await StaffAsync(node, StaffRole.SystemAdministrator),
        await StaffAsync(node, StaffRole.ChainHeadquarters),
        await StaffAsync(node, StaffRole.StoreManager),
        await StaffAsync(node, StaffRole.CareStaff),
        await KeyAsync(node, "whole chain", Grantable(), []),
        await KeyAsync(node, "one store", Grantable(), ["bund"]) with { IsConfined = true },
    ];

    /// <summary>Somebody of the staff, invited as people are, in the stores of the Bund where the role is of stores.</summary>
    public static async Task<Credential> StaffAsync(TestNode node, StaffRole role)
    {
        var name = StaffRoles.NameOf(role);
        var body = new JsonObject { ["signInName"] = name, ["name"] = name };
        if (role != StaffRole.SystemAdministrator)
            body["role"] = name;
        if (StaffRoles.IsOfStores(role))
            body["stores"] = new JsonArray("bund");
        var invited = (await node.PostAsync(role == StaffRole.SystemAdministrator ? "/v1/administrators" : "/v1/chains/glow/staff", body.ToJsonString())).Ok();
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = node.Address };
        using var accept = new HttpRequestMessage(HttpMethod.Post, "/v1/session/accept")
        {
            Content = JsonContent.Create(new { code = (string)invited["code"]!, password = "a long and quiet evening" }),
        };
        var accepted = await Answer.OfAsync(client, accept);
        accepted.Ok();
        return new("account: " + name, role, new Dictionary<string, string> { ["Cookie"] = accepted.Headers["Set-Cookie"].Split(';')[0] });
    }

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
