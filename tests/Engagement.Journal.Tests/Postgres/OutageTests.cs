using System.Collections.Concurrent;
using Engagement.Journal.Postgres;
using Engagement.Journal.Tests.Suite;
using Engagement.Tests.Shared;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>A server that goes away and comes back, under load.</summary>
public sealed class OutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_before_and_after_an_outage_is_there_once_and_nobody_had_to_start_anew()
    {
        if (PostgresServer.Programs is not { } programs)
        {
            Missing.Because("There is no PostgreSQL 15 or newer here.");
            return;
        }

        await using var server = await PostgresServer.StartAsync(programs);
        var database = await server.CreateDatabaseAsync();
        await using var store = new PostgresStore(new() { ConnectionString = database });
        await using var other = new PostgresStore(new() { ConnectionString = database });
        var heard = 0L;
        other.Journal.Advanced += (_, head) => Volatile.Write(ref heard, head);
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        var acknowledged = new ConcurrentBag<string>();
        var refused = 0;
        using var enough = new CancellationTokenSource();

        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(
            async () =>
            {
                for (var number = 0; !enough.IsCancellationRequested; number++)
                {
                    var id = $"v{caller}-{number}";
                    var append = Turns.Of(Glow.Member(id), null, now, Glow.Visit(id, now));
                    while (true)
                    {
                        try
                        {
                            // Where the answer to the first try was lost, the second finds her there.
                            await store.Journal.AppendAsync(append, Cancel);
                            acknowledged.Add(id);
                            break;
                        }
                        catch (JournalUnavailableException exception)
                        {
                            Assert.True(exception.RetryAfter > TimeSpan.Zero);
                            Interlocked.Increment(ref refused);
                            await Task.Delay(10, Cancel);
                        }
                    }
                }
            },
            Cancel)).ToList();
        await UntilAsync(() => acknowledged.Count > 200);

        await server.StopAsync();
        await UntilAsync(() => Volatile.Read(ref refused) > 20);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.FindAsync(Glow.Member("li"), Cancel).AsTask());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.HeadAsync(Glow.Id, Cancel).AsTask());
        var before = acknowledged.Count;
        await server.StartAsync();
        await UntilAsync(() => acknowledged.Count > before + 200);
        // The listener is back as well.
        var head = await store.Journal.HeadAsync(Glow.Id, Cancel);
        await UntilAsync(() => Volatile.Read(ref heard) > head);
        await enough.CancelAsync();
        await Task.WhenAll(callers);

        var feed = await store.Queries.FeedAsync(Glow.Id, 0, 1_000_000, Cancel);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => told.Position));
        Assert.Equal(acknowledged.Order(), feed.Where(told => told.Id is not null).Select(told => told.Id!).Order());
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(10, Cancel);
    }
}
