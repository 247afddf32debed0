using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Shared.Fuzzing;

/// <summary>Frames of the live hub's protocol, right ones and rubbish, on connections of their own.</summary>
internal sealed class HubFuzz(Uri node, string key, Findings findings)
{
    private const char End = '\u001e';

    /// <summary>One connection with up to <paramref name="most"/> frames.</summary>
    public async Task<int> OnceAsync(Dirt dirt, int most, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var sent = 0;
        try
        {
            var address = new UriBuilder(node) { Scheme = "ws", Path = "/hubs/live", Query = "access_token=" + Uri.EscapeDataString(key) }.Uri;
            await socket.ConnectAsync(address, patience.Token).ConfigureAwait(false);
            await SendAsync(socket, dirt.Chance(0.9) ? """{"protocol":"json","version":1}""" : dirt.Text(), dirt, patience.Token).ConfigureAwait(false);
            var heard = HearAsync(socket, patience.Token);
            while (sent < most && socket.State == WebSocketState.Open)
            {
                await SendAsync(socket, Frame(dirt), dirt, patience.Token).ConfigureAwait(false);
                findings.Frame();
                sent++;
            }

            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
            await heard.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // A hub may hang up on rubbish.
        }

        return Math.Max(1, sent);
    }

    private static string Frame(Dirt dirt)
    {
        if (dirt.Chance(0.1))
            return dirt.Text();
        var frame = new JsonObject
        {
            ["type"] = dirt.Chance(0.8) ? dirt.One<int>([1, 4]) : dirt.Next(12) - 2,
            ["invocationId"] = dirt.Chance(0.9) ? dirt.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture) : dirt.Text(),
            ["target"] = dirt.Chance(0.9) ? dirt.One<string>(["Watch", "WatchRecall", "watch", "OnConnectedAsync", "Dispose"]) : dirt.Text(),
            ["arguments"] = new JsonArray([.. Enumerable.Range(0, dirt.Chance(0.85) ? 1 : dirt.Next(4)).Select(_ => Argument(dirt))]),
        };
        if (dirt.Chance(0.1))
            frame["streamIds"] = new JsonArray(dirt.Text());
        return JsonSerializer.Serialize(frame);
    }

    private static JsonNode? Argument(Dirt dirt) => dirt.Chance(0.1)
        ? dirt.Text()
        : new JsonObject
        {
            ["chain"] = dirt.Chance(0.8) ? "glow" : dirt.Text(),
            ["store"] = dirt.Chance(0.6) ? null : dirt.Chance(0.5) ? "bund" : dirt.Text(),
            ["after"] = dirt.Next(4) switch { 0 => null, 1 => dirt.Next(200) - 100, 2 => long.MaxValue, _ => dirt.Text() },
        };

    private static Task SendAsync(ClientWebSocket socket, string frame, Dirt dirt, CancellationToken cancellation) => socket.SendAsync(
        dirt.Spoil(frame + End), dirt.Chance(0.98) ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, cancellation);

    private async Task HearAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, cancellation).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                var text = Encoding.UTF8.GetString(buffer, 0, received.Count);
                // The framework's words for what nobody caught; a refusal of ours has a code.
                if (text.Contains("An unexpected error occurred invoking", StringComparison.Ordinal)
                    || (text.Contains("while streaming results", StringComparison.Ordinal) && !text.Contains("HubException", StringComparison.Ordinal)))
                    findings.Fault("hub: " + (text.Length > 600 ? text[..600] : text));
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            // Hung up.
        }
    }
}
