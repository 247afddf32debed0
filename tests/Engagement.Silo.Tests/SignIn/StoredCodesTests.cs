using Engagement.Hosting.Auth;
using Engagement.Journal.Postgres;
using Engagement.Silo.Cluster;
using Engagement.Silo.SignIn;
using Engagement.Tests.Shared.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Engagement.Silo.Tests.SignIn;

/// <summary>Codes in the database that the nodes share: they outlive every node.</summary>
public sealed class StoredCodesTests(ThrowawayPostgres postgres) : IClassFixture<ThrowawayPostgres>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Codes_outlive_all_nodes_and_one_that_was_used_stays_used()
    {
        var database = await postgres.CreateDatabaseAsync();
        using (new PostgresStore(new() { ConnectionString = database }))
        {
            // Opening it brings the tables.
        }

        await using (var cluster = await StartAsync(database))
        {
            var codes = Codes(cluster);
            await codes.KeepAsync("used", DateTimeOffset.UtcNow.AddHours(1), Cancel);
            await codes.KeepAsync("kept", DateTimeOffset.UtcNow.AddHours(1), Cancel);
            Assert.True(await codes.TakeAsync("used", Cancel));
            await cluster.StopAllSilosAsync(Cancel);
        }

        await using var again = await StartAsync(database);
        Assert.False(await Codes(again).TakeAsync("used", Cancel));
        Assert.True(await Codes(again).TakeAsync("kept", Cancel));
        Assert.False(await Codes(again).TakeAsync("kept", Cancel));
        await again.StopAllSilosAsync(Cancel);
    }

    private static ISignInCodes Codes(InProcessTestCluster cluster) => cluster.Silos[0].ServiceProvider.GetRequiredService<ISignInCodes>();

    private static async Task<InProcessTestCluster> StartAsync(string database)
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddClusteredSignInCodes();
            silo.UseGrainState(database);
        });
        // What grain storage is kept under.
        builder.Options.ServiceId = "engagement";
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
