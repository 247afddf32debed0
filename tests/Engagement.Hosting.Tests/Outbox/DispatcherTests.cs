using Engagement.Hosting.Channels;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Outbox;

/// <summary>Nodes that share an outbox, channels that are slow, and a node that is told to stop.</summary>
public sealed class DispatcherTests
{
    [Fact]
    public async Task Two_nodes_send_everything_and_nothing_twice()
    {
        var room = new PostRoom();
        var channel = new ScriptedChannel();
        room.Release(Enumerable.Range(0, 500).Select(number => $"m{number}"));
        using var one = room.Dispatcher(channel);
        using var other = room.Dispatcher(channel);

        await one.StartAsync(TestContext.Current.CancellationToken);
        await other.StartAsync(TestContext.Current.CancellationToken);
        room.Release(Enumerable.Range(500, 500).Select(number => $"m{number}"));
        await Eventually.HoldsAsync(() => LookedAt(room), left => left == 0, "the outbox is empty");
        await one.StopAsync(TestContext.Current.CancellationToken);
        await other.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1000, channel.Given.Count);
        Assert.Equal(1000, channel.Given.Select(given => given.Id).Distinct().Count());
        Assert.Equal(1000, room.Told.Count);
    }

    [Fact]
    public async Task A_channel_that_hangs_holds_up_nobody_else()
    {
        var room = new PostRoom();
        var never = new TaskCompletionSource<Handover>();
        var hanging = new ScriptedChannel(_ => new(never.Task), "hanging");
        var swift = new ScriptedChannel(name: "swift");
        room.Outbox.Release(Enumerable.Range(0, 1000).Select(number => PostRoom.Message($"slow{number}", room.Clock.Now, "hanging")));
        room.Time.Advance(TimeSpan.FromMicroseconds(1));
        room.Outbox.Release(Enumerable.Range(0, 20).Select(number => PostRoom.Message($"swift{number}", room.Clock.Now, "swift")));
        using var dispatcher = room.Dispatcher(hanging, swift);

        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => Task.FromResult(swift.Given.Count), sent => sent == 20, "the swift channel has sent all of its messages");

        Assert.InRange(hanging.Given.Count, 0, room.Options.MostAtOnce);
        never.SetResult(Handover.Accepted.Instance);
        await dispatcher.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_node_that_stops_finishes_what_it_has_begun_and_leaves_the_rest_to_others()
    {
        var room = new PostRoom();
        room.Options.MostAtOnce = 2;
        var answer = new TaskCompletionSource<Handover>();
        var channel = new ScriptedChannel(_ => new(answer.Task));
        room.Release(Enumerable.Range(0, 10).Select(number => $"m{number}"));
        using var dispatcher = room.Dispatcher(channel);
        await dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => Task.FromResult(channel.Given.Count), given => given == 2, "two messages are being handed over");

        var stopping = dispatcher.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        answer.SetResult(Handover.Accepted.Instance);
        await stopping;

        Assert.Equal((2, 2, 8), (channel.Given.Count, room.Told.Count, room.Outbox.Count));
        // Nobody has to wait for the lease of a node that has gone.
        Assert.Equal(8, await room.DeliverAsync(new ScriptedChannel()));
    }

    private static Task<int> LookedAt(PostRoom room)
    {
        // The clock stands still, and so would the look that comes by itself.
        room.Time.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(room.Outbox.Count);
    }
}
