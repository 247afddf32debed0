using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class NewRules
{
    [Fact]
    public void Stricter_rules_change_her_stage_as_of_the_change_and_not_before()
    {
        var life = SilentSinceNewYear();
        Adopt(life, new StagePolicy { DormantAfterDays = 30, LostAfterDays = 60 }, "2020-02-20");
        Assert.Equal(
            ["2020-01-01T00:00:00Z unknown > New: first visit", "2020-02-20T00:00:00Z New > Dormant: the policy changed"],
            life.Stages());
        Assert.Equal("2020-03-01T00:00:00Z Dormant > Lost: no visit for 60 days", life.Until("2020-03-02").Stages().Last());
    }

    [Fact]
    public void Milder_rules_lift_her_again_and_what_was_told_stays_told()
    {
        var life = SilentSinceNewYear();
        life.Until("2020-04-01");
        Adopt(life, new StagePolicy { DormantAfterDays = 120 }, "2020-04-10");
        Assert.Equal(
            ["2020-03-31T00:00:00Z New > Dormant: no visit for 90 days", "2020-04-10T00:00:00Z Dormant > New: the policy changed"],
            life.Stages().TakeLast(2));
        Assert.Equal("2020-04-30T00:00:00Z New > Dormant: no visit for 120 days", life.Until("2020-05-01").Stages().Last());
    }

    [Fact]
    public void Flags_follow_the_new_rules_too()
    {
        var life = SilentSinceNewYear();
        Adopt(life, new StagePolicy { SecondVisitOverdueAfterDays = 7 }, "2020-01-20");
        Assert.Equal(["2020-01-20T00:00:00Z + SecondVisitOverdue"], life.Flags());
    }

    [Fact]
    public void Rules_that_are_older_than_what_she_has_lived_through_apply_from_there_on()
    {
        var life = SilentSinceNewYear();
        life.SignsIn("2020-03-01");
        Adopt(life, new StagePolicy { DormantAfterDays = 30 }, "2020-02-20");
        Assert.Equal("2020-03-01T00:00:00Z New > Dormant: the policy changed", life.Stages().Last());
    }

    [Fact]
    public void Rules_that_see_her_where_she_stands_and_a_member_nobody_knows_yield_no_event()
    {
        var life = SilentSinceNewYear();
        var told = life.Events.Count;
        Adopt(life, new StagePolicy(), "2020-01-10");
        Assert.Equal(told, life.Events.Count);

        var unknown = Lives.ByDefault();
        unknown.Send(new AdoptRules(Told.Instant("2020-01-10")), Told.Instant("2020-01-10"));
        Assert.Equal(Member.Unknown, unknown.Member);
    }

    private static Life SilentSinceNewYear()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        return life;
    }

    private static void Adopt(Life life, StagePolicy stages, string since)
    {
        life.Rules = life.Rules with { Chain = new(Lives.Quiet with { Stages = stages }, TimeZoneInfo.Utc) };
        life.Send(new AdoptRules(Told.Instant(since)), Told.Instant(since));
    }
}
