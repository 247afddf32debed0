using Engagement.Domain.Care;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Hosting.Channels;
using Engagement.Hosting.Outbox;

namespace Engagement.Hosting.Tests.Outbox;

/// <summary>One message on its way out: sent, tried again, given up, and never at night because of us.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_released_message_is_sent_with_its_text_and_its_member_is_told()
    {
        var room = new PostRoom();
        var channel = new ScriptedChannel();
        room.Release("li");

        await room.DeliverAsync(channel);

        var sent = Assert.Single(channel.Given);
        Assert.Equal("msg_li", sent.Id);
        Assert.Equal("有100天没见到您了，有点想念。最近好吗？皮肤状态怎么样？想做个检测或者聊聊护肤，外滩店随时等您。", sent.Text);
        Assert.Equal(("li", new ReportMessage(new(1, 0), MessageFate.Sent)), Assert.Single(room.Told));
        Assert.Equal(0, room.Outbox.Count);
    }

    [Fact]
    public async Task A_message_that_its_member_took_back_is_not_sent()
    {
        var room = new PostRoom();
        var channel = new ScriptedChannel();
        room.Release("li");
        var door = room.Outbox.Door();
        var claimed = Assert.Single(await door.ClaimAsync(1, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        room.Outbox.TakeBack(claimed.Key);
        await room.Delivery(door, channel).DeliverAsync(claimed);

        Assert.Empty(channel.Given);
        Assert.Empty(room.Told);
    }

    [Fact]
    public async Task A_node_that_dies_between_handing_over_and_noting_it_leaves_the_message_to_another_with_the_same_id()
    {
        var room = new PostRoom();
        var channel = new ScriptedChannel();
        room.Release("li");
        // What the dying node got done: it claimed the message, began it and handed it over.
        var dying = room.Outbox.Door();
        var claimed = Assert.Single(await dying.ClaimAsync(1, room.Options.Lease, TestContext.Current.CancellationToken));
        Assert.True(await dying.BeginAsync(claimed.Key, TestContext.Current.CancellationToken));
        await channel.SendAsync(Outgoing(claimed.Id), TestContext.Current.CancellationToken);

        Assert.Equal(0, await room.DeliverAsync(channel));
        room.Time.Advance(room.Options.Lease);
        Assert.Equal(1, await room.DeliverAsync(channel));

        Assert.Equal(["msg_li", "msg_li"], channel.Given.Select(given => given.Id));
        Assert.Equal(MessageFate.Sent, Assert.Single(room.Told).Report.Fate);
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_ever_more_rarely_for_three_days()
    {
        var room = new PostRoom();
        var channel = new ScriptedChannel(_ => new(new Handover.TryLater("http_500")));
        room.Release("li");
        var began = room.Time.GetUtcNow();

        while (room.Outbox.Count > 0)
        {
            if (await room.DeliverAsync(channel) == 0)
                Assert.Fail("Nothing could be claimed when the wait was over.");
            if (room.Outbox.Count > 0)
                room.Time.Advance(room.Outbox.Waits[^1]);
        }

        Assert.Equal(("li", new ReportMessage(new(1, 0), MessageFate.Failed, "http_500")), Assert.Single(room.Told));
        // By day only: at night it waits for the morning.
        Assert.InRange((room.Time.GetUtcNow() - began).TotalDays, 3, 3.6);
        Assert.InRange(room.Outbox.Waits[0].TotalSeconds, 7.5, 12.5);
        Assert.InRange(room.Outbox.Waits[5].TotalSeconds, 240, 400);
        Assert.All(room.Outbox.Waits.Skip(9), wait => Assert.InRange(wait.TotalHours, 0.75, 13));
        Assert.All(channel.Given, given => Assert.Equal("msg_li", given.Id));
    }

    [Fact]
    public async Task A_receiver_that_says_when_to_come_back_is_believed()
    {
        var room = new PostRoom();
        room.Release("li");

        await room.DeliverAsync(new ScriptedChannel(_ => new(new Handover.TryLater("http_429", TimeSpan.FromMinutes(7)))));

        Assert.Equal(TimeSpan.FromMinutes(7), Assert.Single(room.Outbox.Waits));
    }

    [Fact]
    public async Task A_channel_that_breaks_is_tried_again()
    {
        var room = new PostRoom();
        room.Release("li");

        await room.DeliverAsync(new ScriptedChannel(_ => throw new InvalidOperationException("broken")));

        Assert.Single(room.Outbox.Waits);
        Assert.Empty(room.Told);
    }

    [Theory]
    [InlineData("pigeon", "dormant_hello", null, "unknown_channel")]
    [InlineData("scripted", "love_letter", null, "unknown_template")]
    [InlineData("scripted", "birthday", null, "template_fault:offer")]
    public async Task What_can_never_be_sent_is_given_up_at_once_and_said_why(string channel, string template, string? offer, string why)
    {
        var room = new PostRoom();
        var scripted = new ScriptedChannel();
        room.Outbox.Release(PostRoom.Message("li", room.Clock.Now, channel, template, offer));

        await room.DeliverAsync(scripted);

        Assert.Empty(scripted.Given);
        Assert.Equal(0, room.Outbox.Count);
        Assert.Equal(("li", new ReportMessage(new(1, 0), MessageFate.Failed, why)), Assert.Single(room.Told));
    }

    [Fact]
    public async Task A_refusal_for_good_is_told_to_the_member()
    {
        var room = new PostRoom();
        room.Release("li");

        await room.DeliverAsync(new ScriptedChannel(_ => new(new Handover.Refused("gone"))));

        Assert.Equal("gone", Assert.Single(room.Told).Report.Detail);
        Assert.Equal(0, room.Outbox.Count);
    }

    [Fact]
    public async Task Who_says_no_while_her_message_waits_does_not_get_it()
    {
        var room = new PostRoom { Changing = member => member with { Recall = member.Recall with { Refused = [""] } } };
        var channel = new ScriptedChannel();
        room.Release("li");

        await room.DeliverAsync(channel);

        Assert.Empty(channel.Given);
        Assert.Equal("no_consent", Assert.Single(room.Told).Report.Detail);
    }

    [Fact]
    public async Task An_outage_that_ends_at_night_wakes_nobody()
    {
        // Released at 20:50 in Shanghai; the nodes come back at 23:00.
        var room = new PostRoom(new(2026, 3, 8, 12, 50, 0, TimeSpan.Zero));
        var channel = new ScriptedChannel();
        room.Release("li");
        room.Time.Advance(TimeSpan.FromMinutes(130));

        await room.DeliverAsync(channel);
        Assert.Empty(channel.Given);

        var wait = Assert.Single(room.Outbox.Waits);
        Assert.InRange(wait, TimeSpan.FromHours(10), TimeSpan.FromHours(11));
        room.Time.Advance(wait);
        await room.DeliverAsync(channel);
        Assert.Single(channel.Given);
    }

    [Fact]
    public async Task A_message_that_is_a_little_late_goes_all_the_same()
    {
        // Released at 20:55 in Shanghai and claimed at 21:20.
        var room = new PostRoom(new(2026, 3, 8, 12, 55, 0, TimeSpan.Zero));
        var channel = new ScriptedChannel();
        room.Release("li");
        room.Time.Advance(TimeSpan.FromMinutes(25));

        await room.DeliverAsync(channel);

        Assert.Single(channel.Given);
    }

    [Fact]
    public async Task A_chain_that_writes_English_is_read_in_English()
    {
        var room = new PostRoom { Policy = Policy.Default with { Recall = new() { Messages = new() { Language = "en" } } } };
        var channel = new ScriptedChannel();
        room.Outbox.Release(PostRoom.Message("li", room.Clock.Now, template: "win_back_first", offer: "A voucher of 200"));

        await room.DeliverAsync(channel);

        Assert.EndsWith("this is for you: a voucher of 200.", Assert.Single(channel.Given).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_still_learns_that_it_was_sent()
    {
        var room = new PostRoom { TellingsThatFail = 3 };
        room.Release("li");

        var delivering = room.DeliverAsync(new ScriptedChannel());
        while (!delivering.IsCompleted)
        {
            room.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Single(room.Told);
    }

    [Fact]
    public void Waits_double_up_to_the_longest_and_end_when_they_add_up()
    {
        var backOff = new BackOff(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

        Assert.Equal(
            [10, 20, 40, 60, 60, 60, null, null],
            Enumerable.Range(1, 8).Select(tries => (int?)backOff.After(tries, default, 0.5)?.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(7.5), backOff.After(1, default, 0));
        Assert.Equal(TimeSpan.FromSeconds(12.5), backOff.After(1, default, 1));
        Assert.Equal(BackOff.MostAskedFor, backOff.After(1, default, 0.5, TimeSpan.FromDays(30)));
        Assert.NotNull(backOff.After(4, TimeSpan.FromDays(9), 0.5));
        Assert.Null(backOff.After(5, TimeSpan.FromDays(9), 0.5));
        Assert.Null(backOff.After(int.MaxValue, default, 0.5));
    }

    private static OutgoingMessage Outgoing(string id) => new(
        id, new(PostRoom.Chain, new("li")), "Glow", "dormancy", "dormant_hello", Languages.English, "Hello", "Hello", null, null, default);
}
