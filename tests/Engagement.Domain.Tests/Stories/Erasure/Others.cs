using Engagement.Domain.Cards;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Erasure;

/// <summary>What others have to do with a member who is forgotten comes to its end (docs/domain/erasure.md).</summary>
public class Others
{
    [Fact]
    public void Whoever_shared_a_family_with_her_does_so_no_longer_whichever_of_them_was_its_head()
    {
        var town = Town.Quiet();
        foreach (var name in new[] { "anna", "bea", "cleo" })
            town[name].Joins("2020-01-01");
        town["anna"].AddsToFamily("2020-01-02", "bea");
        town["anna"].AddsToFamily("2020-01-02", "cleo");
        town.Settle("2020-01-02");
        Assert.Equal(2, town["anna"].Member.Family.Relatives.Count(relative => relative.HasAgreed));

        town["bea"].Send(new Erase(), Told.Instant("2020-01-03"));
        town.Settle("2020-01-03");
        Assert.Equal(["cleo"], town["anna"].Member.Family.Relatives.Select(relative => relative.Id.Value));
        Assert.Null(town["bea"].Member.Family.Head);

        town["anna"].Send(new Erase(), Told.Instant("2020-01-04"));
        town.Settle("2020-01-04");
        Assert.Empty(town["anna"].Member.Family.Relatives);
        Assert.Null(town["cleo"].Member.Family.Head);
    }

    [Fact]
    public void A_reward_for_whoever_was_forgotten_is_dropped_and_her_friend_keeps_hers()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2020-01-01");
        town["bea"].Joins("2020-01-02", referrer: "anna");
        town.Settle("2020-01-02");
        town["anna"].Send(new Erase(), Told.Instant("2020-01-03"));

        town["bea"].Buys("2020-01-04", 30m);

        var (_, errand) = Assert.Single(town.Asked(), asked => asked.Errand.Command is RewardReferrer);
        Assert.Equal("member_erased", town["anna"].Send(errand.Command, Told.Instant("2020-01-04")).Code());
        Assert.Equal((0L, 230L), (town["anna"].Member.Points, town["bea"].Member.Points));
    }

    [Fact]
    public void A_card_on_its_way_to_her_goes_back_with_all_it_holds()
    {
        var (li, zhao) = (CardDeeds.Holder(), CardDeeds.Holder());
        li.Issued("2020-01-01", "gold", paid: 2000m);
        zhao.Joins("2020-01-01");
        li.Transfers("2020-01-03", "zhao");
        zhao.Send(new Erase(), Told.Instant("2020-01-03 10:00"));
        var delivery = CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>());

        zhao.Send(delivery, Told.Instant("2020-01-04"));
        Assert.IsType<Decision.Duplicate>(zhao.Send(delivery, Told.Instant("2020-01-05")));
        li.Send(CardTransfers.Return(Deeds.Key(901), new("zhao"), zhao.Last<CardTurnedAway>()), Told.Instant("2020-01-05"));

        Assert.Equal("member_erased", zhao.Last<CardTurnedAway>().Why);
        Assert.Empty(zhao.Member.Cards);
        Assert.Equal((2000m, 300m, 0m), li.Money());
    }

    [Fact]
    public void A_card_of_her_own_that_comes_back_stays_on_the_books()
    {
        var (li, zhao) = (CardDeeds.Holder(), CardDeeds.Holder());
        li.Issued("2020-01-01", "gold", paid: 2000m);
        zhao.Joins("2020-01-01");
        li.Transfers("2020-01-03", "zhao");
        zhao.Send(new Erase(), Told.Instant("2020-01-03 10:00"));
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-04"));
        li.Send(new Erase(), Told.Instant("2020-01-04"));
        var back = CardTransfers.Return(Deeds.Key(901), new("zhao"), zhao.Last<CardTurnedAway>());

        li.Send(back, Told.Instant("2020-01-05"));
        Assert.IsType<Decision.Duplicate>(li.Send(back, Told.Instant("2020-01-05")));

        Assert.Equal((2000m, 300m, 0m), li.Money());
    }
}
