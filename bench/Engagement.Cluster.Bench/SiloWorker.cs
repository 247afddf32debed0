using Engagement.Bench;
using Engagement.Domain.Chains;
using Engagement.Domain.Time;
using Engagement.Hosting;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Startup;
using Engagement.Silo.Cluster;
using Engagement.Silo.Members;
using Engagement.Silo.SignIn;

namespace Engagement.Cluster.Bench;

/// <summary>A node of a cluster as it is shipped, with callers in its own process: members are wherever they are.</summary>
internal static class SiloWorker
{
    public static async Task<int> RunAsync(string database, string port, int callers)
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--urls=http://127.0.0.1:0", "--Engagement:Database=postgres", $"--ConnectionStrings:Engagement={database}",
            $"--Engagement:Cluster:SiloPort={port}", "--Logging:LogLevel:Default=Error",
        ]);
        builder.UseEngagementDefaults();
        builder.UseCluster();
        builder.Services.AddClusteredMembers();
        builder.Services.AddClusteredSignInCodes();
        builder.Services.AddEngagement(builder.Configuration);
        await using var app = builder.Build().MapEngagement();
        await app.StartAsync();
        var chains = app.Services.GetRequiredService<ChainCatalogue>();
        await chains.SaveAsync(new Chain(EmbeddedNode.Chain, "Bench", "CNY") { Version = 1 }, default);
        var members = app.Services.GetRequiredService<IMembers>();
        var measurements = 0;
        await Worker.ServeAsync(async (what, time) =>
        {
            var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2) + TimeSpan.FromHours(8 * measurements);
            var load = await CommandLoad.RunAsync(
                _ => members, $"{port}-{measurements++}-", Worker.Members, what == "alone" ? 1 : callers, 1, time, start);
            return [load.Rate, load.Median.TotalMilliseconds, load.P99.TotalMilliseconds];
        });
        await app.StopAsync();
        return 0;
    }
}
