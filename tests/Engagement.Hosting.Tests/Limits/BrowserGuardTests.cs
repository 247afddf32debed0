using System.Net;
using System.Text;
using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Limits;

/// <summary>No page of others acts here through somebody's browser, and no answer can be made into a page.</summary>
public sealed class BrowserGuardTests(SharedNode shared)
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    public async Task What_a_page_of_another_site_sends_with_the_cookie_is_refused(string header, string value)
    {
        using var browser = await SignedInAsync();

        (await SendAsync(browser, HttpMethod.Put, "/v1/chains/cross", header, value)).Problem(403, "cross_site");
        (await SendAsync(browser, HttpMethod.Post, "/v1/session", header, value)).Problem(403, "cross_site");
        (await SendAsync(browser, HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1", header, value)).Problem(403, "cross_site");
        (await SendAsync(browser, HttpMethod.Get, "/hubs/live", header, value)).Problem(403, "cross_site");
        Assert.Equal(200, (await SendAsync(browser, HttpMethod.Get, "/v1/chains", header, value)).Status);
    }

    [Fact]
    public async Task What_the_apps_own_pages_send_is_taken_and_what_programs_send_with_a_key_too()
    {
        using var browser = await SignedInAsync();
        var own = shared.Node.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(200, (await SendAsync(browser, HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1", "Origin", own)).Status);
        Assert.Equal(200, (await SendAsync(browser, HttpMethod.Post, "/hubs/live/negotiate?negotiateVersion=1", "Sec-Fetch-Site", "same-origin")).Status);
        Assert.Equal(201, (await SendAsync(shared.Node.Client, HttpMethod.Put, "/v1/chains/cross-by-key", "Origin", "https://program.example")).Status);
    }

    [Theory]
    [InlineData("/v1/chains")]
    [InlineData("/v1/nothing")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    public async Task Every_answer_tells_browsers_what_not_to_do_with_it(string path)
    {
        using var response = await shared.Node.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        if (path != "/")
            Assert.Equal("no-store", Header("Cache-Control"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));

        string Header(string name) => string.Join(",", response.Headers.TryGetValues(name, out var values) ? values : []);
    }

    [Fact]
    public async Task Pages_of_other_origins_may_read_only_where_the_operator_names_them_and_never_with_the_cookie()
    {
        await using var node = await TestNode.StartAsync("Engagement:Cors:Origins=https://crm.example");

        Assert.Equal("https://crm.example", await AllowedAsync(node, "https://crm.example"));
        Assert.Equal("", await AllowedAsync(node, "https://evil.example"));
        Assert.Equal("", await AllowedAsync(shared.Node, "https://crm.example"));
    }

    private static async Task<string> AllowedAsync(TestNode node, string origin)
    {
        using var client = new HttpClient { BaseAddress = node.Address };
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/chains");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        return string.Join(",", response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values : []);
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = shared.Node.Address };
        using var content = new StringContent(JsonSerializer.Serialize(new { key = TestNode.Key }), Encoding.UTF8, "application/json");
        using var response = await browser.PostAsync("/v1/session", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return browser;
    }

    private static async Task<Answer> SendAsync(HttpClient client, HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(header, value);
        if (method == HttpMethod.Put)
            request.Content = new StringContent("""{"name":"Cross"}""", Encoding.UTF8, "application/json");
        return await Answer.OfAsync(client, request);
    }
}
