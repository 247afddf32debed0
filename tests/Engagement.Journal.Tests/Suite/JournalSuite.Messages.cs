using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Messages_are_listed_with_every_decision_that_the_events_of_their_members_tell(int seed)
    {
        var expected = await ManyMessagesAsync(seed);

        AssertSame(expected, await AllMessagesAsync(new(null, null, null, 17)));

        foreach (var row in expected)
            AssertSame([row], [(await Store.Care.MessageAsync(Glow.Id, row.Id, Cancel))!]);
        Assert.Contains(expected, row => row.Decisions.Count >= 4);
        Assert.Equal(Enum.GetValues<MessageState>().Length, expected.Select(row => row.State).Distinct().Count());
    }

    [Fact]
    public async Task Messages_are_found_by_member_and_state_page_by_page()
    {
        var rows = await ManyMessagesAsync(3);
        MemberId?[] members = [null, rows[0].Member, new("nobody")];
        var asked =
            from state in Enum.GetValues<MessageState>().Cast<MessageState?>().Append(null)
            from member in members
            select new MessageSearch(member, state, null, 3);
        foreach (var search in asked)
        {
            var expected = rows.Where(row => (search.State is null || row.State == search.State)
                && (search.Member is null || row.Member == search.Member));
            AssertSame([.. expected], await AllMessagesAsync(search));
        }

        Assert.Empty(await Store.Care.MessagesAsync(new("nowhere"), new(null, null, null, 10), Cancel));
        Assert.Null(await Store.Care.MessageAsync(Glow.Id, "mnever", Cancel));
    }

    [Fact]
    public async Task The_story_of_a_message_is_told_in_order_over_several_commits()
    {
        var night = Glow.At("2026-03-01 23:00");
        var morning = Glow.At("2026-03-02 12:00");
        var li = Glow.Member("li");
        await Store.TellAsync(Glow.WithPlaybooks, li, night, new Join(Glow.Key("j"), night, null));
        await Store.TellAsync(Glow.WithPlaybooks, li, morning, new Advance(morning));
        await Store.TellAsync(Glow.WithPlaybooks, li, morning, new ReportMessage(new(1, 0), MessageFate.Delivered, "by post"));
        await Store.TellAsync(Glow.WithPlaybooks, li, morning, new ReportMessage(new(1, 0), MessageFate.Sent, "by post"));

        var row = Assert.Single(await AllMessagesAsync(new(li.Member, MessageState.Delivered, null, 10)));

        Assert.Equal(["planned", "moved", "released", "delivered", "sent"], row.Decisions.Select(decision => decision.What));
        Assert.Equal(["", "quiet_hours", "", "by post", "by post"], row.Decisions.Select(decision => decision.Why));
        Assert.Equal((row.PlannedAt, true), (row.Decisions[2].At, row.Decisions[1].Until is not null));
        Assert.Equal(("welcome", "welcome", "file", morning), (row.Playbook, row.Template, row.Channel, row.SentAt));
    }

    [Fact]
    public async Task A_message_of_a_turn_that_lost_is_not_listed_and_one_that_never_was_is_not_brought_about_by_a_report()
    {
        var before = await Store.TellAsync(Glow.Member("li"), Noon, Glow.Visit("v", Noon));
        var loser = Turns.Of(Glow.WithPlaybooks, before.Key, before, Noon, Glow.Join("loser", Noon));
        await Store.TellAsync(before.Key, Noon, Glow.Visit("winner", Noon), new ReportMessage(new(1, 0), MessageFate.Sent));

        Assert.Contains(loser.Events, happened => happened is MessageReleased);
        Assert.False((await Journal.AppendAsync(loser, Cancel)).IsCommitted);

        Assert.Empty(await AllMessagesAsync(new(null, null, null, 10)));
        Assert.Empty(await Store.Outbox.ClaimAsync(10, Lease, Cancel));
    }

    private static void AssertSame(IReadOnlyList<MessageRow> expected, IReadOnlyList<MessageRow> listed)
    {
        Assert.Equal(expected.Select(row => row with { Decisions = [] }), listed.Select(row => row with { Decisions = [] }));
        Assert.Equal(expected.Select(row => string.Join('\n', row.Decisions)), listed.Select(row => string.Join('\n', row.Decisions)));
    }

    /// <summary>Follows the pages of a search to the end.</summary>
    private async Task<List<MessageRow>> AllMessagesAsync(MessageSearch search)
    {
        var all = new List<MessageRow>();
        while (await Store.Care.MessagesAsync(Glow.Id, search, Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= search.Limit);
            all.AddRange(page);
            search = search with { Before = new(page[^1].PlannedAt, page[^1].Id) };
        }

        return all;
    }

    /// <summary>Members with messages in every state, and the messages in the order of the list.</summary>
    private async Task<List<MessageRow>> ManyMessagesAsync(int seed)
    {
        var random = new Random(seed);
        var rows = new List<MessageRow>();
        for (var number = 0; number < 12; number++)
        {
            var key = Glow.Member($"m{number}");
            rows.AddRange(CareRecount.Messages(key, await Store.LiveWithCareAsync(key, Opening, random)));
        }

        return [.. rows.OrderByDescending(row => row.PlannedAt).ThenByDescending(row => row.Id, StringComparer.Ordinal)];
    }
}
