using System.Globalization;
using Engagement.Hosting.Tests.Crash;
using Engagement.Hosting.Tests.Node;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Silo.Tests.Cluster;

/// <summary>The nodes of one cluster on one database, each a process of its own, and callers who go to whichever is there.</summary>
internal sealed class Nodes(string database) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-silo-");
    private readonly Lock _gate = new();
    private readonly List<ServerProcess> _running = [];
    private int _calls;

    /// <summary>Starts a node and waits until it is ready.</summary>
    public async Task<ServerProcess> StartAsync()
    {
        var node = await ServerProcess.StartAsync(
            "Engagement.Silo",
            _folder,
            "urls=http://127.0.0.1:0",
            "Engagement:Database=postgres",
            $"ConnectionStrings:Engagement={database}",
            string.Create(CultureInfo.InvariantCulture, $"Engagement:Cluster:SiloPort={PostgresServer.FreePort()}"));
        await Eventually.HoldsAsync(
            async () => (await Traffic.CallAsync(node.Client, HttpMethod.Get, "/readyz")).Status, status => status == 200, "the node is ready");
        lock (_gate)
            _running.Add(node);
        return node;
    }

    /// <summary>Any node of those that run, one after the other.</summary>
    public async Task<HttpClient> AnyAsync()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_running.Count > 0)
                    return _running[Interlocked.Increment(ref _calls) % _running.Count].Client;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Nobody goes to this node any more, as when a proxy has noticed.</summary>
    public void Leave(ServerProcess node)
    {
        lock (_gate)
            _running.Remove(node);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _running)
            await node.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
