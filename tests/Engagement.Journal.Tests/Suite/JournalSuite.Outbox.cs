using System.Collections.Concurrent;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly MessageNumber Welcome = new(1, 0);

    private IOutbox Outbox => Store.Outbox;

    [Fact]
    public async Task A_message_is_given_out_once_it_is_released_with_all_that_a_channel_needs()
    {
        var night = Glow.At("2026-03-01 15:00");
        await Store.TellAsync(Glow.WithPlaybooks, Glow.Member("night"), night, Glow.Join("n", night, Glow.Bund));
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));

        var released = await ReleasedAsync("li", Glow.Soho);

        var message = Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel));
        var row = Assert.Single(await AllMessagesAsync(new(new("li"), null, null, 10)));
        Assert.Equal(
            new OutboxMessage(new(Glow.Member("li"), Welcome), row.Id, "welcome", "welcome", "file", null, Glow.Soho, released, 0), message);
        Assert.Matches("^m[A-Za-z0-9_-]{22}$", message.Id);
    }

    [Fact]
    public async Task Those_released_first_are_given_out_first()
    {
        foreach (var number in Enumerable.Range(0, 6).Reverse())
        {
            var at = Noon + TimeSpan.FromMinutes(number);
            await Store.TellAsync(Glow.WithPlaybooks, Glow.Member($"m{number}"), at, Glow.Join($"j{number}", at));
        }

        var first = await Outbox.ClaimAsync(4, Lease, Cancel);
        var rest = await Outbox.ClaimAsync(4, Lease, Cancel);

        Assert.Equal(["m0", "m1", "m2", "m3", "m4", "m5"], first.Concat(rest).Select(message => message.Key.Member.Member.Value));
    }

    [Fact]
    public async Task Eight_who_claim_at_once_never_get_the_same_message()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => ReleasedAsync($"m{number}")));
        var given = new ConcurrentBag<MessageKey>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var round = 0; round < 10; round++)
                {
                    foreach (var message in await Outbox.ClaimAsync(5, Lease, Cancel))
                        given.Add(message.Key);
                }
            },
            Cancel)));
        foreach (var message in await Outbox.ClaimAsync(1000, Lease, Cancel))
            given.Add(message.Key);

        Assert.Equal(100, given.Count);
        Assert.Equal(100, given.Distinct().Count());
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_lost_and_the_message_given_out_again()
    {
        await ReleasedAsync("li");
        var key = (await Outbox.ClaimAsync(10, Lease, Cancel))[0].Key;
        Time.Advance(Lease - TimeSpan.FromTicks(10));
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));

        Time.Advance(TimeSpan.FromTicks(10));

        Assert.False(await Outbox.BeginAsync(key, Cancel));
        Assert.Equal(key, Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel)).Key);
        Assert.True(await Outbox.BeginAsync(key, Cancel));
        // Whoever had the first lease may still believe in it.
        Assert.False(await Outbox.BeginAsync(key, Cancel));
    }

    [Fact]
    public async Task A_message_that_was_begun_by_somebody_who_was_lost_is_given_out_again_and_counts_the_tries()
    {
        await ReleasedAsync("li");
        var first = Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel));
        Assert.True(await Outbox.BeginAsync(first.Key, Cancel));
        await ReopenAsync();
        if (LeasesOutliveTheirProcess)
        {
            Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));
            Time.Advance(Lease);
        }

        var second = Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel));
        Assert.Equal(first with { Tries = 1 }, second);
        await TakeBackAsync("li");
        Assert.True(await Outbox.BeginAsync(second.Key, Cancel));
    }

    [Fact]
    public async Task What_was_taken_back_before_it_was_begun_does_not_go()
    {
        await ReleasedAsync("claimed");
        await ReleasedAsync("unclaimed");
        var claimed = (await Outbox.ClaimAsync(1, Lease, Cancel))[0].Key;

        await TakeBackAsync("claimed");
        await TakeBackAsync("unclaimed");

        Assert.False(await Outbox.BeginAsync(claimed, Cancel));
        Time.Advance(Lease);
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));
        var rows = await AllMessagesAsync(new(null, MessageState.Cancelled, null, 10));
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("cancelled", "left_playbook"), (row.Decisions[^1].What, row.Decisions[^1].Why)));
    }

    [Fact]
    public async Task What_was_taken_back_after_it_was_begun_stays_with_the_channel()
    {
        await ReleasedAsync("li");
        var key = (await Outbox.ClaimAsync(1, Lease, Cancel))[0].Key;
        Assert.True(await Outbox.BeginAsync(key, Cancel));

        await TakeBackAsync("li");

        var row = Assert.Single(await AllMessagesAsync(new(new("li"), null, null, 10)));
        Assert.Equal((MessageState.Planned, "cancelled"), (row.State, row.Decisions[^1].What));
        await Outbox.RetryAsync(key, TimeSpan.Zero, Cancel);
        Assert.Equal(key, Assert.Single(await Outbox.ClaimAsync(1, Lease, Cancel)).Key);
    }

    [Fact]
    public async Task Whether_a_message_goes_or_was_taken_back_is_decided_once_however_close_it_is()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => ReleasedAsync($"m{number}")));
        var claimed = await Outbox.ClaimAsync(100, Lease, Cancel);

        var begun = await Task.WhenAll(claimed.Select(async message =>
        {
            var taking = Task.Run(() => TakeBackAsync(message.Key.Member.Member.Value), Cancel);
            var went = await Outbox.BeginAsync(message.Key, Cancel);
            await taking;
            return (message.Id, Went: went);
        }));

        var rows = (await AllMessagesAsync(new(null, null, null, 100))).ToDictionary(row => row.Id);
        Assert.Equal(60, begun.Length);
        Assert.All(begun, message => Assert.Equal(message.Went ? MessageState.Planned : MessageState.Cancelled, rows[message.Id].State));
    }

    [Fact]
    public async Task What_was_handed_over_or_given_up_is_given_out_only_until_its_member_knows()
    {
        await ReleasedAsync("done");
        await ReleasedAsync("hopeless");
        foreach (var message in await Outbox.ClaimAsync(10, Lease, Cancel))
        {
            Assert.True(await Outbox.BeginAsync(message.Key, Cancel));
            if (message.Key.Member.Member.Value == "done")
                await Outbox.DoneAsync(message.Key, Cancel);
            else
                await Outbox.GiveUpAsync(message.Key, Cancel);
        }

        // Whoever ended it was lost before its member was told.
        Time.Advance(Lease);
        await ReopenAsync();
        var untold = await Outbox.ClaimAsync(10, Lease, Cancel);
        Assert.Equal(
            [("done", MessageFate.Sent), ("hopeless", MessageFate.Failed)],
            untold.Select(message => (message.Key.Member.Member.Value, message.Ended!.Value)).Order());
        foreach (var message in untold)
        {
            Assert.False(await Outbox.BeginAsync(message.Key, Cancel));
            await Store.TellAsync(Glow.WithPlaybooks, message.Key.Member, Noon, new ReportMessage(message.Key.Number, message.Ended!.Value));
        }

        Time.Advance(TimeSpan.FromDays(400));
        await ReopenAsync();
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));
    }

    [Fact]
    public async Task What_could_not_be_handed_over_is_given_out_again_after_the_wait()
    {
        await ReleasedAsync("li");
        var key = (await Outbox.ClaimAsync(10, Lease, Cancel))[0].Key;
        await Outbox.BeginAsync(key, Cancel);

        await Outbox.RetryAsync(key, TimeSpan.FromMinutes(5), Cancel);

        Assert.False(await Outbox.BeginAsync(key, Cancel));
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(10));
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));
        Time.Advance(TimeSpan.FromTicks(10));
        Assert.Equal(1, Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel)).Tries);
    }

    [Fact]
    public async Task Whoever_waits_for_messages_is_told_once_some_are_there_to_claim()
    {
        var told = 0;
        Outbox.Released += () => Interlocked.Increment(ref told);
        await Store.TellAsync(Glow.Member("quiet"), Noon, Glow.Visit("v", Noon));
        Assert.Equal(0, told);

        await ReleasedAsync("li");

        Assert.Equal(1, told);
        Assert.Single(await Outbox.ClaimAsync(10, Lease, Cancel));
    }

    [Fact]
    public async Task A_member_nobody_knows_has_no_message_to_begin()
    {
        var key = new MessageKey(Glow.Member("nobody"), Welcome);

        Assert.False(await Outbox.BeginAsync(key, Cancel));
        await Outbox.DoneAsync(key, Cancel);
        await Outbox.RetryAsync(key, TimeSpan.Zero, Cancel);
        await Outbox.GiveUpAsync(key, Cancel);
        Assert.Empty(await Outbox.ClaimAsync(10, Lease, Cancel));
    }

    /// <summary>A member who was welcomed at noon; returns when her message was released.</summary>
    private async Task<Domain.Time.Instant> ReleasedAsync(string member, StoreId? home = null)
    {
        // Noon in UTC is a waking hour in New York as well.
        var at = home == Glow.Soho ? Noon + TimeSpan.FromHours(4) : Noon;
        await Store.TellAsync(Glow.WithPlaybooks, Glow.Member(member), at, Glow.Join($"j-{member}", at, home));
        return at;
    }

    /// <summary>Her commit takes the message back.</summary>
    private async Task TakeBackAsync(string member)
    {
        var found = await FoundAsync(member);
        var cancelled = new MessageCancelled(found.State.LivedThrough, Welcome, "left_playbook");
        var state = Evolution.Evolve(found.State, cancelled);
        var append = new Append(found.Key, found.Row, found.Version, state, found.RulesVersion, found.DueAt, [cancelled]);
        Assert.True((await Journal.AppendAsync(append, Cancel)).IsCommitted);
    }
}
