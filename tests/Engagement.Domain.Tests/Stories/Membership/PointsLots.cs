using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Membership;

public class PointsLots
{
    [Fact]
    public void The_oldest_points_are_spent_first()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m);
        life.Buys("2020-02-01", 50m);
        life.Redeems("2020-03-01", 120);
        Assert.Equal([(Told.Instant("2020-02-01"), 30L)], life.Member.Ledger.Lots.Select(lot => (lot.At, lot.Left)));
        Assert.Equal(30, life.Member.Points);
    }

    [Fact]
    public void A_hundred_points_pay_one_yuan_of_a_fee_and_a_point_a_cent()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 500m);
        life.Redeems("2020-01-02", 150);
        Assert.Equal(1.50m, life.Last<PointsRedeemed>().Worth);
        life.Redeems("2020-01-02", 1);
        Assert.Equal(0.01m, life.Last<PointsRedeemed>().Worth);
    }

    [Fact]
    public void Goods_cost_what_the_catalogue_says_and_each_of_several_as_much()
    {
        var life = Lives.By(With(points => points with { Goods = points.Goods.Add("towel", new(120)) }));
        life.Buys("2020-01-01", 500m);
        life.Redeems("2020-01-02", goods: "towel", count: 3);
        Assert.Equal(140, life.Member.Points);
        Assert.Equal(0m, life.Last<PointsRedeemed>().Worth);
        Assert.StartsWith("unknown_goods", Told.Refusal(life.Redeems("2020-01-03", goods: "yacht")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_spends_more_than_she_has()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m);
        Assert.Equal("insufficient_points: 101 points are needed and 100 can be spent", Told.Refusal(life.Redeems("2020-01-02", 101)));
        Assert.Equal(100, life.Member.Points);
    }

    [Fact]
    public void Points_that_were_not_spent_expire_twelve_months_to_the_moment_after_they_were_earned()
    {
        var life = Lives.By(With(points => points with { ExpireAfterMonths = 12 }));
        life.Buys("2020-01-10T08:00", 100m);
        life.Buys("2020-02-10", 40m);
        life.Redeems("2020-03-01", 30);
        life.Until("2021-01-10T07:59:59");
        Assert.Equal(110, life.Member.Points);
        life.Until("2021-01-10T08:00");
        Assert.Equal(40, life.Member.Points);
        var expired = life.Last<PointsExpired>();
        Assert.Equal((Told.Instant("2021-01-10T08:00"), 70L), (expired.At, expired.Points));
        life.Until("2021-03-01");
        Assert.Equal(0, life.Member.Points);
    }

    [Fact]
    public void A_leap_days_points_expire_on_the_last_of_february()
    {
        Assert.Equal(Told.Instant("2021-02-28T09:00"), PointsTerms.Usual.ExpiryOf(Told.Instant("2020-02-29T09:00")));
    }

    [Fact]
    public void A_refund_takes_back_exactly_what_its_purchase_earned_also_when_it_was_spent()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m, "a");
        life.Buys("2020-02-01", 80m, "b");
        life.Redeems("2020-02-02", 150);
        Assert.Equal(30, life.Member.Points);
        // The first purchase's points were spent: they come off the second's.
        life.GetsBack("2020-03-01", order: "a");
        Assert.Equal(-70, life.Member.Points);
        Assert.Equal(70, life.Member.Ledger.Debt);
        // What she earns next pays her debt.
        life.Buys("2020-03-02", 100m, "c");
        Assert.Equal(30, life.Member.Points);
        Assert.Equal([30L], life.Member.Ledger.Lots.Select(lot => lot.Left));
        life.GetsBack("2020-03-03", order: "c");
        life.GetsBack("2020-03-03", order: "b");
        Assert.Equal(-150, life.Member.Points);
    }

    [Fact]
    public void Parts_of_an_order_take_back_what_is_no_longer_earned_by_what_is_left()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100.90m, "a");
        life.GetsBack("2020-01-02", 0.95m, "a");
        Assert.Equal(99, life.Member.Points);
        life.GetsBack("2020-01-03", 50m, "a");
        Assert.Equal(49, life.Member.Points);
        life.GetsBack("2020-01-04", order: "a");
        Assert.Equal(0, life.Member.Points);
    }

    [Fact]
    public void What_expired_is_gone_already_and_no_refund_takes_it_again()
    {
        var life = Lives.By(With(points => points with { ExpireAfterMonths = 12 }));
        life.Buys("2020-01-01", 100m, "a");
        life.Redeems("2020-06-01", 60);
        life.Until("2021-01-02");
        Assert.Equal(0, life.Member.Points);
        // 40 expired; of the 60 that were spent she keeps none.
        life.GetsBack("2021-01-03", order: "a");
        Assert.Equal(-60, life.Member.Points);
    }

    [Fact]
    public void Points_of_a_purchase_that_may_still_be_refunded_are_there_and_cannot_be_spent()
    {
        var life = Lives.By(With(points => points with { PendingDays = 14 }));
        life.Buys("2020-01-01", 100m);
        life.Acts("2020-01-01", "comment");
        Assert.Equal(105, life.Member.Points);
        Assert.Equal(5, life.Member.Ledger.UsableAt(Told.Instant("2020-01-14T23:59:59")));
        Assert.StartsWith("insufficient_points", Told.Refusal(life.Redeems("2020-01-10", 6)), StringComparison.Ordinal);
        Assert.IsType<Decision.Accepted>(life.Redeems("2020-01-15", 105));
        Assert.Equal(0, life.Member.Points);
    }

    [Fact]
    public void The_terms_on_which_points_were_earned_stay_whatever_the_policy_becomes()
    {
        var life = Lives.By(With(points => points with { ExpireAfterMonths = 6 }));
        life.Buys("2020-01-01", 100m);
        life.Rules = Lives.By(With(points => points with { ExpireAfterMonths = 24 })).Rules;
        life.Buys("2020-01-02", 10m);
        life.Until("2020-07-01");
        Assert.Equal(10, life.Member.Points);
        life.Until("2022-01-01");
        Assert.Equal(10, life.Member.Points);
        life.Until("2022-01-02");
        Assert.Equal(0, life.Member.Points);
    }

    [Fact]
    public void Staff_give_and_take_points_and_may_take_more_than_there_is()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 10m);
        life.Adjusts("2020-01-02", 25);
        Assert.Equal(35, life.Member.Points);
        life.Adjusts("2020-01-03", -50);
        Assert.Equal(-15, life.Member.Points);
        Assert.Equal(("goodwill", "mei"), (life.Last<PointsAdjusted>().Reason, life.Last<PointsAdjusted>().By.Value));
    }

    [Fact]
    public void Who_has_many_points_to_lose_is_told_a_month_before()
    {
        var life = Lives.WithPlaybooks();
        life.Buys("2020-01-10T10:00", 150m);
        life.Buys("2020-01-20T10:00", 200m);
        life.Until("2020-12-31");
        var told = life.Events.OfType<Domain.Recall.PlaybookEntered>().Single(entered => entered.Playbook == "points_expiring");
        // Thirty days before the first of them, and not again within thirty days.
        Assert.Equal(Told.Instant("2020-12-11T10:00"), told.At);
    }

    [Fact]
    public void A_handful_of_points_is_not_worth_a_message()
    {
        var life = Lives.WithPlaybooks();
        life.Buys("2020-01-10T10:00", 99m);
        life.Until("2021-03-01");
        Assert.DoesNotContain(life.Events.OfType<Domain.Recall.PlaybookEntered>(), entered => entered.Playbook == "points_expiring");
    }

    private static Policy With(Func<PointsPolicy, PointsPolicy> change) => Lives.Quiet with { Points = change(Lives.Quiet.Points) };
}
