using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>A member who falls silent is called back, and left alone the moment she comes (docs/domain §9).</summary>
public class Dormancy
{
    [Fact]
    public void On_the_day_she_becomes_dormant_she_gets_a_message_and_staff_a_call_to_make()
    {
        var life = Silent();
        life.Until("2026-06-12");

        Assert.Contains("2026-06-01T10:00:00Z entered dormancy", life.Recalls());
        Assert.Contains("2026-06-01T10:00:00Z released dormant_hello", life.Recalls());
        var task = Assert.Single(life.Member.Care.Tasks, task => task.Source == "dormancy");
        Assert.Equal(("recall_call", "2026-06-02T21:00:00Z", true), (task.Kind, task.DueAt.ToString(), task.IsEscalated));
    }

    [Fact]
    public void When_she_comes_back_the_same_commit_takes_back_what_was_still_to_come()
    {
        // She fell silent at ten at night, so that two weeks later the offer waits for the morning.
        var life = Lives.WithPlaybooks();
        life.Visits("2026-03-03T22:00Z");
        life.Until("2026-06-15T23:00Z");
        Assert.Single(life.Member.Recall.Messages);

        var decision = Assert.IsType<Decision.Accepted>(life.Visits("2026-06-16T08:00Z"));

        var told = decision.Events.Select(happened => happened.GetType().Name).ToList();
        Assert.Equal("Visited", told[0]);
        Assert.Contains("PlaybookLeft", told);
        Assert.Contains("MessageCancelled", told);
        Assert.Contains("TaskWithdrawn", told);
        Assert.Equal("counted_act", life.Last<PlaybookLeft>().Why);
        Assert.Empty(life.Member.Recall.Messages);
        Assert.DoesNotContain(life.Member.Care.Tasks, task => task.Source == "dormancy");
        life.Until("2026-08-01");
        Assert.DoesNotContain(life.Recalls(), line => line.Contains("dormant_offer", StringComparison.Ordinal) && line.Contains("released", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_of_them_are_left_alone_when_half_are_to_be_compared_with()
    {
        var playbook = new RecallPolicy().Playbooks["dormancy"] with { HoldoutPercent = 50 };
        var recall = new RecallPolicy { Playbooks = new RecallPolicy().Playbooks.SetItem("dormancy", playbook) };
        var heldOut = 0;
        for (var number = 0; number < 400; number++)
        {
            var life = Lives.WithPlaybooks(recall: recall, id: $"m{number}");
            life.Visits("2026-03-03T10:00Z");
            life.Until("2026-08-20");
            var entered = life.Events.OfType<PlaybookEntered>().Single(told => told.Playbook == "dormancy");
            Assert.Equal(entered.IsHeldOut ? 0 : 2, life.Events.OfType<MessagePlanned>().Count(told => told.Message.Playbook == "dormancy"));
            Assert.Equal(entered.IsHeldOut ? 3 : 0, life.Events.OfType<StepWithheld>().Count());
            heldOut += entered.IsHeldOut ? 1 : 0;
        }

        Assert.InRange(heldOut, 160, 240);
    }

    [Fact]
    public void A_call_that_led_to_a_booking_gives_her_two_weeks_of_peace()
    {
        var life = Silent();
        life.Until("2026-06-14");
        var task = life.Member.Care.Tasks.Single(task => task.Source == "dormancy");
        life.Send(new ClaimTask(task.Number, new("mei")), Told.Instant("2026-06-14T10:00Z"));
        life.Send(new CompleteTask(task.Number, new("mei"), "booked"), Told.Instant("2026-06-14T10:10Z"));

        life.Until("2026-06-28T10:00Z");
        Assert.DoesNotContain(life.Recalls(), line => line.Contains("dormant_offer", StringComparison.Ordinal));
        life.Until("2026-06-28T10:10Z");
        Assert.Contains("2026-06-28T10:10:00Z released dormant_offer", life.Recalls());
    }

    [Fact]
    public void What_she_does_within_thirty_days_is_put_down_to_the_playbook_and_what_comes_later_is_not()
    {
        var life = Silent();
        life.Until("2026-06-10");
        life.Visits("2026-06-20T10:00Z");
        life.Buys("2026-06-25T10:00Z", 800m);
        life.Buys("2026-07-01T10:00Z", 50m);
        life.Buys("2026-07-01T10:01Z", 90m);

        Assert.Equal(
            ["dormancy True 0", "dormancy False 800", "dormancy False 50"],
            life.Events.OfType<MemberReturned>().Where(told => told.Playbook == "dormancy").Select(told => $"{told.Playbook} {told.IsFirst} {told.Revenue}"));
    }

    [Fact]
    public void What_is_given_back_was_no_revenue_and_she_has_returned_all_the_same()
    {
        var life = Silent();
        life.Until("2026-06-10");
        life.Buys("2026-06-20T10:00Z", 800m, order: "o1");
        life.GetsBack("2026-06-21T10:00Z", 300m, order: "o1");
        life.GetsBack("2026-08-21T10:00Z", order: "o1");

        Assert.Equal(
            ["MemberReturned 800", "ReturnRefunded 500", "ReturnRefunded 0"],
            life.Events.Select(told => told switch
            {
                MemberReturned { Playbook: "dormancy", Total: var total } => $"MemberReturned {total}",
                ReturnRefunded { Playbook: "dormancy", Total: var total } => $"ReturnRefunded {total}",
                _ => "",
            }).Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData("not_interested")]
    [InlineData("wrong_number")]
    public void A_call_that_ended_it_ends_the_playbook(string outcome)
    {
        var life = Silent();
        life.Until("2026-06-02");
        var task = life.Member.Care.Tasks.Single(task => task.Source == "dormancy");
        life.Send(new ClaimTask(task.Number, new("mei")), Told.Instant("2026-06-02T10:00Z"));
        life.Send(new CompleteTask(task.Number, new("mei"), outcome), Told.Instant("2026-06-02T10:10Z"));

        Assert.Equal(outcome, life.Events.OfType<PlaybookLeft>().Single(left => left.Playbook == "dormancy").Why);
    }

    /// <summary>Her only visit was on 3 March at ten: the first of June at ten is the ninetieth day.</summary>
    private static Life Silent()
    {
        var life = Lives.WithPlaybooks();
        life.Visits("2026-03-03T10:00Z");
        return life;
    }
}
