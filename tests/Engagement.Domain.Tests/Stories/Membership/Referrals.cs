using Engagement.Domain.Referral;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Tiers;

namespace Engagement.Domain.Tests.Stories.Membership;

public class Referrals
{
    [Fact]
    public void Both_get_200_on_the_friends_first_purchase_and_never_again()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2020-01-01");
        town["bea"].Joins("2020-01-02", referrer: "anna");
        town.Settle("2020-01-02");
        Assert.Equal((0L, 0L), (town["anna"].Member.Points, town["bea"].Member.Points));
        town["bea"].Visits("2020-01-03");
        town["bea"].Buys("2020-01-04", 30m);
        town.Settle("2020-01-04");
        Assert.Equal((200L, 230L), (town["anna"].Member.Points, town["bea"].Member.Points));
        town["bea"].Buys("2020-01-05", 10m);
        town.Settle("2020-01-05");
        Assert.Equal((200L, 240L), (town["anna"].Member.Points, town["bea"].Member.Points));
    }

    [Fact]
    public void A_first_purchase_that_is_given_back_whole_takes_both_rewards_with_it_until_another_is_made()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2020-01-01");
        town["bea"].Joins("2020-01-02", referrer: "anna");
        town.Settle("2020-01-02");
        town["bea"].Buys("2020-01-04", 30m, "first");
        town.Settle("2020-01-04");
        town["bea"].GetsBack("2020-01-05", 10m, "first");
        town.Settle("2020-01-05");
        Assert.Equal((200L, 220L), (town["anna"].Member.Points, town["bea"].Member.Points));
        town["bea"].GetsBack("2020-01-06", order: "first");
        town.Settle("2020-01-06");
        Assert.Equal((0L, 0L, 0), (town["anna"].Member.Points, town["bea"].Member.Points, town["anna"].Member.Referral.Bought));
        town["bea"].Buys("2020-01-07", 40m);
        town.Settle("2020-01-07");
        Assert.Equal((200L, 240L, 1), (town["anna"].Member.Points, town["bea"].Member.Points, town["anna"].Member.Referral.Bought));
    }

    [Fact]
    public void What_is_free_brings_no_reward()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2020-01-01");
        town["bea"].Joins("2020-01-02", referrer: "anna");
        town["bea"].Buys("2020-01-03", 0m);
        town.Settle("2020-01-03");
        Assert.Equal(0, town["anna"].Member.Points);
        town["bea"].Buys("2020-01-04", 0.01m);
        town.Settle("2020-01-04");
        Assert.Equal(200, town["anna"].Member.Points);
    }

    [Theory]
    [InlineData("bea", "self")]
    [InlineData("carl", "not_a_member_before")]
    public void Nobody_brings_herself_and_nobody_is_brought_by_who_was_no_member_before(string referrer, string why)
    {
        var town = Town.Quiet();
        town["carl"].Acts("2020-01-01", "waved");
        town["bea"].Joins("2020-01-02", referrer: referrer);
        town.Settle("2020-01-02");
        town["bea"].Buys("2020-01-03", 30m);
        town.Settle("2020-01-03");
        Assert.Equal(why, town["bea"].Events.OfType<ReferralRefused>().Single().Why);
        Assert.Equal(30, town["bea"].Member.Points);
        Assert.Equal(0, town["carl"].Member.Points);
    }

    [Fact]
    public void A_second_referrer_and_who_has_bought_before_earn_nothing()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2020-01-01");
        town["eve"].Joins("2020-01-01");
        town["bea"].Joins("2020-01-02", referrer: "anna");
        town["bea"].Joins("2020-01-03", referrer: "eve");
        town["old"].Buys("2020-01-02", 50m);
        town["old"].Joins("2020-01-03", referrer: "eve");
        town.Settle("2020-01-03");
        town["bea"].Buys("2020-01-04", 30m);
        town.Settle("2020-01-04");
        Assert.Equal("repeat", town["bea"].Events.OfType<ReferralRefused>().Single().Why);
        Assert.Equal("not_new", town["old"].Events.OfType<ReferralRefused>().Single().Why);
        Assert.Equal((200L, 0L), (town["anna"].Member.Points, town["eve"].Member.Points));
        Assert.Empty(town["eve"].Member.Referral.Friends);
    }

    [Fact]
    public void A_ring_of_three_earns_nothing_where_it_closes()
    {
        var town = Town.Quiet();
        town["a"].Acts("2020-01-01", "waved");
        town["b"].Joins("2020-01-02", referrer: "a");
        town["c"].Joins("2020-01-03", referrer: "b");
        town["a"].Joins("2020-01-04", referrer: "c");
        town.Settle("2020-01-04");
        foreach (var name in new[] { "a", "b", "c" })
            town[name].Buys("2020-01-05", 10m);
        town.Settle("2020-01-05");
        // b was brought by somebody who was no member yet; c by b, and a by c, are in order.
        Assert.Equal((210L, 210L, 410L), (town["a"].Member.Points, town["b"].Member.Points, town["c"].Member.Points));
        Assert.Equal(["not_a_member_before"], town["b"].Events.OfType<ReferralRefused>().Select(refused => refused.Why));
    }

    [Fact]
    public void Two_who_name_each_other_at_the_same_moment_earn_nothing()
    {
        var town = Town.Quiet();
        town["a"].Joins("2020-01-01", referrer: "b");
        town["b"].Joins("2020-01-01", referrer: "a");
        town.Settle("2020-01-01");
        town["a"].Buys("2020-01-02", 10m);
        town["b"].Buys("2020-01-02", 10m);
        town.Settle("2020-01-02");
        Assert.Equal((10L, 10L), (town["a"].Member.Points, town["b"].Member.Points));
        Assert.All(["a", "b"], name => Assert.Equal(["loop"], town[name].Events.OfType<ReferralRefused>().Select(refused => refused.Why)));
    }

    [Fact]
    public void Five_friends_who_bought_lift_her_tier_by_one()
    {
        var town = Town.Quiet(policy => policy with { Tiers = new() });
        town["anna"].Buys("2020-01-01", 600m);
        Assert.Equal("basic", town["anna"].Member.Tier.Name);
        for (var friend = 1; friend <= 5; friend++)
        {
            Assert.Equal("basic", town["anna"].Member.Tier.Name);
            town[$"friend {friend}"].Joins("2020-02-01", referrer: "anna");
            town[$"friend {friend}"].Buys("2020-02-02", 10m);
            town.Settle("2020-02-02");
        }

        Assert.Equal("pro", town["anna"].Member.Tier.Name);
        Assert.Equal("friends", town["anna"].Last<TierChanged>().Reason.Code);
        Assert.Equal(600 + 5 * 200, town["anna"].Member.Points);
    }

    [Fact]
    public void A_tree_is_told_level_by_level_with_its_depth_and_reach()
    {
        ReferralLink Link(string friend, string referrer, bool bought = false) => new(new(friend), new(referrer), default, bought);
        var tree = new ReferralTree([Link("b", "a", true), Link("c", "a"), Link("d", "b"), Link("e", "d", true), Link("y", "x")]);
        Assert.Equal(["b 1", "c 1", "d 2", "e 3"], tree.Of(new("a"), 20, 100).Select(branch => $"{branch.Link.Friend} {branch.Depth}"));
        Assert.Equal(["b 1", "c 1", "d 2"], tree.Of(new("a"), 2, 100).Select(branch => $"{branch.Link.Friend} {branch.Depth}"));
        Assert.Equal(
            [new(new("a"), 2, 1, 4, 3), new(new("b"), 1, 0, 2, 2), new(new("d"), 1, 1, 1, 1), new(new("x"), 1, 0, 1, 1)],
            tree.Referrers().OrderBy(referrer => referrer.Member.Value));
    }

    [Fact]
    public void A_tree_that_is_one_long_line_is_measured_too()
    {
        var tree = new ReferralTree(Enumerable.Range(0, 100_000).Select(number => new ReferralLink(new($"{number + 1}"), new($"{number}"), default, false)));
        Assert.Equal(100_000, tree.Referrers().Max(referrer => referrer.Depth));
    }
}
