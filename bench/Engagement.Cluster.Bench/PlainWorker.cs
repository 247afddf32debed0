using System.Diagnostics;
using System.Net;
using Engagement.Journal.Postgres;
using Orleans.Configuration;

namespace Engagement.Cluster.Bench;

/// <summary>What a grain looks like without a journal: its state in grain storage, written whole with each call.</summary>
internal static class PlainWorker
{
    private const string Storage = "plain";
    private const string Invariant = "Npgsql";

    /// <summary>As many at a time as serve it best; more only wait for connections.</summary>
    private const int CallersAtOnce = 100;

    public static async Task<int> RunAsync(string database, string port)
    {
        // For the tables that grain storage and clustering ask for.
        await using (new PostgresStore(new() { ConnectionString = database }))
        {
        }

        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        builder.UseOrleans(silo => silo
            .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Invariant, database))
            .AddAdoNetGrainStorage(Storage, storage => (storage.Invariant, storage.ConnectionString) = (Invariant, database))
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("plain", "plain"))
            .Configure<EndpointOptions>(endpoints =>
            {
                endpoints.AdvertisedIPAddress = IPAddress.Loopback;
                endpoints.SiloPort = int.Parse(port, null);
                endpoints.GatewayPort = 0;
            }));
        await using var app = builder.Build();
        await app.StartAsync();
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        await Worker.ServeAsync((what, time) => MeasureAsync(grains, what == "alone" ? 1 : CallersAtOnce, time));
        await app.StopAsync();
        return 0;
    }

    private static async Task<double[]> MeasureAsync(IGrainFactory grains, int callers, TimeSpan time)
    {
        var number = -1;
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (watch.Elapsed < time)
            {
                var next = (uint)Interlocked.Increment(ref number) * 2654435761u % Worker.Members;
                var sent = Stopwatch.GetTimestamp();
                await grains.GetGrain<IPlainGrain>(next).VisitAsync(sent);
                mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }

            return mine;
        })));
        var sorted = latencies.SelectMany(mine => mine).Order().ToList();
        return [sorted.Count / watch.Elapsed.TotalSeconds, sorted[sorted.Count / 2], sorted[(int)((sorted.Count - 1) * 0.99)]];
    }

    /// <summary>About as much as a member remembers.</summary>
    [GenerateSerializer]
    public sealed class PlainState
    {
        [Id(0)]
        public List<long> Visits { get; set; } = [];
    }

    public interface IPlainGrain : IGrainWithIntegerKey
    {
        Task VisitAsync(long at);
    }

    public sealed class PlainGrain([PersistentState("member", Storage)] IPersistentState<PlainState> state) : Grain, IPlainGrain
    {
        public async Task VisitAsync(long at)
        {
            state.State.Visits.Add(at);
            if (state.State.Visits.Count > 30)
                state.State.Visits.RemoveAt(0);
            await state.WriteStateAsync();
        }
    }
}
