using System.Diagnostics;
using Engagement.Hosting.Tests.Crash;
using Engagement.Hosting.Tests.Live;
using Engagement.Tests.Shared.Postgres;

namespace Engagement.Silo.Tests.Cluster;

/// <summary>Nodes come and go under load, and nobody who was answered loses anything.</summary>
public sealed class NodeLossTests(ThrowawayPostgres postgres) : IClassFixture<ThrowawayPostgres>
{
    private const int Endless = 999;

    [Fact]
    public async Task A_node_that_is_killed_comes_back_and_a_third_joins_and_nothing_is_lost_or_doubled()
    {
        await using var nodes = new Nodes(await postgres.CreateDatabaseAsync());
        var survivor = await nodes.StartAsync();
        var victim = await nodes.StartAsync();
        (await Traffic.CallAsync(survivor.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        await using var watcher = await Watcher.StartAsync(survivor.Client.BaseAddress!, "glow");
        await watcher.UntilAsync(watching => watching.Snapshots.Any(), "the watcher has its snapshot");
        var traffic = new Traffic(Endless, _ => nodes.AnyAsync());
        var sending = traffic.RunAsync();

        await traffic.UntilAcknowledgedAsync(40);
        nodes.Leave(victim);
        await victim.KillAsync();
        var lost = Stopwatch.GetTimestamp();
        await victim.DisposeAsync();
        // Every sender has had members on the lost node by then.
        await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 10);
        TestContext.Current.SendDiagnosticMessage("After the kill all was served again in {0}", Stopwatch.GetElapsedTime(lost));
        await nodes.StartAsync();
        await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 40);
        var third = await nodes.StartAsync();
        await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 40);
        traffic.End();
        await sending;

        await traffic.CheckAsync(third.Client);
        var told = await Traffic.FeedAsync(survivor.Client);
        await watcher.UntilAsync(watching => watching.Positions.Count() >= told.Count, "the watcher has been told everything");
        Assert.Equal(Enumerable.Range(1, told.Count).Select(position => (long)position), watcher.Positions);
    }

    [Fact]
    public async Task Nodes_restarted_one_after_the_other_drain_and_leave_and_nobody_who_was_answered_loses_anything()
    {
        await using var nodes = new Nodes(await postgres.CreateDatabaseAsync());
        var old = new[] { await nodes.StartAsync(), await nodes.StartAsync() };
        (await Traffic.CallAsync(old[0].Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        var traffic = new Traffic(Endless, _ => nodes.AnyAsync());
        var sending = traffic.RunAsync();

        foreach (var node in old)
        {
            await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 30);
            nodes.Leave(node);
            Assert.Equal(0, await node.TerminateAsync());
            await node.DisposeAsync();
            await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 10);
            await nodes.StartAsync();
        }

        await traffic.UntilAcknowledgedAsync(traffic.Acknowledged + 30);
        traffic.End();
        await sending;
        await traffic.CheckAsync(await nodes.AnyAsync());
    }
}
