using Engagement.Hosting.Tests.Crash;
using Engagement.Hosting.Tests.Node;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Silo.Tests.Cluster;

/// <summary>The database that everything is in goes away for a while.</summary>
public sealed class StoreOutageTests(ThrowawayPostgres postgres) : IClassFixture<ThrowawayPostgres>
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task While_the_database_is_away_callers_are_told_when_to_come_again_and_then_all_goes_on_without_a_restart()
    {
        await using var nodes = new Nodes(await postgres.CreateDatabaseAsync());
        var first = await nodes.StartAsync();
        var second = await nodes.StartAsync();
        (await Traffic.CallAsync(first.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        var traffic = new Traffic(batchesEach: 999, _ => nodes.AnyAsync());
        var sending = traffic.RunAsync();
        await traffic.UntilAcknowledgedAsync(20);

        await postgres.StopServerAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(traffic.PutOff), times => times >= 6, "all senders are put off");
        foreach (var node in new[] { first, second })
            (await Traffic.CallAsync(node.Client, HttpMethod.Get, "/readyz")).Problem(503, "store_unavailable");
        await Task.Delay(Outage, TestContext.Current.CancellationToken);
        var before = traffic.Acknowledged;
        await postgres.StartServerAsync();

        await traffic.UntilAcknowledgedAsync(before + 30);
        traffic.End();
        await sending;
        await traffic.CheckAsync(first.Client);
        await traffic.CheckAsync(second.Client);
    }
}
