using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Engagement.Bench;

/// <summary>Events a second over HTTP: batches of 1,000, a few senders at once.</summary>
internal static class HttpEvents
{
    private const int BatchSize = 1000;

    public static async Task<double> MeasureAsync(ServerProcess server, int members, int senders, TimeSpan time)
    {
        await RunAsync(server, "warm", members, senders, time / 3);
        return await RunAsync(server, "http", members, senders, time);
    }

    private static async Task<double> RunAsync(ServerProcess server, string prefix, int members, int senders, TimeSpan time)
    {
        var batch = -1;
        var sent = 0L;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                using var body = new ByteArrayContent(Body(prefix, Interlocked.Increment(ref batch), members));
                body.Headers.ContentType = new("application/json");
                using var answer = await server.Client.PostAsync($"/v1/chains/{EmbeddedNode.Chain}/events", body);
                answer.EnsureSuccessStatusCode();
                Interlocked.Add(ref sent, BatchSize);
            }
        })));
        return sent / watch.Elapsed.TotalSeconds;
    }

    private static byte[] Body(string prefix, int batch, int members)
    {
        var text = new StringBuilder("[");
        for (var index = 0; index < BatchSize; index++)
        {
            var number = (batch * BatchSize) + index;
            var member = (int)((uint)number * 2654435761u % (uint)members);
            var fields = (number % 10) switch
            {
                < 4 => "\"type\":\"checkin\"",
                < 7 => "\"type\":\"visit\",\"service\":\"facial\"",
                < 9 => $"\"type\":\"purchase\",\"amount\":{100 + (number % 300)},\"orderId\":\"{prefix}{number}\"",
                _ => "\"type\":\"act\",\"name\":\"share\"",
            };
            text.Append(index == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{prefix}{number}\",\"member\":\"M-{member:D7}\",{fields}}}");
        }

        return Encoding.UTF8.GetBytes(text.Append(']').ToString());
    }
}
