using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

/// <summary>How a member was at a past instant, by all that has been told since.</summary>
public class LookingBack
{
    [Fact]
    public void She_is_seen_in_the_stage_that_was_told_then_with_what_she_had_by_then()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m);
        life.Buys("2020-02-01", 40m);
        life.Until("2020-09-01");

        var before = At(life, "2020-01-31T23:59:59Z");
        var just = At(life, "2020-02-01");
        var dormant = At(life, "2020-06-01");

        Assert.Equal((Stage.New, 100L, AttentionFlags.SecondVisitOverdue), (before!.Stage!.Value, before.Points, before.Flags & AttentionFlags.SecondVisitOverdue));
        Assert.Equal((Stage.Effective, 140L, AttentionFlags.None), (just!.Stage!.Value, just.Points, just.Flags & AttentionFlags.SecondVisitOverdue));
        Assert.Equal((Stage.Dormant, Told.Instant("2020-05-01")), (dormant!.Stage!.Value, dormant.StageSince));
        Assert.Null(At(life, "2019-12-31"));
    }

    [Fact]
    public void A_visit_told_late_is_seen_at_its_own_instant_and_moves_no_past_stage()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Until("2020-04-01");
        life.Visits("2020-03-01", arriving: "2020-04-05");

        var march = At(life, "2020-03-15")!;
        var april = At(life, "2020-04-02")!;

        Assert.Equal((Stage.New, Told.Instant("2020-03-01")), (march.Stage!.Value, march.Acts.Last!.Value));
        Assert.Equal(Stage.Dormant, april.Stage);
    }

    [Fact]
    public void Of_an_earlier_purchase_that_was_told_later_a_refund_still_finds_the_right_one()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-20", 300m, "late");
        life.Buys("2020-01-05", 80m, "early", arriving: "2020-01-21");
        life.GetsBack("2020-01-10", order: "early", arriving: "2020-01-22");
        life.Until("2020-02-01");

        // By then only the earlier one had happened, and it had been given back.
        Assert.Empty(Hindsight.ActsAt(life.Events, Told.Instant("2020-01-15"), Told.Instant("2020-01-15")).Recent);
        Assert.Equal(80m, Hindsight.ActsAt(life.Events, Told.Instant("2020-01-07"), Told.Instant("2020-01-07")).Recent.Single().Paid);
        // With what is known by now it was no purchase.
        Assert.Empty(Hindsight.ActsAt(life.Events, Told.Instant("2020-01-07"), Told.Instant("2020-02-01")).Recent);
    }

    [Fact]
    public void Before_her_first_event_was_told_she_was_nobody_also_where_older_ones_came_after_it()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-03-01");
        life.Visits("2020-01-01", arriving: "2020-03-02");

        Assert.Null(At(life, "2020-02-01"));
    }

    [Fact]
    public void Of_whoever_was_forgotten_the_past_shows_figures_and_nothing_that_was_hers()
    {
        var life = Lives.WithPlaybooks();
        life.Joins("2026-01-01 10:00");
        life.Buys("2026-01-02 10:00", 100m);
        life.IsTagged("2026-01-03 10:00", "vip");
        life.Send(new Erase(), Told.Instant("2026-02-01 10:00"));

        var then = At(life, "2026-01-20")!;

        Assert.True(then.IsErased);
        Assert.Equal((Stage.New, 100L), (then.Stage!.Value, then.Points));
        Assert.Empty(then.Tags);
        Assert.Empty(then.Recall.Runs);
        Assert.Empty(then.Care.Tasks);
        Assert.Equal(AttentionFlags.None, then.Flags);
    }

    private static Member? At(Life life, string at) => Hindsight.At(life.Member, life.Events, Told.Instant(at), out _);
}
