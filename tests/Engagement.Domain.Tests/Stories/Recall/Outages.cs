using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>Whatever was away: nobody gets more at once than on any other day, and what is over is not sent (docs/domain §9).</summary>
public class Outages
{
    [Fact]
    public void What_lies_in_the_outbox_goes_before_what_is_wanted_today_and_nothing_more_goes_on_that_day()
    {
        // Yesterday's welcome could not be handed over: the guide of today waits for tomorrow.
        var life = Undelivered();
        life.Joins("2026-03-02T10:00Z");
        life.Until("2026-03-03T12:00Z");

        Assert.Equal("welcome", Assert.Single(life.Events.OfType<MessageReleased>()).Message.Template);
        Assert.Equal(("daily_cap", "2026-03-04T09:00:00Z"), life.Last<MessageMoved>() is var moved ? (moved.Why, moved.To.ToString()) : default);
    }

    [Fact]
    public void Of_two_in_the_outbox_the_one_released_first_goes_today_and_the_other_tomorrow_morning()
    {
        var life = Undelivered(new() { MostADay = 1, SpreadMinutes = 0 });
        life.Joins("2026-03-02T10:00Z");
        // So long unreported that nobody expects a word of it: the next is released as well.
        life.Until("2026-03-09T10:00Z");
        var released = life.Events.OfType<MessageReleased>().Select(told => told.Message).ToList();
        Assert.Equal(["welcome", "benefits_guide"], released.Select(message => message.Template).Take(2));

        var now = Told.Instant("2026-03-07T10:00Z");
        Assert.Null(NotBefore(life, released[1].Number, now));
        life.Send(new ReportMessage(released[1].Number, MessageFate.Sent), Told.Instant("2026-03-09T11:00Z"));
        Assert.Equal("2026-03-10T09:00:00Z", NotBefore(life, released[0].Number, Told.Instant("2026-03-09T11:01Z"))?.ToString());
    }

    [Fact]
    public void What_is_late_keeps_quiet_hours_once_more_and_what_has_just_been_released_goes()
    {
        var life = Undelivered();
        life.Joins("2026-03-02T20:59:59Z");
        var number = life.Last<MessageReleased>().Message.Number;
        var night = Told.Instant("2026-03-02T21:00:01Z");

        Assert.Null(LateSending.NotBefore(life.Rules.Chain, life.Member, number, night, isLate: false));
        Assert.Equal("2026-03-03T09:00:00Z", LateSending.NotBefore(life.Rules.Chain, life.Member, number, night, isLate: true)?.ToString());
    }

    [Fact]
    public void Leaving_a_playbook_takes_back_what_is_still_in_the_outbox_and_leaves_alone_what_was_handed_over()
    {
        var undelivered = Undelivered();
        undelivered.Visits("2026-03-02T10:00Z");
        undelivered.Until("2026-03-16T10:00Z");
        Assert.Equal("second_visit_offer", undelivered.Last<MessageReleased>().Message.Template);
        var decision = Assert.IsType<Decision.Accepted>(undelivered.Visits("2026-03-16T10:00:01Z"));
        Assert.Equal("left_playbook", Assert.Single(decision.Events.OfType<MessageCancelled>()).Why);
        Assert.Empty(undelivered.Member.Recall.Released);

        var delivered = Lives.WithPlaybooks();
        delivered.Visits("2026-03-02T10:00Z");
        delivered.Until("2026-03-16T10:00Z");
        decision = Assert.IsType<Decision.Accepted>(delivered.Visits("2026-03-16T10:00:01Z"));
        Assert.Empty(decision.Events.OfType<MessageCancelled>());
    }

    [Fact]
    public void What_could_not_be_delivered_does_not_count_and_what_is_reported_twice_counts_once()
    {
        var failing = Undelivered();
        failing.Joins("2026-03-02T10:00Z");
        var number = failing.Last<MessageReleased>().Message.Number;
        failing.Send(new ReportMessage(number, MessageFate.Failed), Told.Instant("2026-03-02T10:01Z"));
        Assert.Empty(failing.Member.Recall.SentOn);

        var life = Undelivered();
        life.Joins("2026-03-02T10:00Z");
        for (var minute = 1; minute < 4; minute++)
            life.Send(new ReportMessage(number, MessageFate.Sent), Told.Instant($"2026-03-02T10:0{minute}Z"));
        life.Send(new ReportMessage(number, MessageFate.Delivered), Told.Instant("2026-03-02T10:05Z"));
        Assert.Equal([new DateOnly(2026, 3, 2)], life.Member.Recall.SentOn);
    }

    private static Instant? NotBefore(Life life, MessageNumber number, Instant now) =>
        LateSending.NotBefore(life.Rules.Chain, life.Member, number, now, isLate: true);

    private static Life Undelivered(MessagePolicy? messages = null) =>
        new(Lives.WithPlaybooks(recall: new() { Messages = messages ?? new() { SpreadMinutes = 0 } }).Rules, new("li")) { Delivers = false };
}
