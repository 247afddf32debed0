using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Engagement.Tests.Shared.Fuzzing;

namespace Engagement.Bench.Fuzzing;

/// <summary><c>fuzz N [seed]</c>: N made-up calls and hub frames against a server of its own; 1 if any was not answered as it should be.</summary>
internal static class FuzzNode
{
    public static async Task<int> RunAsync(string folder, string[] arguments)
    {
        var total = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        using var server = await ServerProcess.StartAsync(folder, Path.Combine(folder, "fuzz.db"), Console.Error.WriteLine);
        using var client = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", ServerProcess.Key) } };
        await SendAsync(client, HttpMethod.Put, "/v1/chains/glow", new { name = "Glow" });
        await SendAsync(client, HttpMethod.Put, "/v1/chains/glow/stores/bund", new { name = "Bund", timeZone = "Asia/Shanghai" });
        await SendAsync(client, HttpMethod.Put, "/v1/chains/glow/stores/soho", new { name = "Soho", timeZone = "America/New_York" });
        await SendAsync(client, HttpMethod.Post, "/v1/chains/glow/events", Enumerable.Range(0, 20).Select(
            number => new { id = $"j{number}", type = "purchase", member = $"m{number}", store = "bund", amount = 100 }));

        var findings = await Fuzz.RunAsync(server.Address, ServerProcess.Key, total, seed, atOnce: 8, CancellationToken.None, Console.Error.WriteLine);
        Console.WriteLine(findings);
        foreach (var fault in findings.Faults)
            Console.WriteLine(fault);
        return findings.Faults.IsEmpty ? 0 : 1;
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
