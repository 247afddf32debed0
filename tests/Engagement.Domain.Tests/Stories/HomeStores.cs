using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class HomeStores
{
    private static readonly Policy Strict =
        Lives.Quiet with { Stages = new StagePolicy { DormantAfterDays = 30, LostAfterDays = 60 } };

    [Fact]
    public void Her_first_act_names_her_home_store_and_needs_no_further_word()
    {
        var life = Lives.WithStore("north", Strict);
        life.Joins("2020-01-01", "north");
        Assert.Equal(new StoreId("north"), life.Member.Home);
        Assert.Empty(life.Events.OfType<HomeStoreSet>());
    }

    [Fact]
    public void A_member_without_a_home_gets_one_by_the_first_act_that_names_a_store_and_keeps_it()
    {
        var life = Lives.WithStore("north", Lives.Quiet);
        life.Visits("2020-01-01");
        life.Until("2020-02-02");
        life.SignsIn("2020-02-03", "north");

        var expected = new HomeStoreSet(
            Told.Instant("2020-02-03"), new("north"), Stage.New, AttentionFlags.SecondVisitOverdue);
        Assert.Equal(expected, life.Last<HomeStoreSet>());
        Assert.Equal(new StoreId("north"), life.Member.Home);

        life.SignsIn("2020-02-04", "north");
        Assert.Single(life.Events.OfType<HomeStoreSet>());
    }

    [Fact]
    public void An_act_without_a_store_happens_at_home()
    {
        var life = Lives.WithStore("north", Lives.Quiet);
        life.Joins("2020-01-01", "north");
        life.SignsIn("2020-01-02");
        Assert.Equal(new StoreId("north"), life.Last<CheckedIn>().Store);
    }

    [Fact]
    public void Up_to_the_day_she_gets_a_home_she_lives_by_the_rules_of_her_chain()
    {
        var life = Lives.WithStore("north", Strict);
        life.Visits("2020-01-01");
        life.Visits("2020-02-20", "north");
        Assert.Equal(
            [
                "2020-01-01T00:00:00Z unknown > New: first visit",
                "2020-02-20T00:00:00Z New > Dormant: the policy changed",
                "2020-02-20T00:00:00Z Dormant > Effective: second visit within 90 days",
            ],
            life.Stages());
    }

    [Fact]
    public void From_then_on_she_is_judged_by_the_rules_of_her_store_also_by_an_act_that_does_not_count()
    {
        var life = Lives.WithStore("north", Strict);
        life.Visits("2020-01-01");
        life.SignsIn("2020-02-10", "north");
        Assert.Equal("2020-02-10T00:00:00Z New > Dormant: the policy changed", life.Stages().Last());
        life.Until("2020-04-01");
        Assert.Equal("2020-03-01T00:00:00Z Dormant > Lost: no visit for 60 days", life.Stages().Last());
    }

    [Fact]
    public void A_late_act_that_names_her_home_moves_her_over_as_of_what_she_has_lived_through()
    {
        var life = Lives.WithStore("north", Strict);
        life.Visits("2020-01-01");
        life.SignsIn("2020-01-20");
        life.Visits("2020-01-10", "north", arriving: "2020-01-25");

        Assert.Equal(Told.Instant("2020-01-20"), life.Last<HomeStoreSet>().At);
        Assert.Equal("2020-01-25T00:00:00Z New > Effective: second visit within 90 days", life.Stages().Last());
        life.Until("2020-02-09");
        Assert.Equal("2020-02-09T00:00:00Z Effective > Dormant: no visit for 30 days", life.Stages().Last());
    }

    [Fact]
    public void Between_that_instant_and_now_she_falls_when_the_rules_of_her_store_say()
    {
        var life = Lives.WithStore("north", Strict);
        life.Visits("2020-01-01");
        life.SignsIn("2020-01-20");
        life.Visits("2019-12-30", "north", arriving: "2020-03-10");
        Assert.Equal("2020-03-01T00:00:00Z Dormant > Lost: no visit for 60 days", life.Stages().Last());
    }

    [Fact]
    public void A_store_the_chain_does_not_have_is_refused()
    {
        var life = Lives.WithStore("north", Strict);
        Assert.Equal("unknown_store: the chain has no store 'south'", Told.Refusal(life.Visits("2020-01-01", "south")));
        Assert.Equal(Member.Unknown, life.Member);
    }
}
