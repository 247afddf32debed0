using Engagement.Domain.Cards;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Cards;

/// <summary>Stored value (储值, docs/domain/cards.md), with the worked examples of that page.</summary>
public class StoredValue
{
    [Theory]
    [InlineData(999.99, 0)]
    [InlineData(1000, 100)]
    [InlineData(1999.99, 100)]
    [InlineData(2000, 300)]
    [InlineData(4999.99, 300)]
    [InlineData(5000, 1000)]
    [InlineData(50000, 1000)]
    public void The_highest_step_that_a_top_up_reaches_counts_alone(decimal amount, decimal bonus)
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", amount);
        Assert.Equal((amount, bonus, 0m), life.Money());
    }

    [Fact]
    public void The_oldest_top_up_is_spent_first_and_of_each_her_own_money_before_the_bonus()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        life.TopsUp("2020-02-02", 2000m);
        life.Uses("2020-02-03", 1050.50m);
        Assert.Equal((2000m, 349.50m, 0m), life.Money());
        Assert.Equal(50.50m, life.Card().Saved);
        life.Uses("2020-02-04", 100m);
        Assert.Equal((1949.50m, 300m, 0m), life.Money());
    }

    [Fact]
    public void Without_an_overdraft_not_a_cent_more_than_the_balance_can_be_taken()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        var before = life.Member;
        Assert.Equal("insufficient_balance: at most 1100.00 can be taken from this card", Told.Refusal(life.Uses("2020-02-02", 1100.01m)));
        Assert.Equal(before, life.Member);
        life.Uses("2020-02-02", 1100m);
        Assert.Equal((0m, 0m, 0m), life.Money());
    }

    [Fact]
    public void What_she_owes_goes_as_far_as_the_overdraft_and_is_paid_from_the_next_top_up_which_earns_its_bonus_whole()
    {
        var life = WithCard("credit");
        life.TopsUp("2020-02-01", 100m);
        life.Uses("2020-02-02", 250m);
        Assert.Equal((0m, 0m, 150m), life.Money());
        Assert.Equal("insufficient_balance", life.Uses("2020-02-03", 50.01m).Code());
        life.Uses("2020-02-03", 50m);
        Assert.Equal(-200m, life.Card().Balance.Total);
        life.TopsUp("2020-02-04", 1000m);
        Assert.Equal((800m, 100m, 0m), life.Money());
    }

    [Fact]
    public void A_bonus_pays_no_debts_and_is_spent_before_more_credit_is_taken()
    {
        var life = WithCard("credit");
        life.Uses("2020-02-01", 150m);
        life.TopsUp("2020-02-02", 100m);
        Assert.Equal((0m, 0m, 50m), life.Money());
        life.Uses("2020-02-03", 150m);
        var all = life.LastUse();
        life.Cancels("2020-02-03", all);
        life.Uses("2020-02-03", 140m);
        life.TopsUp("2020-02-04", 185m);
        Assert.Equal((0m, 0m, 5m), life.Money());
    }

    [Fact]
    public void All_that_is_unused_is_given_back_and_the_bonus_that_is_not_earned_any_more_is_not()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 2000m);
        life.Uses("2020-02-02", 500m);
        life.RefundsCard("2020-02-03");
        Assert.Equal(1500m, life.Last<CardRefunded>().Amount);
        Assert.Equal((0m, 0m, 0m), life.Money());
        Assert.Equal(CardStatus.Refunded, life.Card().Status);
    }

    [Fact]
    public void What_stays_paid_goes_on_earning_the_bonus_of_its_step()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 2000m);
        life.Uses("2020-02-02", 1200m);
        life.RefundsCard("2020-02-03");
        // 1,200 stay paid: they would have earned 100 of the 300.
        Assert.Equal(800m, life.Last<CardRefunded>().Amount);
        Assert.Equal((0m, 100m, 0m), life.Money());
        Assert.Equal(CardStatus.Active, life.Card().Status);
    }

    [Fact]
    public void A_part_is_taken_off_the_latest_top_up_first()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        life.TopsUp("2020-02-02", 5000m);
        life.RefundsCard("2020-02-03", 3500m);
        // 1,500 of the 5,000 stay and earn 100: 900 of the bonus are taken back.
        Assert.Equal(3500m, life.Last<CardRefunded>().Amount);
        Assert.Equal((2500m, 200m, 0m), life.Money());
    }

    [Fact]
    public void A_bonus_that_was_spent_and_is_not_earned_any_more_comes_off_the_money()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        life.Uses("2020-02-02T10:00", 500m);
        var first = life.LastUse();
        life.Uses("2020-02-02T11:00", 550m);
        life.Cancels("2020-02-02T12:00", first);
        Assert.Equal((500m, 50m, 0m), life.Money());

        life.RefundsCard("2020-02-03");

        // 500 stay paid and earn nothing: of the bonus 50 are taken back, and 50 she has had already.
        Assert.Equal(450m, life.Last<CardRefunded>().Amount);
        Assert.Equal((0m, 0m, 0m), life.Money());
        Assert.Equal(0m, life.Card().Saved);
    }

    [Fact]
    public void Money_given_back_in_parts_is_no_way_round_the_bonus_that_was_spent()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 2000m);
        life.Uses("2020-02-02T10:00", 1500m);
        var first = life.LastUse();
        life.Uses("2020-02-02T11:00", 800m);
        life.Cancels("2020-02-02T12:00", first);
        Assert.Equal((1500m, 0m, 0m), life.Money());

        life.RefundsCard("2020-02-03", 990m);
        // A cent more would lose the step of 1,000, and leave her with no more than this.
        Assert.Equal(700.01m, life.Last<CardRefunded>().Amount);
        life.RefundsCard("2020-02-04");

        // At once it would have been 1,200.
        Assert.Equal(499.99m, life.Last<CardRefunded>().Amount);
        Assert.Equal((0m, 0m, 0m), life.Money());
    }

    [Fact]
    public void A_bonus_that_she_paid_for_comes_back_as_money_when_its_use_is_cancelled_after_all()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        life.Uses("2020-02-02T10:00", 500m);
        var first = life.LastUse();
        life.Uses("2020-02-02T11:00", 550m);
        var second = life.LastUse();
        life.Cancels("2020-02-02T12:00", first);
        life.RefundsCard("2020-02-03");
        life.Cancels("2020-02-04", second);
        Assert.Equal((550m, 0m, 0m), life.Money());
        life.RefundsCard("2020-02-05");
        // In all she has had back what she paid: 450 and 550.
        Assert.Equal(550m, life.Last<CardRefunded>().Amount);
        Assert.Equal((0m, 0m, 0m), life.Money());
    }

    [Fact]
    public void More_than_is_unused_cannot_be_given_back_and_from_nothing_nothing()
    {
        var life = WithCard();
        life.TopsUp("2020-02-01", 1000m);
        life.Uses("2020-02-02", 400m);
        Assert.Equal("insufficient_balance", life.RefundsCard("2020-02-03", 600.01m).Code());
        life.Uses("2020-02-04", 700m);
        Assert.Equal("nothing_to_refund", life.RefundsCard("2020-02-05").Code());
    }

    [Fact]
    public void A_cancelled_use_puts_everything_back_where_it_came_from_and_pays_what_she_owes_first()
    {
        var life = WithCard("credit");
        life.TopsUp("2020-02-01", 1000m);
        life.Uses("2020-02-02", 1000m);
        var first = life.LastUse();
        life.Uses("2020-02-03", 250m);
        Assert.Equal((0m, 0m, 150m), life.Money());
        life.Cancels("2020-02-04", first);
        Assert.Equal((850m, 0m, 0m), life.Money());
        Assert.Equal("unknown_use", life.Cancels("2020-02-04", first).Code());
    }

    [Fact]
    public void What_a_top_up_paid_off_is_hers_again_when_the_use_on_credit_is_cancelled()
    {
        var life = WithCard("credit");
        life.Uses("2020-02-01", 150m);
        var onCredit = life.LastUse();
        life.TopsUp("2020-02-02", 400m);
        Assert.Equal((250m, 0m, 0m), life.Money());
        life.Cancels("2020-02-03", onCredit);
        Assert.Equal((400m, 0m, 0m), life.Money());
    }

    [Theory]
    [InlineData(300.0, null, 300.0, 0.0)]
    [InlineData(300.0, 200.0, 200.0, 100.0)]
    [InlineData(300.0, 1000.0, 300.0, 0.0)]
    public void A_card_that_was_begun_elsewhere_opens_with_what_is_left_on_it(double balance, double? paid, double own, double bonus)
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", "gold", paid: (decimal?)paid, balance: (decimal)balance);
        Assert.Equal(((decimal)own, (decimal)bonus, 0m), life.Money());
    }

    [Fact]
    public void What_was_paid_for_a_stored_value_card_is_its_first_top_up()
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", "gold", paid: 5000m);
        Assert.Equal((5000m, 1000m, 0m), life.Money());
    }

    [Fact]
    public void Money_on_a_card_is_in_whole_cents()
    {
        var life = WithCard();
        Assert.Equal("invalid_field", life.TopsUp("2020-02-01", 100.001m).Code());
        life.TopsUp("2020-02-01", 100m);
        Assert.Equal("invalid_field", life.Uses("2020-02-01", 0.005m).Code());
    }

    private static Life WithCard(string kind = "gold")
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", kind);
        return life;
    }
}
