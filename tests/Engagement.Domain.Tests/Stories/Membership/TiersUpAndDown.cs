using Engagement.Domain.Benefits;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Tiers;

namespace Engagement.Domain.Tests.Stories.Membership;

public class TiersUpAndDown
{
    private static readonly Policy Tiered = Lives.Quiet with { Tiers = new() };

    [Fact]
    public void She_is_lifted_at_once_to_the_highest_tier_she_deserves()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-01-01", 499.99m);
        Assert.Null(life.Member.Tier.Name);
        life.Buys("2020-01-02", 0.01m);
        Assert.Equal("basic", life.Member.Tier.Name);
        life.Buys("2020-01-03", 4_500m);
        Assert.Equal("pro", life.Member.Tier.Name);
        life.Buys("2020-01-04", 15_000m);
        Assert.Equal(
            [
                "2020-01-02T00:00:00Z  > basic: 500 paid until 2021-01-02T00:00:00Z",
                "2020-01-03T00:00:00Z basic > pro: 5,000 paid within 365 days until 2021-01-03T00:00:00Z",
                "2020-01-04T00:00:00Z pro > premium: 20,000 paid until 2021-01-04T00:00:00Z",
            ],
            TierStory(life));
    }

    [Fact]
    public void A_tier_is_kept_to_the_end_of_its_year_and_lost_by_one_step_after_a_warning_thirty_days_before()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-03-01", 6_000m);
        life.Until("2022-06-01");
        Assert.Equal(
            [
                "2020-03-01T00:00:00Z  > pro: 5,000 paid within 365 days until 2021-03-01T00:00:00Z",
                "2021-01-30T00:00:00Z pro at risk of basic on 2021-03-01T00:00:00Z",
                "2021-03-01T00:00:00Z pro > basic: not deserved again within the year until 2022-03-01T00:00:00Z",
                "2022-03-01T00:00:00Z basic kept until 2023-03-01T00:00:00Z",
            ],
            TierStory(life));
    }

    [Fact]
    public void Who_spends_enough_after_the_warning_keeps_her_tier_for_another_year()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-03-01", 6_000m);
        life.Buys("2021-02-15", 5_000m);
        life.Until("2021-03-01");
        Assert.Equal("2021-03-01T00:00:00Z pro kept until 2022-03-01T00:00:00Z", TierStory(life).Last());
    }

    [Fact]
    public void A_refund_lowers_nobody_at_once_and_who_is_warned_late_has_her_thirty_days_all_the_same()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-03-01", 6_000m, "a");
        life.Buys("2020-12-01", 5_500m, "b");
        life.GetsBack("2021-02-20", order: "b");
        Assert.Equal("pro", life.Member.Tier.Name);
        life.Until("2021-05-01");
        Assert.Equal(
            [
                "2021-02-20T00:00:00.000001Z pro at risk of basic on 2021-03-22T00:00:00.000001Z",
                "2021-03-22T00:00:00.000001Z pro > basic: not deserved again within the year until 2022-03-22T00:00:00.000001Z",
            ],
            TierStory(life).Skip(1));
    }

    [Fact]
    public void The_lowest_tier_is_lost_too_where_it_is_not_deserved_any_more()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-03-01", 600m, "a");
        life.GetsBack("2020-03-02", order: "a");
        life.Until("2021-03-01");
        Assert.Null(life.Member.Tier.Name);
        Assert.Equal("2021-03-01T00:00:00Z basic > : not deserved again within the year until ", TierStory(life).Last());
    }

    [Fact]
    public void An_invitation_lifts_to_the_tier_that_takes_invitations_and_holds_it_until_it_is_taken_back()
    {
        var life = Lives.By(Tiered);
        life.Joins("2020-01-01");
        Assert.Equal("not_by_invitation: nobody gets to 'pro' by invitation", Told.Refusal(life.Invites("2020-01-02", "pro")));
        Assert.StartsWith("unknown_tier", Told.Refusal(life.Invites("2020-01-02", "gold")), StringComparison.Ordinal);
        life.Invites("2020-01-02", "premium");
        Assert.Equal("premium", life.Member.Tier.Name);
        life.Until("2021-06-01");
        Assert.Equal("premium", life.Member.Tier.Name);
        life.Invites("2021-06-02", "premium", given: false);
        Assert.Equal("premium", life.Member.Tier.Name);
        life.Until("2022-01-02");
        Assert.Equal("pro", life.Member.Tier.Name);
    }

    [Fact]
    public void Points_that_were_earned_deserve_a_tier_where_the_policy_says_so_and_spending_them_does_not_lose_it()
    {
        var policy = Lives.Quiet with { Tiers = new() { Ladder = [new("star") { Rules = [new(Points: 300)] }] } };
        var life = Lives.By(policy);
        life.Acts("2020-01-01", "exam_passed");
        Assert.Null(life.Member.Tier.Name);
        life.Acts("2020-01-02", "course_completed");
        Assert.Equal("star", life.Member.Tier.Name);
        life.Redeems("2020-01-03", 300);
        life.Until("2021-01-02");
        Assert.Equal("star", life.Member.Tier.Name);
    }

    [Fact]
    public void What_is_missing_is_told_to_the_cent()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-01-01", 1_200.50m);
        var outlook = TierOutlook.Of(Tiered, life.Member, Told.Instant("2020-06-01"))!;
        Assert.Equal("pro", outlook.Tier.Name);
        Assert.Equal([new(Spend: 3_799.50m, WithinDays: 365), new(Friends: 5)], outlook.Gaps);
        // What she paid more than a year ago is no help.
        Assert.Equal(5_000m, TierOutlook.Of(Tiered, life.Member, Told.Instant("2021-06-01"))!.Gaps[0].Spend);
    }

    [Fact]
    public void A_higher_tier_multiplies_the_points_of_what_she_buys_after_she_has_it()
    {
        var policy = Lives.Quiet with
        {
            Tiers = new()
            {
                Ladder = [new("double") { Rules = [new(Spend: 500m)], Benefits = new BenefitSet { PointsMultiplier = 2m } }],
            },
        };
        var life = Lives.By(policy);
        life.Buys("2020-01-01", 500m);
        Assert.Equal(500, life.Member.Points);
        life.Buys("2020-01-02", 100.90m, "b");
        Assert.Equal(700, life.Member.Points);
        life.GetsBack("2020-01-03", 50m, "b");
        Assert.Equal(600, life.Member.Points);
        life.GetsBack("2020-01-03", order: "b");
        Assert.Equal(500, life.Member.Points);
    }

    [Fact]
    public void A_changed_policy_lifts_at_once_and_lowers_at_the_end_of_the_year()
    {
        var life = Lives.By(Tiered);
        life.Buys("2020-01-01", 1_000m);
        var harder = Tiered with { Tiers = new() { Ladder = [new("basic") { Rules = [new(Spend: 2_000m)] }, new("easy") { Rules = [new(Spend: 5_000m)] }] } };
        life.Rules = Lives.By(harder).Rules;
        life.Send(new AdoptRules(Told.Instant("2020-02-01")), Told.Instant("2020-02-01"));
        Assert.Equal("basic", life.Member.Tier.Name);
        life.Until("2021-01-01");
        Assert.Null(life.Member.Tier.Name);

        var other = Tiered with { Tiers = new() { Ladder = [new("bronze") { Rules = [new(Spend: 900m)] }] } };
        life.Rules = Lives.By(other).Rules;
        life.Send(new AdoptRules(Told.Instant("2021-02-01")), Told.Instant("2021-02-01"));
        Assert.Equal("bronze", life.Member.Tier.Name);
    }

    [Fact]
    public void Reaching_a_tier_brings_the_gift_that_comes_with_it_once()
    {
        var policy = Lives.Quiet with
        {
            Tiers = new() { Ladder = [new("star") { Rules = [new(Spend: 100m)], Benefits = new() { GiftPack = new(66m, "Oil") } }] },
        };
        var life = Lives.By(policy);
        life.Buys("2020-01-01", 100m);
        life.Buys("2020-01-02", 100m);
        Assert.Equal(("star", 66m, "Oil"), life.Events.OfType<GiftPackGiven>().Select(given => (given.For, given.Value, given.Title!)).Single());
    }

    private static IEnumerable<string> TierStory(Life life) => life.Events.Select(told => told switch
    {
        TierChanged changed => $"{changed.At} {changed.From} > {changed.To}: {changed.Reason.Text} until {changed.Until}",
        TierKept kept => $"{kept.At} {kept.Tier} kept until {kept.Until}",
        TierAtRisk risk => $"{risk.At} {risk.Tier} at risk of {risk.To} on {risk.On}",
        _ => "",
    }).Where(line => line.Length > 0);
}
