using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>A browser's connection to the live hub, by its cookie, in the hub's own protocol.</summary>
internal sealed class WatchedHub : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<WatchedHub> OpenAsync(Browser browser, string chain) =>
        OpenAsync(browser.Node, chain, ("Cookie", "engagement=" + browser.Cookie));

    /// <summary>A program's connection, by its key.</summary>
    public static Task<WatchedHub> OpenAsync(Uri node, string chain, string secret) => OpenAsync(node, chain, ("Authorization", "Bearer " + secret));

    private static async Task<WatchedHub> OpenAsync(Uri node, string chain, (string Name, string Value) credential)
    {
        var hub = new WatchedHub();
        hub._socket.Options.SetRequestHeader(credential.Name, credential.Value);
        await hub._socket.ConnectAsync(new UriBuilder(node) { Scheme = "ws", Path = "/hubs/live" }.Uri, Cancel);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        await hub.SendAsync($$"""{"type":4,"invocationId":"1","target":"Watch","arguments":[{"chain":"{{chain}}"}]}""");
        return hub;
    }

    /// <summary>Waits for the first item of the stream.</summary>
    public async Task UntilSnapshotAsync()
    {
        while (await NextAsync() is { } text)
        {
            if (text.Contains("\"snapshot\":{", StringComparison.Ordinal))
                return;
        }

        Assert.Fail("The hub hung up before it had sent anything.");
    }

    /// <summary>Listens until the node hangs up, or the stream ends; what it said last about why, if anything.</summary>
    public async Task<string?> UntilEndAsync()
    {
        string? why = null;
        while (await NextAsync() is { } text)
        {
            foreach (var message in text.Split(End, StringSplitOptions.RemoveEmptyEntries).Select(part => JsonNode.Parse(part)!))
            {
                if ((int?)message["type"] is 3 or 7)
                    why = (string?)message["error"];
            }
        }

        return why;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, Cancel);

    private async Task<string?> NextAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var got = await _socket.ReceiveAsync(buffer, Cancel);
                if (got.MessageType == WebSocketMessageType.Close)
                    return null;
                text.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
                if (got.EndOfMessage)
                    return text.ToString();
            }
        }
        catch (WebSocketException)
        {
            // The node hung up without a goodbye.
            return null;
        }
    }
}
