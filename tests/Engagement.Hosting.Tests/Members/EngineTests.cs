using Engagement.Hosting.Members;
using Engagement.Journal;

namespace Engagement.Hosting.Tests.Members;

/// <summary>Members take one turn at a time, however many speak to them and whatever the store does.</summary>
public sealed class EngineTests
{
    [Fact]
    public async Task Of_fifty_who_speak_to_one_member_at_once_each_is_heard_once()
    {
        await using var engine = await Engine.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(task => Task.Run(
            async () =>
            {
                var heard = new List<Reply>();
                for (var purchase = 0; purchase < 10; purchase++)
                    heard.Add(await engine.BuyAsync("li", $"p{task}-{purchase}", 3m));
                return heard;
            },
            TestContext.Current.CancellationToken)));

        Assert.All(replies.SelectMany(heard => heard), reply => Assert.Equal(Outcome.Accepted, reply.Outcome));
        var li = await engine.StoredAsync("li");
        Assert.Equal((500, 1500L), (li.Acts.Recent.Length, li.Points));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Members_who_leave_memory_all_the_time_lose_nothing_and_memory_stays_bounded(int mostAwake)
    {
        await using var engine = await Engine.StartAsync(mostAwake);

        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(member => Task.Run(
                () => engine.BuyAsync($"m{member}", $"p{member}-{round}", 2m), TestContext.Current.CancellationToken)));
        }

        // Whoever is woken next makes room for herself.
        for (var member = 0; member < 60; member++)
            await engine.BuyAsync($"n{member}", $"n{member}", 2m);
        Assert.InRange(engine.Members.Awake, 1, mostAwake + 16);
        for (var member = 0; member < 60; member++)
            Assert.Equal(8, (await engine.StoredAsync($"m{member}")).Points);
    }

    [Fact]
    public async Task When_the_store_fails_the_caller_is_told_and_the_next_call_works()
    {
        await using var engine = await Engine.StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        engine.Journal.OnAppend = _ => throw new JournalUnavailableException("the disk is full");

        await Assert.ThrowsAsync<JournalUnavailableException>(() => engine.BuyAsync("li", "p", 7m));

        engine.Journal.OnAppend = null;
        Assert.Equal(5, (await engine.StoredAsync("li")).Points);
        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
        Assert.Equal(Outcome.Duplicate, (await engine.BuyAsync("li", "p", 7m)).Outcome);
        Assert.Equal(12, (await engine.StoredAsync("li")).Points);
    }

    [Fact]
    public async Task What_nobody_expected_ends_one_call_and_not_the_member()
    {
        await using var engine = await Engine.StartAsync();
        engine.Journal.OnAppend = _ => throw new InvalidOperationException("a fault of ours");

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.BuyAsync("li", "p", 7m));

        engine.Journal.OnAppend = null;
        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
    }

    [Fact]
    public async Task When_somebody_else_was_faster_she_is_asked_again_and_nothing_is_lost()
    {
        await using var engine = await Engine.StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        var conflicts = 3;
        engine.Journal.OnAppend = _ => conflicts-- > 0 ? AppendResult.Conflict : null;

        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);

        Assert.Equal(12, (await engine.StoredAsync("li")).Points);
    }

    [Fact]
    public async Task Conflicts_without_an_end_are_told_and_not_tried_for_ever()
    {
        await using var engine = await Engine.StartAsync();
        var tries = 0;
        engine.Journal.OnAppend = _ =>
        {
            tries++;
            return AppendResult.Conflict;
        };

        await Assert.ThrowsAsync<JournalUnavailableException>(() => engine.BuyAsync("li", "p", 7m));

        Assert.InRange(tries, 2, 100);
        engine.Journal.OnAppend = null;
        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
    }

    [Fact]
    public async Task A_turn_that_was_stored_though_the_store_said_it_was_not_is_a_repeat_the_next_time()
    {
        await using var engine = await Engine.StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        var stored = new List<Append>();
        engine.Journal.OnAppend = append =>
        {
            stored.Add(append);
            throw new JournalUnavailableException("the line went dead after the commit");
        };
        await Assert.ThrowsAsync<JournalUnavailableException>(() => engine.BuyAsync("li", "p", 7m));
        engine.Journal.OnAppend = null;
        await engine.Journal.AppendAsync(stored.Single(), TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Duplicate, (await engine.BuyAsync("li", "p", 7m)).Outcome);
        Assert.Equal(12, (await engine.StoredAsync("li")).Points);
    }
}
