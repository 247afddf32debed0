using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Refunds
{
    [Fact]
    public void An_order_given_back_whole_takes_its_visit_out_of_the_count_and_its_points_with_it()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-01-01");
        life.Buys("2020-01-10", 99.90m, "A1");
        Assert.Equal((Stage.Effective, 99), (life.Member.Stage!.Value, life.Member.Points));

        life.GetsBack("2020-01-12", order: "A1");

        Assert.Equal("2020-01-12T00:00:00Z Effective > New: purchase refunded", life.Stages().Last());
        Assert.Equal(0, life.Member.Points);
        Assert.Equal(Told.Instant("2020-01-01"), life.Member.Acts.Last);
    }

    [Fact]
    public void Whoever_gives_back_all_she_ever_bought_is_potential_again()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 300m, "A1");
        life.GetsBack("2020-01-02", order: "A1");
        Assert.Equal((Stage.Potential, AttentionFlags.None), (life.Member.Stage!.Value, life.Member.Flags));
        Assert.Null(Passage.NextDue(Rules.Default, life.Member));
    }

    [Fact]
    public void A_part_given_back_leaves_the_visit_and_the_points_that_the_rest_would_have_earned()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100.50m, "A1");
        life.GetsBack("2020-01-02", 0.60m, "A1");
        Assert.Equal(99, life.Member.Points);
        life.GetsBack("2020-01-03", 0.90m, "A1");
        Assert.Equal(99, life.Member.Points);
        Assert.Equal(Stage.New, life.Member.Stage);
        life.GetsBack("2020-01-04", 99m, "A1");
        Assert.Equal((0, Stage.Potential), (life.Member.Points, life.Member.Stage!.Value));
    }

    [Fact]
    public void An_amount_without_an_order_comes_off_the_purchase_of_just_that_amount()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 50m, "A1");
        life.Buys("2020-01-02", 80m, "A2");
        life.GetsBack("2020-01-03", 50m);
        Assert.Equal(["A2"], life.Member.Acts.Recent.Select(act => act.OrderId));
    }

    [Fact]
    public void Any_other_amount_comes_off_her_latest_purchases_first()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 50m, "A1");
        life.Buys("2020-01-02", 80m, "A2");
        life.GetsBack("2020-01-03", 100m);
        Assert.Equal([30m], life.Member.Acts.Recent.Select(act => act.Paid));
        Assert.Equal(30, life.Member.Points);
    }

    [Fact]
    public void A_free_purchase_stays_when_money_is_given_back_for_others()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 0m, "gift 1");
        life.Buys("2020-01-02", 100m, "A1");
        life.Buys("2020-01-03", 0m, "gift 2");
        life.GetsBack("2020-01-04", 30m);
        Assert.Equal(Stage.Active, life.Member.Stage);
        life.GetsBack("2020-01-05", order: "gift 1");
        Assert.Equal(["A1", "gift 2"], life.Member.Acts.Recent.Select(act => act.OrderId));
    }

    [Fact]
    public void A_free_item_booked_apart_stays_while_its_order_is_given_back_in_part_and_goes_with_the_whole()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m, "A1");
        life.Buys("2020-01-01", 0m, "A1");
        life.GetsBack("2020-01-02", 40m, "A1");
        Assert.Equal(Stage.Effective, life.Member.Stage);
        life.GetsBack("2020-01-03", 60m, "A1");
        Assert.Equal(Stage.Potential, life.Member.Stage);
    }

    [Fact]
    public void A_refund_that_cannot_be_is_refused_by_name_and_changes_nothing()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m, "A1");
        life.Buys("2020-01-02", 20m, "A2");
        life.GetsBack("2020-01-03", order: "A2");
        var before = life.Member;

        Assert.Equal(
            [
                "missing_field: a refund needs 'orderId' or 'amount'",
                "unknown_order: this member has no purchase with order 'A9' that could be refunded",
                "already_refunded: order 'A2' has been refunded in full",
                "refund_exceeds_order: only 100 of order 'A1' is left to refund",
                "refund_exceeds_purchases: only 100 of this member's earlier purchases is left to refund",
            ],
            new[]
            {
                life.GetsBack("2020-01-04"),
                life.GetsBack("2020-01-04", order: "A9"),
                life.GetsBack("2020-01-04", order: "A2"),
                life.GetsBack("2020-01-04", 100.01m, "A1"),
                life.GetsBack("2020-01-04", 100.01m),
            }.Select(Told.Refusal));
        Assert.Equal(before, life.Member);
    }

    [Fact]
    public void A_refund_takes_points_back_at_the_rate_of_the_day_of_purchase()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m, "A1");
        life.Rules = life.Rules with
        {
            Chain = Rules.Default with { Policy = Lives.Quiet with { Points = new() { PerCurrencyUnit = 3m } } },
        };
        life.GetsBack("2020-01-02", 40m, "A1");
        Assert.Equal(60, life.Member.Points);
    }

    [Fact]
    public void The_same_refund_decided_twice_says_the_same()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m, "A1");
        var (once, again) = (life.Copy(), life.Copy());
        once.GetsBack("2020-01-02", order: "A1");
        again.GetsBack("2020-01-02", order: "A1");
        Assert.Equal(once.Last<Refunded>(), again.Last<Refunded>());
        Assert.Equal(once.Last<Refunded>().GetHashCode(), again.Last<Refunded>().GetHashCode());
    }
}
