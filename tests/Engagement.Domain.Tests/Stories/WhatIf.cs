using System.Runtime.CompilerServices;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Simulation;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

/// <summary>A life again, under rules that differ in one number (docs/domain, what-if).</summary>
public class WhatIf
{
    private static readonly Policy Default = Policy.Default;

    [Fact]
    public void Two_points_a_yuan_instead_of_one_double_what_purchases_earned_and_refunds_took_back()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 300.90m, "a");
        life.SignsIn("2020-01-02");
        life.Buys("2020-01-03", 50m);
        life.GetsBack("2020-01-04", 100m, "a");
        Assert.Equal(300 + 1 + 50 - 100, life.Member.Points);

        var (told, after) = Again(life, Lives.Quiet with { Points = Default.Points with { PerCurrencyUnit = 2m } }, "2020-02-01");

        // 300.90 less 100 earns 2 × 200: what is taken back is what the rest would not have earned.
        Assert.Equal(600 + 1 + 100 - 200, after.After.Points);
        Assert.Equal([600, 100], told.OfType<Purchased>().Select(purchased => purchased.Points));
        Assert.Equal(200, told.OfType<Refunded>().Single().Points);
    }

    [Fact]
    public void Who_is_dormant_after_sixty_days_instead_of_ninety_is_so_thirty_days_sooner()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Until("2020-04-15");

        var (told, _) = Again(life, Lives.Quiet with { Stages = new() { DormantAfterDays = 60 } }, "2020-04-15");

        Assert.Equal(Told.Instant("2020-03-31"), life.Last<StageChanged>().At);
        Assert.Equal(Told.Instant("2020-03-01"), told.OfType<StageChanged>().Last().At);
    }

    [Fact]
    public void What_staff_did_is_done_to_the_like_task_or_told_to_apply_no_longer()
    {
        var life = Lives.WithPlaybooks();
        life.Visits("2020-01-01 10:00");
        life.Until("2020-01-04 12:00");
        life.Closes("2020-01-05 12:00", life.Member.Care.Tasks.Single().Kind, Outcomes.Booked);
        var book = Default.Recall.Playbooks["second_visit"];
        var later = book with { Steps = book.Steps.SetItem(0, book.Steps[0] with { AfterHours = 4 * 24 }) };
        var tooLate = book with { Steps = book.Steps.SetItem(0, book.Steps[0] with { AfterHours = 9 * 24 }) };

        var (told, after) = Again(life, With(later), "2020-01-06");
        var (_, missed) = Again(life, With(tooLate), "2020-01-06");

        Assert.Equal((0, Outcomes.Booked), (after.NoLongerApply, told.OfType<TaskCompleted>().Single().Outcome));
        Assert.Equal(Told.Instant("2020-01-05 10:00"), told.OfType<TaskOpened>().Single().At);
        Assert.Equal(2, missed.NoLongerApply);
    }

    [Fact]
    public void A_message_that_goes_at_another_time_is_handed_over_at_once_and_takes_its_room()
    {
        var life = Lives.WithPlaybooks();
        life.Joins("2020-01-01 10:00");
        life.Until("2020-01-10");
        var book = Default.Recall.Playbooks["welcome"];
        var draft = Default with
        {
            Recall = new() { Playbooks = Default.Recall.Playbooks.SetItem("welcome", book with { Steps = book.Steps.SetItem(0, book.Steps[0] with { AfterHours = 1 }) }) },
        };

        var (told, _) = Again(life, draft, "2020-01-10");

        Assert.Equal(Told.Instant("2020-01-01 11:00"), told.OfType<MessageReleased>().First().At);
        Assert.Equal(told.OfType<MessageReleased>().Count(), told.OfType<MessageReported>().Count(reported => reported is { Fate: MessageFate.Sent, Day: not null }));
    }

    [Fact]
    public void What_happened_after_the_end_has_not_happened_yet()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Visits("2020-01-20");

        var (told, _) = Again(life, Lives.Quiet, "2020-01-10");

        Assert.Equal([Stage.New], told.OfType<StageChanged>().Select(changed => changed.To));
    }

    [Fact]
    public void An_act_that_came_late_before_that_was_kept_is_judged_when_something_was_told_of_it()
    {
        var life = Lives.ByDefault();
        life.SignsIn("2020-01-01");
        life.Visits("2020-01-03");
        life.Visits("2020-01-02", arriving: "2020-01-03 10:00");
        var past = life.Events.Select(happened => happened is ActEvent act ? act with { Judged = null } : happened).ToList();

        var told = new List<MemberEvent>();
        Replay.Of(life.Rules, life.Member.Id, null, [.. past.Select(happened => new Past(happened.At, happened))], Told.Instant("2020-01-04"), told.Add);

        Assert.Equal(past, told.Select(happened => happened is ActEvent act ? act with { Judged = null } : happened));
    }

    [Fact]
    public void Of_every_event_there_is_it_is_known_whose_doing_it_was()
    {
        var events = typeof(MemberEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MemberEvent)) && !type.IsAbstract).ToList();

        Assert.NotEmpty(events);
        foreach (var type in events)
        {
            var happened = (MemberEvent)RuntimeHelpers.GetUninitializedObject(type);
            var doer = Simulation.Deeds.DoerOf(happened);
            // An event with nothing in it may be no whole deed; what is asked is whether it has a place.
            if (happened is ActEvent act)
                Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(() => Simulation.Deeds.CommandOf(act)));
            if (doer == Doer.Another)
                Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(() => Simulation.Deeds.ErrandOf(happened)));
            Assert.Equal(happened is ActEvent, doer == Doer.World);
        }
    }

    private static Policy With(Playbook secondVisit) =>
        Default with { Recall = new() { Playbooks = Default.Recall.Playbooks.SetItem("second_visit", secondVisit) } };

    private static (List<MemberEvent> Told, Replayed After) Again(Life life, Policy draft, string end)
    {
        var told = new List<MemberEvent>();
        var after = Replay.Of(
            life.Rules with { Chain = life.Rules.Chain with { Policy = draft } },
            life.Member.Id,
            life.Member.Birthday,
            [.. life.Events.Select(happened => new Past(happened.At, happened))],
            Told.Instant(end),
            told.Add);
        return (told, after);
    }
}
