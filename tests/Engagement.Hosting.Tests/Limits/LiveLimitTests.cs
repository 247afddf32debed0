using System.Net.WebSockets;
using System.Text;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Limits;

/// <summary>A live connection asks no more than is good for the others, and nobody opens too many.</summary>
public sealed class LiveLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Streams_beyond_those_a_connection_may_have_are_refused_with_a_reason()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:StreamsOfConnection=2");
        await node.OpenChainAsync("glow");
        using var live = await OpenAsync(node);

        for (var stream = 1; stream <= 3; stream++)
            await SendAsync(live, $$"""{"type":4,"invocationId":"{{stream}}","target":"Watch","arguments":[{"chain":"glow"}]}""");

        Assert.Contains("too_many_streams", await HearUntilAsync(live, "too_many"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_come_too_fast_are_refused_with_a_reason()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:LiveCallsOfConnection=1");
        using var live = await OpenAsync(node);

        for (var call = 1; call <= 12; call++)
            await SendAsync(live, $$"""{"type":4,"invocationId":"{{call}}","target":"Watch","arguments":[{"chain":"nowhere"}]}""");

        Assert.Contains("too_many_calls", await HearUntilAsync(live, "too_many"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_beyond_those_a_caller_may_have_is_closed_and_one_that_is_given_up_makes_room()
    {
        await using var node = await TestNode.StartAsync("Engagement:Limits:LiveConnectionsOfCaller=1");
        using (var first = await OpenAsync(node))
        {
            using var second = await OpenAsync(node);
            Assert.Contains("\"type\":7", await HearUntilAsync(second, "\"type\":7"), StringComparison.Ordinal);
            await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        }

        await Eventually.HoldsAsync(
            async () =>
            {
                using var third = await OpenAsync(node);
                await SendAsync(third, """{"type":4,"invocationId":"1","target":"Watch","arguments":[{"chain":"nowhere"}]}""");
                return await HearUntilAsync(third, "\"type\":7", "unknown_chain");
            },
            told => told.Contains("unknown_chain", StringComparison.Ordinal),
            "there is room again");
    }

    private static async Task<ClientWebSocket> OpenAsync(TestNode node)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(node.Address) { Scheme = "ws", Path = "/hubs/live", Query = $"access_token={TestNode.Key}" }.Uri, Cancel);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string frame) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame + "\u001e"), WebSocketMessageType.Text, true, Cancel);

    /// <summary>All that is heard up to one of these words, or to the end.</summary>
    private static async Task<string> HearUntilAsync(ClientWebSocket socket, params string[] words)
    {
        var (heard, buffer) = (new StringBuilder(), new byte[64 * 1024]);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, Cancel);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            var told = heard.ToString();
            if (received.MessageType == WebSocketMessageType.Close || words.Any(word => told.Contains(word, StringComparison.Ordinal)))
                return told;
        }
    }
}
