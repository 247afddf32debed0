using Engagement.Domain.Members;
using Engagement.Hosting.Members;
using Engagement.Journal;

namespace Engagement.Hosting.Tests.Members;

/// <summary>
/// Members take one turn at a time, however many speak to them and whatever the store does: the same in every engine.
/// </summary>
public abstract class EngineSuite
{
    protected abstract Task<Engine> StartAsync();

    [Fact]
    public async Task Of_fifty_who_speak_to_one_member_at_once_each_is_heard_once()
    {
        await using var engine = await StartAsync();

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

    [Fact]
    public async Task When_the_store_fails_the_caller_is_told_and_the_next_call_works()
    {
        await using var engine = await StartAsync();
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
        await using var engine = await StartAsync();
        engine.Journal.OnAppend = _ => throw new InvalidOperationException("a fault of ours");

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.BuyAsync("li", "p", 7m));

        engine.Journal.OnAppend = null;
        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);
    }

    [Fact]
    public async Task When_somebody_else_was_faster_she_is_asked_again_and_nothing_is_lost()
    {
        await using var engine = await StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        var conflicts = 3;
        engine.Journal.OnAppend = _ => conflicts-- > 0 ? AppendResult.Conflict : null;

        Assert.Equal(Outcome.Accepted, (await engine.BuyAsync("li", "p", 7m)).Outcome);

        Assert.Equal(12, (await engine.StoredAsync("li")).Points);
    }

    [Fact]
    public async Task What_is_known_of_her_besides_her_history_is_stored_though_it_brings_no_event()
    {
        await using var engine = await StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        Assert.True(Birthday.TryOf(2, 29, out var birthday));

        var kept = await engine.KeepAsync("li", birthday);
        await engine.BuyAsync("li", "after", 7m);

        Assert.Equal(Outcome.Accepted, kept.Outcome);
        Assert.Equal((birthday, 12), ((await engine.StoredAsync("li")).Birthday, (await engine.StoredAsync("li")).Points));
        await engine.KeepAsync("li", null);
        Assert.Null((await engine.StoredAsync("li")).Birthday);
        Assert.Equal(Rejection.UnknownMember, (await engine.KeepAsync("nobody", birthday)).Rejection);
    }

    [Fact]
    public async Task A_turn_that_began_before_her_profile_was_kept_does_not_put_back_what_was_there()
    {
        await using var engine = await StartAsync();
        await engine.BuyAsync("li", "before", 5m);
        Assert.True(Birthday.TryOf(5, 17, out var birthday));
        var late = new List<Append>();
        engine.Journal.OnAppend = append =>
        {
            late.Add(append);
            throw new JournalUnavailableException("this one is slow");
        };
        await Assert.ThrowsAsync<JournalUnavailableException>(() => engine.BuyAsync("li", "late", 7m));
        engine.Journal.OnAppend = null;

        await engine.KeepAsync("li", birthday);

        Assert.False((await engine.Journal.AppendAsync(late.Single(), TestContext.Current.CancellationToken)).IsCommitted);
        Assert.Equal(birthday, (await engine.StoredAsync("li")).Birthday);
    }

    [Fact]
    public async Task Conflicts_without_an_end_are_told_and_not_tried_for_ever()
    {
        await using var engine = await StartAsync();
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
        await using var engine = await StartAsync();
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

    [Fact]
    public async Task What_waits_for_its_turn_can_be_withdrawn_and_what_is_being_stored_cannot()
    {
        await using var engine = await StartAsync();
        using var storing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        engine.Journal.OnAppend = _ =>
        {
            storing.Set();
            goOn.Wait(TestContext.Current.CancellationToken);
            return null;
        };
        using var impatient = new CancellationTokenSource();
        var first = Task.Run(() => engine.BuyUnlessAsync("li", "first", 7m, impatient.Token), TestContext.Current.CancellationToken);
        storing.Wait(TestContext.Current.CancellationToken);
        var second = Task.Run(() => engine.BuyUnlessAsync("li", "second", 7m, impatient.Token), TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        engine.Journal.OnAppend = null;
        goOn.Set();

        await Task.WhenAll(Ended(first), Ended(second));
        Assert.Equal(Outcome.Duplicate, (await engine.BuyAsync("li", "first", 7m)).Outcome);

        static async Task Ended(Task call)
        {
            try
            {
                await call;
            }
            catch (OperationCanceledException)
            {
                // Its caller has gone.
            }
        }
    }
}
