using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Limits;

/// <summary>Nobody gets more of a node than is good for the others.</summary>
public sealed class LimitTests
{
    private static readonly string[] Scopes = ["see_chain", "record_acts"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait_and_nobody_else_has_to()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:CallsOfCaller=1", "Engagement:Limits:BurstOfCaller=5");
        await node.OpenChainAsync("glow");
        using var one = await ProgramAsync(node, "till");
        using var other = await ProgramAsync(node, "desk");

        var answers = new List<Answer>();
        for (var call = 0; call < 10; call++)
            answers.Add(await GetAsync(one, "/v1/chains"));

        Assert.All(answers.Take(5), answer => Assert.Equal(200, answer.Status));
        var refused = answers.Last(answer => answer.Status != 200);
        refused.Problem(429, "too_many_requests");
        Assert.True(int.Parse(refused.Headers["Retry-After"], null) >= 1);
        Assert.Equal(200, (await GetAsync(other, "/v1/chains")).Status);
        Assert.Equal(200, (await node.GetAsync("/v1/chains")).Status);
    }

    [Fact]
    public async Task Strangers_are_counted_by_their_address()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:CallsOfStranger=1", "Engagement:Limits:BurstOfStranger=3");
        using var stranger = new HttpClient { BaseAddress = node.Address };

        var answers = new List<int>();
        for (var call = 0; call < 6; call++)
            answers.Add((await GetAsync(stranger, "/v1/chains")).Status);

        Assert.Equal([401, 401, 401], answers.Take(3));
        Assert.Contains(429, answers);
        Assert.Equal(200, (await node.GetAsync("/v1/chains")).Status);
        Assert.Equal(200, (await GetAsync(stranger, "/healthz")).Status);
    }

    [Fact]
    public async Task Guessing_how_to_sign_in_is_held_up_and_signing_in_rightly_is_not()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:FailedSignIns=3");
        using var browser = new HttpClient { BaseAddress = node.Address };
        for (var time = 0; time < 10; time++)
            Assert.Equal(200, (await SignInAsync(browser, TestNode.Key)).Status);

        for (var guess = 0; guess < 3; guess++)
            Assert.Equal(401, (await SignInAsync(browser, $"guess {guess}")).Status);

        var refused = await SignInAsync(browser, TestNode.Key);
        refused.Problem(429, "too_many_sign_ins");
        Assert.True(int.Parse(refused.Headers["Retry-After"], null) >= 1);
    }

    [Theory]
    [InlineData("10.9.8.7", true)]
    [InlineData("127.0.0.0/8", false)]
    public async Task Only_a_proxy_that_is_named_is_believed_when_it_says_for_whom_it_asks(string proxy, bool areAllOne)
    {
        await using var node = await TestNode.StartAsync(
            $"Engagement:Proxies={proxy}", "Engagement:Limits:CallsOfStranger=1", "Engagement:Limits:BurstOfStranger=2");
        using var client = new HttpClient { BaseAddress = node.Address };

        var answers = new List<int>();
        for (var call = 0; call < 6; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/chains");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{call}");
            answers.Add((await Answer.OfAsync(client, request)).Status);
        }

        Assert.Equal(areAllOne, answers.Contains(429));
    }

    [Fact]
    public async Task A_body_larger_than_a_call_takes_is_refused_and_batches_may_be_large()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        var large = new string('x', 300 * 1024);

        (await node.PutAsync("/v1/chains/glow/policy", $$"""{"note":"{{large}}"}""")).Problem(413, "too_large");
        (await node.PostAsync("/v1/chains/glow/events", $$"""[{"id":"v1","type":"visit","member":"li","service":"{{large}}"}]""")).Ok();
    }

    [Fact]
    public async Task A_slow_sender_holds_up_nobody_but_herself()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:BatchesOfCaller=20");
        await node.OpenChainAsync("glow");
        using var program = await ProgramAsync(node, "till");
        var key = program.DefaultRequestHeaders.Authorization!.Parameter!;
        var lines = new List<TcpClient>();

        for (var sender = 0; sender < 20; sender++)
            Assert.StartsWith("HTTP/1.1 100", await BeginAsync(node, key, lines), StringComparison.Ordinal);

        // One more than she has places for; all others have theirs.
        Assert.StartsWith("HTTP/1.1 429", await BeginAsync(node, key, lines), StringComparison.Ordinal);
        (await node.PostAsync("/v1/chains/glow/events", """[{"id":"v1","type":"visit","member":"li"}]""")).Ok();
        lines.ForEach(line => line.Dispose());
    }

    /// <summary>Begins a batch and sends no more of it; the first line of the answer.</summary>
    private static async Task<string> BeginAsync(TestNode node, string key, List<TcpClient> lines)
    {
        var line = new TcpClient();
        lines.Add(line);
        await line.ConnectAsync(node.Address.Host, node.Address.Port, Cancel);
        var head = $"POST /v1/chains/glow/events HTTP/1.1\r\nHost: {node.Address.Authority}\r\nAuthorization: Bearer {key}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n";
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
        var answer = new byte[12];
        await line.GetStream().ReadExactlyAsync(answer, Cancel);
        return Encoding.ASCII.GetString(answer);
    }

    /// <summary>A program with a key of its own.</summary>
    private static async Task<HttpClient> ProgramAsync(TestNode node, string name)
    {
        var made = (await node.PostAsync("/v1/chains/glow/keys", JsonSerializer.Serialize(new { name, scopes = Scopes }))).Ok();
        return new() { BaseAddress = node.Address, DefaultRequestHeaders = { Authorization = new("Bearer", (string)made["secret"]!) } };
    }

    private static async Task<Answer> GetAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Answer.OfAsync(client, request);
    }

    private static async Task<Answer> SignInAsync(HttpClient browser, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/session")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { key }), Encoding.UTF8, "application/json"),
        };
        return await Answer.OfAsync(browser, request);
    }
}
