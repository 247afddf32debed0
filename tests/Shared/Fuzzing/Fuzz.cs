using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Shared.Fuzzing;

/// <summary>Throws made-up calls at a node from many sides at once and notes what it makes of them.</summary>
internal static class Fuzz
{
    private const int FramesOfConnection = 40;

    /// <param name="key">A system administrator's: what is refused at the door is not tried.</param>
    /// <param name="total">How many requests and hub frames in all.</param>
    /// <param name="told">Is told how far it has come, from time to time.</param>
    public static async Task<Findings> RunAsync(Uri node, string key, int total, int seed, int atOnce, CancellationToken cancellation, Action<Findings>? told = null)
    {
        var findings = new Findings();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = atOnce * 2, AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(90) };
        using var described = new HttpRequestMessage(HttpMethod.Get, new Uri(node, "/openapi/v1.json"));
        using var answer = await client.SendAsync(described, cancellation).ConfigureAwait(false);
        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false))!;
        var left = total;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(side => Task.Run(() => SideAsync(side), cancellation))).ConfigureAwait(false);
        if (!await LivesAsync().ConfigureAwait(false))
            findings.Fault("the node is dead");
        return findings;

        async Task SideAsync(int side)
        {
            var dirt = new Dirt(new(seed + side));
            var calls = new ApiFuzz(node, key, client, document, findings);
            var hub = new HubFuzz(node, key, findings);
            var done = 0;
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (dirt.Chance(0.1 / FramesOfConnection))
                    Interlocked.Add(ref left, -await hub.OnceAsync(dirt, FramesOfConnection, cancellation).ConfigureAwait(false));
                else
                    await calls.OnceAsync(dirt, cancellation).ConfigureAwait(false);
                if (side == 0 && ++done % 1000 == 0)
                    told?.Invoke(findings);
            }
        }

        async Task<bool> LivesAsync()
        {
            try
            {
                using var health = await client.GetAsync(new Uri(node, "/healthz"), cancellation).ConfigureAwait(false);
                return health.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
