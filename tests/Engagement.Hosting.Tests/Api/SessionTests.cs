using System.Net;
using System.Text;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Tests.Node;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Staff sign a browser in with a key or a link, and out again.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly CookieContainer _cookies = new();
    private TestNode _node = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        _browser = Browser();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task A_browser_that_signed_in_with_a_key_needs_it_no_more()
    {
        var signedIn = await SignInAsync($$"""{"key":"{{TestNode.Key}}"}""");

        Assert.Equal(("Administrator", "system_administrator"), ((string?)signedIn.Ok()["name"], (string?)signedIn.Ok()["role"]));
        Assert.Contains("httponly", signedIn.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", signedIn.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(signedIn.Ok().ToJsonString(), (await CallAsync(HttpMethod.Get, "/v1/session")).Ok().ToJsonString());
        Assert.Equal(200, (await CallAsync(HttpMethod.Get, "/v1/chains")).Status);
        Assert.Equal(200, (await CallAsync(HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1")).Status);
    }

    [Fact]
    public async Task A_browser_that_signed_out_is_a_stranger_again()
    {
        await SignInAsync($$"""{"key":"{{TestNode.Key}}"}""");

        Assert.Equal(204, (await CallAsync(HttpMethod.Delete, "/v1/session")).Status);

        (await CallAsync(HttpMethod.Get, "/v1/chains")).Problem(401, "unauthorized");
    }

    [Fact]
    public async Task A_sign_in_link_works_once()
    {
        var code = await _node.Services.GetRequiredService<AccessKeys>().IssueCodeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(200, (await SignInAsync($$"""{"code":"{{code}}"}""")).Status);
        Assert.Equal(200, (await CallAsync(HttpMethod.Get, "/v1/chains")).Status);

        (await SignInAsync($$"""{"code":"{{code}}"}""")).Problem(401, "invalid_key");
    }

    [Theory]
    [InlineData("""{"key":"wrong"}""")]
    [InlineData("""{"code":"wrong"}""")]
    [InlineData("""{"code":"the-key-of-this-node"}""")]
    [InlineData("""{"key":""}""")]
    [InlineData("""{"key":null,"code":null}""")]
    [InlineData("{}")]
    public async Task What_is_no_key_and_no_code_signs_nobody_in(string body)
    {
        var answer = await SignInAsync(body);

        answer.Problem(401, "invalid_key");
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"key\":7}")]
    [InlineData("not JSON")]
    public async Task A_sign_in_that_cannot_be_read_is_a_bad_request(string body)
    {
        var answer = await SignInAsync(body);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.NotNull(answer.Body!["code"]);
    }

    [Fact]
    public async Task A_cookie_outlives_a_restart_of_the_node()
    {
        await SignInAsync($$"""{"key":"{{TestNode.Key}}"}""");

        await _node.RestartAsync();
        _browser.Dispose();
        _browser = Browser();

        Assert.Equal(200, (await CallAsync(HttpMethod.Get, "/v1/session")).Status);
    }

    private HttpClient Browser()
    {
        foreach (Cookie cookie in _cookies.GetAllCookies())
            cookie.Expired = false;
        return new(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = _node.Address };
    }

    private async Task<Answer> SignInAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/session")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await Answer.OfAsync(_browser, request);
    }

    private async Task<Answer> CallAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await Answer.OfAsync(_browser, request);
    }
}
