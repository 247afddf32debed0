using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Engagement.Bench;

/// <summary>
/// From the answer to a sender until the event is at a watcher, over a real WebSocket in SignalR's JSON protocol, at a steady
/// load. A watcher is given at most ten items a second, so that an unlucky event waits nearly 100 ms by design.
/// </summary>
internal static class LiveLatency
{
    private const char End = '\u001e';

    public static async Task<(double Median, double P99, int Count)> MeasureAsync(ServerProcess server, int perSecond, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", ServerProcess.Credential.ToString());
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri, default);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await SendAsync(socket, $$"""{"type":4,"invocationId":"1","target":"Watch","arguments":[{"chain":"{{EmbeddedNode.Chain}}"}]}""");
        var arrived = new ConcurrentDictionary<string, long>();
        var first = new TaskCompletionSource();
        var receiving = ReceiveAsync(socket, arrived, first, stop.Token);
        await first.Task;

        var answered = new ConcurrentDictionary<string, long>();
        var sending = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var number = 0; watch.Elapsed < time; number++)
        {
            sending.Add(PostAsync(server, $"live{number}", number, answered));
            var next = TimeSpan.FromSeconds((number + 1.0) / perSecond) - watch.Elapsed;
            if (next > TimeSpan.Zero)
                await Task.Delay(next);
        }

        await Task.WhenAll(sending);
        while (answered.Keys.Any(id => !arrived.ContainsKey(id)) && watch.Elapsed < time + TimeSpan.FromSeconds(10))
            await Task.Delay(50);
        await stop.CancelAsync();
        await receiving;
        var latencies = answered
            .Select(answer => Math.Max(0, Stopwatch.GetElapsedTime(answer.Value, arrived[answer.Key]).TotalMilliseconds))
            .Order().ToList();
        return (latencies[latencies.Count / 2], latencies[latencies.Count * 99 / 100], latencies.Count);
    }

    private static async Task PostAsync(ServerProcess server, string id, int number, ConcurrentDictionary<string, long> answered)
    {
        using var body = new StringContent(
            $$"""[{"id":"{{id}}","type":"visit","member":"L-{{number % 5000}}"}]""", Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync($"/v1/chains/{EmbeddedNode.Chain}/events", body);
        answer.EnsureSuccessStatusCode();
        answered[id] = Stopwatch.GetTimestamp();
    }

    private static async Task ReceiveAsync(
        ClientWebSocket socket, ConcurrentDictionary<string, long> arrived, TaskCompletionSource first, CancellationToken stop)
    {
        var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), stop);
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                var now = Stopwatch.GetTimestamp();
                foreach (var text in Encoding.UTF8.GetString(message.ToArray()).Split(End, StringSplitOptions.RemoveEmptyEntries))
                    Note(text, now, arrived, first);
                message.SetLength(0);
            }
        }
        catch (OperationCanceledException)
        {
            // Everything that was sent has arrived.
        }
    }

    private static void Note(string text, long now, ConcurrentDictionary<string, long> arrived, TaskCompletionSource first)
    {
        using var document = JsonDocument.Parse(text);
        if (!document.RootElement.TryGetProperty("item", out var item))
            return;
        first.TrySetResult();
        if (!item.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
            return;
        foreach (var happened in events.EnumerateArray())
        {
            if (happened.TryGetProperty("id", out var id))
                arrived.TryAdd(id.GetString()!, now);
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text + End), WebSocketMessageType.Text, true, default);
}
