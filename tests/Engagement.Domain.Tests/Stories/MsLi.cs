using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

/// <summary>The reference story of docs/domain §4.</summary>
public class MsLi
{
    [Fact]
    public void She_rises_with_her_annual_card_and_falls_silent_after_its_last_use()
    {
        var life = Lived();

        Assert.Equal(
            [
                "2020-09-11T10:00:00Z unknown > Potential: joined",
                "2020-09-16T10:00:00Z Potential > New: first visit",
                "2020-09-16T11:30:00Z New > Effective: second visit within 90 days",
                "2020-10-13T10:00:00Z Effective > Active: third visit within 120 days",
                "2020-12-15T10:00:00Z Active > Loyal: fifth visit within 180 days",
                "2021-05-14T10:00:00Z Loyal > Active: fewer than 5 visits within 180 days",
                "2021-05-15T10:00:00Z Active > Effective: fewer than 3 visits within 120 days",
                "2021-05-16T10:00:00Z Effective > New: fewer than 2 visits within 90 days",
                "2021-06-13T10:00:00Z New > Dormant: no visit for 90 days",
                "2021-09-11T10:00:00Z Dormant > Lost: no visit for 180 days",
            ],
            life.Stages());
    }

    [Fact]
    public void She_is_dormant_exactly_90_times_24_hours_after_her_last_visit_and_lost_at_180()
    {
        var life = Lived();
        var lastVisit = Told.Instant("2021-03-15T10:00:00");
        var silence = life.Events.OfType<StageChanged>().TakeLast(2).Select(told => (told.To, told.At - lastVisit));
        Assert.Equal([(Stage.Dormant, TimeSpan.FromHours(90 * 24)), (Stage.Lost, TimeSpan.FromHours(180 * 24))], silence);
    }

    [Fact]
    public void Care_staff_are_told_two_weeks_ahead_of_each_fall()
    {
        Assert.Equal(
            [
                "2021-04-30T10:00:00Z + Slipping",
                "2021-05-16T10:00:00Z + SecondVisitOverdue",
                "2021-05-16T10:00:00Z - Slipping",
                "2021-05-30T10:00:00Z + Slipping",
                "2021-06-13T10:00:00Z - SecondVisitOverdue",
                "2021-06-13T10:00:00Z - Slipping",
                "2021-08-28T10:00:00Z + Slipping",
                "2021-09-11T10:00:00Z - Slipping",
            ],
            Lived().Flags());
    }

    [Fact]
    public void What_she_paid_and_shared_earned_her_points_and_her_visits_on_the_card_did_not()
    {
        Assert.Equal(99 + 3980 + 10, Lived().Member.Points);
    }

    private static Life Lived()
    {
        var life = Lives.ByDefault();
        life.Joins("2020-09-11T10:00");
        life.Buys("2020-09-16T10:00", 99m, "trial");
        life.Buys("2020-09-16T11:30", 3980m, "annual card, six uses");
        life.Visits("2020-10-13T10:00");
        life.Visits("2020-11-15T10:00");
        life.Acts("2020-11-20T10:00", "share");
        foreach (var month in new[] { "2020-12-15", "2021-01-15", "2021-02-15", "2021-03-15" })
            life.Visits($"{month}T10:00");
        return life.Until("2022-01-01");
    }
}
