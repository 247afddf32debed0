using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Silence
{
    [Theory]
    [InlineData("2020-03-31T11:59:59.999999", Stage.New)]
    [InlineData("2020-03-31T12:00:00", Stage.Dormant)]
    [InlineData("2020-06-29T11:59:59.999999", Stage.Dormant)]
    [InlineData("2020-06-29T12:00:00", Stage.Lost)]
    public void Ninety_days_of_silence_make_a_member_dormant_and_180_lost_to_the_microsecond(string at, Stage expected)
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01T12:00");
        Assert.Equal(expected, life.Until(at).Member.Stage);
    }

    [Theory]
    [InlineData("2020-04-30T11:59:59.999999", Stage.Active)]
    [InlineData("2020-04-30T12:00:00", Stage.Effective)]
    public void An_act_leaves_the_window_of_120_days_exactly_120_days_after_it_happened(string at, Stage expected)
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01T12:00");
        life.Visits("2020-03-01");
        life.Visits("2020-03-15");
        Assert.Equal(expected, life.Until(at).Member.Stage);
    }

    [Fact]
    public void The_second_visit_is_overdue_once_more_than_thirty_days_have_passed()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        Assert.Equal(Told.Instant("2020-01-31T00:00:00.000001"), Passage.NextDue(Rules.Default, life.Member));
        Assert.Equal(AttentionFlags.None, life.Until("2020-01-31").Member.Flags);
        Assert.Equal(AttentionFlags.SecondVisitOverdue, life.Until("2020-02-15").Member.Flags);

        life.Visits("2020-02-20");
        Assert.Equal(
            ["2020-01-31T00:00:00.000001Z + SecondVisitOverdue", "2020-02-20T00:00:00Z - SecondVisitOverdue"], life.Flags());
    }

    [Fact]
    public void A_visit_at_the_very_instant_of_falling_asleep_wakes_her_up_again()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Visits("2020-03-31");
        Assert.Equal(
            [
                "2020-03-31T00:00:00Z New > Dormant: no visit for 90 days",
                "2020-03-31T00:00:00Z Dormant > New: back after 90 days",
            ],
            life.Stages().TakeLast(2));
    }

    [Fact]
    public void Whoever_comes_back_after_dormancy_is_new_and_one_who_used_to_come_often_may_be_more()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Visits("2020-01-02");
        life.Visits("2020-04-10");
        Assert.Equal("2020-04-10T00:00:00Z Dormant > Active: third visit within 120 days", life.Stages().Last());
        life.Visits("2021-04-10");
        Assert.Equal("2021-04-10T00:00:00Z Lost > New: back after 365 days", life.Stages().Last());
    }

    [Fact]
    public void Whoever_only_joined_or_signs_in_daily_stays_potential_and_need_not_be_woken()
    {
        var life = Lives.ByDefault();
        life.Joins("2020-01-01");
        life.SignsIn("2020-01-02");
        life.Acts("2020-01-03", "comment");
        Assert.Equal(["2020-01-01T00:00:00Z unknown > Potential: joined"], life.Until("2030-01-01").Stages());
        Assert.Null(Passage.NextDue(Rules.Default, life.Member));
    }

    [Fact]
    public void Whoever_is_first_seen_by_a_sign_in_is_potential_before_she_has_joined()
    {
        var life = Lives.ByDefault();
        life.SignsIn("2020-01-02");
        Assert.Equal(["2020-01-02T00:00:00Z unknown > Potential: first seen, no visit yet"], life.Stages());
    }

    [Fact]
    public void A_lost_member_stays_lost_and_need_not_be_woken()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Until("2020-07-01");
        Assert.Null(Passage.NextDue(Rules.Default, life.Member));
    }
}
