using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Nothing is told, and nothing taken, without a key.</summary>
public sealed class AccessTests(SharedNode shared)
{
    // Whoever takes one of these has not signed in yet.
    private static readonly (HttpMethod, string)[] WaysIn =
    [
        (HttpMethod.Post, "/v1/session"), (HttpMethod.Post, "/v1/session/link"), (HttpMethod.Post, "/v1/session/accept"),
        (HttpMethod.Get, "/v1/session/providers"), (HttpMethod.Get, "/v1/session/oidc/{provider}"),
    ];

    [Fact]
    public async Task No_call_of_the_API_is_answered_without_a_key()
    {
        using var stranger = new HttpClient { BaseAddress = shared.Node.Address };
        var calls = Calls((await shared.Node.GetAsync("/openapi/v1.json")).Ok()).ToList();
        Assert.True(calls.Count >= 15, "the description lists hardly anything");

        foreach (var (method, path) in calls.Except(WaysIn))
        {
            using var request = new HttpRequestMessage(method, path.Replace('{', 'x').Replace('}', 'x'));
            var answer = await Answer.OfAsync(stranger, request);
            answer.Problem(401, "unauthorized");
            Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
        }
    }

    [Theory]
    [InlineData("Bearer not-the-key")]
    [InlineData("Bearer ")]
    [InlineData("Bearer THE-KEY-OF-THIS-NODE")]
    [InlineData("Basic dGhlLWtleS1vZi10aGlzLW5vZGU=")]
    [InlineData("the-key-of-this-node")]
    public async Task A_key_that_is_none_opens_nothing(string authorization)
    {
        using var stranger = new HttpClient { BaseAddress = shared.Node.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/chains");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        (await Answer.OfAsync(stranger, request)).Problem(401, "unauthorized");
    }

    [Fact]
    public async Task A_key_in_the_query_opens_the_hub_and_nothing_else()
    {
        using var stranger = new HttpClient { BaseAddress = shared.Node.Address };
        using var api = new HttpRequestMessage(HttpMethod.Get, $"/v1/chains?access_token={TestNode.Key}");
        using var hub = new HttpRequestMessage(HttpMethod.Post, $"/hubs/live/negotiate?negotiateVersion=1&access_token={TestNode.Key}");

        (await Answer.OfAsync(stranger, api)).Problem(401, "unauthorized");
        Assert.NotNull((await Answer.OfAsync(stranger, hub)).Ok()["connectionToken"]);
    }

    [Theory]
    [InlineData("POST", "/hubs/live/negotiate?negotiateVersion=1")]
    [InlineData("GET", "/hubs/live?id=whatever")]
    [InlineData("POST", "/hubs/live/negotiate?negotiateVersion=1&access_token=wrong")]
    public async Task The_hub_is_closed_to_strangers(string method, string path)
    {
        using var stranger = new HttpClient { BaseAddress = shared.Node.Address };
        using var request = new HttpRequestMessage(new(method), path);

        (await Answer.OfAsync(stranger, request)).Problem(401, "unauthorized");
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Calls(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        where path.Key.StartsWith("/v1", StringComparison.Ordinal)
        from call in path.Value!.AsObject()
        select (new HttpMethod(call.Key.ToUpperInvariant()), path.Key);
}
