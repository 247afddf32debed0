using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Bench;

/// <summary>The real server as a process of its own, so that what is measured is what is run.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string Key = "bench-key";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan readyAfter)
    {
        _process = process;
        Address = address;
        ReadyAfter = readyAfter;
        Client = NewClient(address);
    }

    public Uri Address { get; }

    /// <summary>From starting the process to its first "ready".</summary>
    public TimeSpan ReadyAfter { get; }

    public HttpClient Client { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <param name="told">Is given each line that the server writes.</param>
    public static async Task<ServerProcess> StartAsync(string folder, string file, Action<string>? told = null)
    {
        var address = new Uri($"http://127.0.0.1:{PostgresServer.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [ServerPath(), "--urls", address.ToString()])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment =
            {
                ["Engagement__Bootstrap__ApiKey"] = Key,
                ["ConnectionStrings__Engagement"] = $"Data Source={file}",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => told?.Invoke(line.Data ?? "");
        process.BeginOutputReadLine();
        using var probe = NewClient(address);
        while (!await IsReadyAsync(probe))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(1))
                throw new InvalidOperationException("The server did not start.");
            await Task.Delay(10);
        }

        var server = new ServerProcess(process, address, watch.Elapsed);
        (await server.Client.PutAsJsonAsync($"/v1/chains/{EmbeddedNode.Chain}", new { name = "Bench" })).EnsureSuccessStatusCode();
        return server;
    }

    /// <summary>Ends it as a power cut would: kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    public static AuthenticationHeaderValue Credential => new("Bearer", Key);

    private static HttpClient NewClient(Uri address) =>
        new() { BaseAddress = address, DefaultRequestHeaders = { Authorization = Credential } };

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/readyz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string ServerPath()
    {
        var folder = AppContext.BaseDirectory;
        var configuration = folder.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.GetFullPath(Path.Combine(
            folder, $"../../../../../src/Engagement.Server/bin/{configuration}/net10.0/Engagement.Server.dll"));
    }
}
