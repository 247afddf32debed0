using System.Diagnostics;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;
using Engagement.Tests.Shared;

namespace Engagement.Hosting.Tests.Live;

/// <summary>A program that watches the hub through the stock client, and what it has been told.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private static readonly SemaphoreSlim Installing = new(1);
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<JsonNode> _lines = [];
    private readonly Task _reading;

    private Watcher(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>Everything printed so far.</summary>
    public List<JsonNode> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public IEnumerable<JsonNode> Snapshots => Lines.Where(line => line["snapshot"] is not null);

    /// <summary>The events that came after snapshots, in the order they came.</summary>
    public IEnumerable<JsonNode> Events => Lines.SelectMany(line => line["events"]?.AsArray() ?? []).Select(told => told!);

    public IEnumerable<long> Positions => Events.Select(told => (long)told["position"]!);

    public static async Task<Watcher> StartAsync(Uri address, string chain, string? store = null, long? after = null, string key = TestNode.Key, string stream = "Watch")
    {
        var folder = await InstalledAsync();
        string[] arguments = ["client.mjs", address.ToString().TrimEnd('/'), key, chain, store ?? "", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{after}"), stream];
        return new(Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!);
    }

    public Task<Watcher> UntilAsync(Func<Watcher, bool> holds, string what) =>
        Eventually.HoldsAsync(() => Task.FromResult(this), holds, what);

    public override string ToString() => string.Join('\n', Lines.TakeLast(3).Select(line => line.ToJsonString()));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_gate)
                _lines.Add(JsonNode.Parse(line)!);
        }
    }

    private static async Task<string> InstalledAsync()
    {
        var folder = Folder();
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!await RunsAsync("node", "--version", folder))
                Missing.Because("Node.js is not installed; the live hub is tested through its stock client, which runs on it.");
            if (!Directory.Exists(Path.Combine(folder, "node_modules", "@microsoft", "signalr")) && !await RunsAsync("npm", "ci", folder))
                Missing.Because("npm could not install the stock client.");
            return folder;
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<bool> RunsAsync(string program, string argument, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(output, error);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            // Beside these tests, or beside others that borrow it.
            var client = Path.Combine(folder.FullName, "Engagement.Hosting.Tests", "live-client");
            if (File.Exists(Path.Combine(client, "client.mjs")))
                return client;
        }

        throw new InvalidOperationException("The live client is not where it belongs.");
    }
}
