using System.Net.Http.Headers;
using System.Text;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Too many senders at once are told to wait, and nothing of theirs is half done.</summary>
public sealed class OverloadTests
{
    [Fact]
    public async Task Who_comes_when_too_many_are_waiting_is_told_when_to_come_again()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        // Nobody sends a body before the node asks for it.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(10) };
        using var senders = new HttpClient(handler) { BaseAddress = node.Address, DefaultRequestHeaders = { Authorization = new("Bearer", TestNode.Key) } };
        var finish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = Enumerable.Range(0, 90).Select(sender => SendAsync(senders, sender, finish.Task)).ToList();

        await Eventually.HoldsAsync(
            () => Task.FromResult(sending.Count(answer => answer.IsCompleted)), turnedAway => turnedAway == 10, "ten are turned away");
        foreach (var answer in sending.Where(answer => answer.IsCompleted))
        {
            (await answer).Problem(429, "busy");
            Assert.True(int.Parse((await answer).Headers["Retry-After"], null) >= 1);
        }

        finish.SetResult();
        var answers = await Task.WhenAll(sending);
        Assert.Equal(80, answers.Count(answer => answer.Status == 200));
        var expected = Enumerable.Range(0, 90).Where(sender => answers[sender].Status == 200).Select(sender => $"v{sender}").Order();
        Assert.Equal(expected, (await node.FeedAsync("glow")).Select(told => (string?)told["id"]).Where(id => id is not null).Order());
    }

    private static async Task<Answer> SendAsync(HttpClient client, int sender, Task finish)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chains/glow/events")
        {
            Content = new StreamContent(new Hesitant($$"""[{"id":"v{{sender}}","type":"visit","member":"m{{sender}}"}]""", finish)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = true;
        return await Answer.OfAsync(client, request);
    }

    /// <summary>A body that does not come before it may.</summary>
    private sealed class Hesitant(string body, Task go) : MemoryStream(Encoding.UTF8.GetBytes(body))
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await go.WaitAsync(cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await go.WaitAsync(cancellationToken);
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }
    }
}
