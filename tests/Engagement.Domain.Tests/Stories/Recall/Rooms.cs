using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>More messages than may go: the more urgent go first, the others wait and none is lost (docs/domain §9).</summary>
public class Rooms
{
    [Fact]
    public void Of_two_that_are_due_together_the_more_urgent_goes_and_the_other_waits_a_day()
    {
        var life = Lives.WithPlaybooks(recall: Books(("calm", 10), ("urgent", 90)));
        life.Joins("2026-03-02T10:00Z");

        Assert.Equal("urgent", life.Last<MessageReleased>().Message.Playbook);
        Assert.Equal("daily_cap", life.Last<MessageMoved>().Why);
        life.Until("2026-03-03T10:00Z");
        Assert.Equal("calm", life.Last<MessageReleased>().Message.Playbook);
    }

    [Fact]
    public void Three_in_a_week_and_the_fourth_waits_until_the_first_is_a_week_old()
    {
        var life = Lives.WithPlaybooks(recall: Books(("a", 90), ("b", 80), ("c", 70), ("d", 60)));
        life.Joins("2026-03-02T10:00Z");
        life.Until("2026-03-20");

        Assert.Equal(
            ["02 a", "03 b", "04 c", "09 d"],
            life.Events.OfType<MessageReleased>().Select(told => $"{told.At.ToString()[8..10]} {told.Message.Playbook}"));
    }

    [Fact]
    public void What_would_be_of_no_use_by_then_is_not_sent_and_says_so()
    {
        var book = new Playbook { Trigger = new(Occasion.Joined), Steps = [new(0, Message: new("nudge", UselessAfterHours: 4))] };
        var life = Lives.WithPlaybooks(recall: new() { Playbooks = Of(("nudge", book)) });
        life.Joins("2026-03-02T23:00Z");

        Assert.Equal("useless", life.Last<MessageCancelled>().Why);
    }

    [Fact]
    public void A_new_policy_lets_her_keep_her_place_and_takes_her_out_of_what_is_switched_off()
    {
        var life = Lives.WithPlaybooks(recall: Books(("a", 90), ("b", 80)));
        life.Joins("2026-03-02T10:00Z");
        var a = life.Rules.Chain.Policy.Recall.Playbooks["a"] with
        {
            Steps = [new(0, Message: new("text")), new(12, Message: new("missed")), new(72, Message: new("later"))],
        };
        var since = Told.Instant("2026-03-03T10:00Z");
        life.Until(since);
        life.Rules = Lives.WithPlaybooks(recall: new() { Playbooks = Of(("a", a)) }).Rules;
        life.Send(new Members.AdoptRules(since), since);

        Assert.Equal(("b", "switched_off"), life.Last<PlaybookLeft>() is var left ? (left.Playbook, left.Why) : default);
        life.Until("2026-03-10");
        Assert.Equal(["text", "later"], life.Events.OfType<MessagePlanned>().Where(told => told.Message.Playbook == "a").Select(told => told.Message.Template));
    }

    private static RecallPolicy Books(params (string Name, int Priority)[] books) => new()
    {
        Playbooks = Of([.. books.Select(book => (book.Name, new Playbook
        {
            Trigger = new(Occasion.Joined),
            Priority = book.Priority,
            Steps = [new(0, Message: new("text"))],
        }))]),
        Messages = new() { SpreadMinutes = 0 },
    };

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, Playbook> Of(params (string Name, Playbook Playbook)[] books) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, books.Select(book => KeyValuePair.Create(book.Name, book.Playbook)));
}
