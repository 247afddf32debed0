using Engagement.Domain.Members;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class LateNews
{
    [Fact]
    public void A_visit_told_late_is_filed_at_its_own_instant_and_judged_as_of_now_and_the_past_stays_told()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Until("2020-04-01");
        life.Visits("2020-03-01", arriving: "2020-04-05");

        Assert.Equal(
            [
                "2020-01-01T00:00:00Z unknown > New: first visit",
                "2020-03-31T00:00:00Z New > Dormant: no visit for 90 days",
                "2020-04-05T00:00:00Z Dormant > New: back after 60 days",
            ],
            life.Stages());
        Assert.Equal(Told.Instant("2020-03-01"), life.Member.Acts.Last);
        Assert.Equal("2020-05-30T00:00:00Z New > Dormant: no visit for 90 days", life.Until("2020-06-01").Stages().Last());
    }

    [Fact]
    public void What_fell_due_before_late_news_came_falls_due_by_what_was_known()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.SignsIn("2020-03-30");
        life.Visits("2020-03-20", arriving: "2020-04-02");
        Assert.Equal(
            ["2020-03-31T00:00:00Z New > Dormant: no visit for 90 days", "2020-04-02T00:00:00Z Dormant > New: back after 79 days"],
            life.Stages().TakeLast(2));
    }

    [Fact]
    public void A_late_sign_in_or_behaviour_is_only_filed()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.SignsIn("2020-02-01");
        var decision = life.SignsIn("2020-01-15", arriving: "2020-06-01");
        Assert.Single(Assert.IsType<Decision.Accepted>(decision).Events);
    }

    [Fact]
    public void A_clock_set_back_undoes_nothing()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.SignsIn("2020-01-20");
        life.Send(new Visits.Visit(Deeds.Key(50), null, null), Told.Instant("2020-01-10"));
        Assert.Equal(Told.Instant("2020-01-20"), life.Last<Visits.Visited>().At);
    }

    [Fact]
    public void An_act_may_be_five_minutes_ahead_of_the_clock_and_no_more()
    {
        var life = Lives.ByDefault();
        var refused = life.Visits("2020-01-01T12:05:00.000001", arriving: "2020-01-01T12:00");
        Assert.Equal(
            "in_future: 'at' is 2020-01-01T12:05:00.000001Z, more than 5 minutes after 2020-01-01T12:00:00Z", Told.Refusal(refused));
        Assert.IsType<Decision.Accepted>(life.Visits("2020-01-01T12:05", arriving: "2020-01-01T12:00"));
    }

    [Fact]
    public void A_refund_told_late_is_judged_as_of_now()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 10m, "A1");
        life.Visits("2020-01-10");
        life.GetsBack("2020-01-05", order: "A1", arriving: "2020-01-12");
        Assert.Equal("2020-01-12T00:00:00Z Effective > New: purchase refunded", life.Stages().Last());
    }
}
