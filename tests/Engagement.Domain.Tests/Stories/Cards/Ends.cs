using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Cards;

/// <summary>What becomes of cards at their end (docs/domain/cards.md).</summary>
public class Ends
{
    [Fact]
    public void Money_is_kept_at_the_end_of_a_card_and_can_be_given_back_or_used_again_once_it_is_renewed()
    {
        var life = WithMoney(CardDeeds.Sold);
        life.Until("2020-06-02");
        Assert.Equal((1000m, 100m, 0m), life.Money());
        Assert.Equal(new CardExpired(Told.Instant("2020-06-01"), new("C"), 0m, 0m, 0), life.Last<CardExpired>());
        Assert.Equal("card_expired", life.Uses("2020-06-02", 10m).Code());
        Assert.Equal("card_expired", life.TopsUp("2020-06-02", 10m).Code());
        life.RefundsCard("2020-06-02", 600m);
        life.RenewsWith("2020-06-03", "2021-06-01");
        life.Uses("2020-06-04", 400m);
        Assert.Equal((0m, 0m, 0m), life.Money());
    }

    [Fact]
    public void Where_the_chain_says_so_money_is_lost_at_the_end_of_a_card()
    {
        var life = WithMoney(CardDeeds.Sold with { ExpiredBalance = ExpiredBalance.Forfeit });
        life.Uses("2020-05-31", 50m);
        life.Until("2020-06-02");
        Assert.Equal(new CardExpired(Told.Instant("2020-06-01"), new("C"), 950m, 100m, 0), life.Last<CardExpired>());
        Assert.Equal((0m, 0m, 0m), life.Money());
        Assert.Equal("nothing_to_refund", life.RefundsCard("2020-06-02").Code());
        Assert.Equal("card_expired", life.Cancels("2020-06-02", life.LastUse()).Code());
    }

    [Fact]
    public void Uses_are_lost_at_the_end_of_a_card_with_what_was_paid_for_them()
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", "ten", until: "2020-06-01");
        life.Uses("2020-05-31T23:00", uses: 2);
        life.Until("2020-06-02");
        Assert.Equal(new CardExpired(Told.Instant("2020-06-01"), new("C"), 799.99m, 0m, 8), life.Last<CardExpired>());
        Assert.Equal("card_expired", life.Uses("2020-05-31T23:30", arriving: "2020-06-02").Code());
        life.RenewsWith("2020-06-02", "2021-06-01", paid: 500m, uses: 5);
        Assert.Equal((5, 500m), (life.Card().Balance.Uses, life.Card().Balance.UsesWorth));
    }

    [Fact]
    public void A_card_that_was_given_back_does_not_end_any_more_and_is_not_renewed()
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", "ten", until: "2020-06-01");
        life.RefundsCard("2020-02-01");
        Assert.Equal("card_refunded", life.RenewsWith("2020-02-01", "2021-06-01").Code());
        Assert.DoesNotContain(life.Until("2021-01-01").Events, told => told is CardExpired);
    }

    [Fact]
    public void A_use_that_is_told_after_the_end_is_taken_from_money_that_was_kept()
    {
        var life = WithMoney(CardDeeds.Sold);
        life.Until("2020-06-02");
        Assert.IsType<Decision.Accepted>(life.Uses("2020-05-31", 50m, arriving: "2020-06-02"));
        Assert.Equal((950m, 100m, 0m), life.Money());
    }

    private static Life WithMoney(CardsPolicy policy)
    {
        var life = CardDeeds.Holder(policy: policy);
        life.Issued("2020-01-01", "gold", paid: 1000m, until: "2020-06-01");
        return life;
    }
}
