using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>A browser with cookies of its own, on one node or another.</summary>
internal sealed class Browser : IDisposable
{
    public const string Password = "a long walk by the river";

    private readonly CookieContainer _cookies;
    private readonly HttpClient _client;

    public Browser(TestNode node, CookieContainer? cookies = null, bool followsRedirects = true)
    {
        _cookies = cookies ?? new();
        Node = node.Address;
        _client = new(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = followsRedirects }) { BaseAddress = node.Address };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    public Uri Node { get; }

    public string AccountId { get; private set; } = "";

    /// <summary>The value of the sign-in cookie.</summary>
    public string? Cookie => _cookies.GetCookies(Node)["engagement"]?.Value;

    /// <summary>Makes an account by an invitation of the key's, accepts it and is signed in with it.</summary>
    public static async Task<Browser> JoinAsync(TestNode node, string? chain, string role, string signInName, params string[] stores)
    {
        var invited = await node.PostAsync(
            chain is null ? "/v1/administrators" : $"/v1/chains/{chain}/staff",
            JsonSerializer.Serialize(chain is null ? new { signInName } : (object)new { signInName, name = signInName, role, stores }));
        var browser = new Browser(node);
        (await browser.AcceptAsync((string)invited.Ok()["code"]!)).Ok();
        browser.AccountId = (string)invited.Body!["account"]!["id"]!;
        return browser;
    }

    /// <summary>The same cookie, shown to another node.</summary>
    public Browser On(TestNode other)
    {
        var cookies = new CookieContainer();
        cookies.Add(other.Address, new System.Net.Cookie("engagement", Cookie));
        return new(other, cookies);
    }

    public Task<Answer> AcceptAsync(string code, string password = Password, string? totp = null, string? signInName = null) =>
        PostAsync("/v1/session/accept", new { code, password, totp, signInName });

    public Task<Answer> SignInAsync(string signInName, string? password = Password, string? totp = null) =>
        PostAsync("/v1/session", new { signInName, password, totp });

    public Task<Answer> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => CallAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, object? body = null) => CallAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object body) => CallAsync(HttpMethod.Put, path, body);

    public async Task<JsonNode?> SessionAsync() => await GetAsync("/v1/session") is { Status: 200 } answer ? answer.Body : null;

    public async Task<Answer> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        return await Answer.OfAsync(_client, request);
    }

    public void Dispose() => _client.Dispose();
}
