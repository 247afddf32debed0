using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>A call of the hub, in the frames of its own protocol.</summary>
internal static class HubCall
{
    private const char End = '\u001e';

    /// <summary>What a stream of the hub answers first: an item, or that it has ended.</summary>
    public static async Task<(bool IsItem, string Frame)> FirstAsync(TestNode node, Credential credential, string method, Target target)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var socket = new ClientWebSocket();
        foreach (var (name, value) in credential.Headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(new UriBuilder(node.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri, cancel);
        await SendAsync(new { protocol = "json", version = 1 });
        await SendAsync(new { type = 4, invocationId = "1", target = method, arguments = new[] { new { chain = target.Chain, store = target.Store } } });
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, cancel);
            if (received.MessageType == WebSocketMessageType.Close)
                return (false, "closed");
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            foreach (var frame in text.ToString().Split(End)[..^1])
            {
                switch ((int?)JsonNode.Parse(frame)!["type"])
                {
                    case 2:
                        return (true, "item");
                    case 3:
                        return (false, frame);
                }
            }
        }

        Task SendAsync(object frame) => socket.SendAsync(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(frame) + End), WebSocketMessageType.Text, endOfMessage: true, cancel);
    }
}
