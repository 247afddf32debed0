using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Cards;

/// <summary>A card goes to another member: each decides in a turn of her own (docs/domain/cards.md).</summary>
public class Transfers
{
    [Fact]
    public void A_card_leaves_the_one_with_all_it_holds_and_is_the_others_from_the_same_instant()
    {
        var (li, zhao) = (CardDeeds.Holder(), CardDeeds.Holder());
        li.Issued("2020-01-01", "gold", paid: 2000m);
        li.Uses("2020-01-02", 500m);
        li.Transfers("2020-01-03", "zhao");
        Assert.Empty(li.Member.Cards);
        Assert.Equal("unknown_card", li.Uses("2020-01-03", 10m).Code());

        zhao.Joins("2020-01-01");
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-03T00:05"));

        Assert.Equal((1500m, 300m, 0m), zhao.Money());
        Assert.Equal(Told.Instant("2020-01-03"), zhao.Last<CardReceived>().At);
        Assert.Empty(zhao.Member.Acts.Recent);
        Assert.Single(li.Member.Acts.Recent);
    }

    [Fact]
    public void A_delivery_that_is_repeated_brings_nothing_twice()
    {
        var (li, zhao) = Sent();
        var delivery = CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>());
        zhao.Send(delivery, Told.Instant("2020-01-04"));
        Assert.IsType<Decision.Duplicate>(zhao.Send(delivery, Told.Instant("2020-01-05")));
        Assert.Single(zhao.Member.Cards);
    }

    [Fact]
    public void What_she_cancels_on_a_card_from_another_is_no_visit_of_her_own()
    {
        var (li, zhao) = (CardDeeds.Holder(), CardDeeds.Holder());
        li.Issued("2020-01-01", "ten");
        li.Uses("2020-01-02");
        var use = li.LastUse();
        li.Transfers("2020-01-03", "zhao");
        zhao.Visits("2020-01-02");
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-03"));
        zhao.Cancels("2020-01-04", use);
        Assert.Equal((10, 1), (zhao.Card().Balance.Uses, zhao.Member.Acts.Recent.Length));
    }

    [Fact]
    public void Who_has_a_card_of_that_number_turns_it_away_and_it_comes_back()
    {
        var (li, zhao) = Sent();
        zhao.Issued("2020-01-01", "ten");
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-04"));
        var away = zhao.Last<CardTurnedAway>();
        Assert.Equal("card_exists", away.Why);
        Assert.Equal(10, zhao.Card().Balance.Uses);

        li.Send(CardTransfers.Return(Deeds.Key(901), new("zhao"), away), Told.Instant("2020-01-04"));

        Assert.Equal((1000m, 100m, 0m), li.Money());
        Assert.IsType<Decision.Accepted>(li.Uses("2020-01-05", 1100m));
    }

    [Fact]
    public void Who_can_hold_no_more_turns_it_away()
    {
        var (li, zhao) = Sent();
        for (var number = 0; number < 100; number++)
            zhao.Issued("2020-01-01", "year", card: $"Y{number}");
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-04"));
        Assert.Equal("too_many_cards", zhao.Last<CardTurnedAway>().Why);
    }

    [Fact]
    public void A_card_that_comes_back_finds_a_place_though_another_has_its_number_by_now()
    {
        var (li, zhao) = Sent();
        zhao.Issued("2020-01-01", "ten");
        zhao.Send(CardTransfers.Deliver(Deeds.Key(900), new("li"), li.Last<CardSent>()), Told.Instant("2020-01-04"));
        li.Issued("2020-01-04", "year");
        li.Send(CardTransfers.Return(Deeds.Key(901), new("zhao"), zhao.Last<CardTurnedAway>()), Told.Instant("2020-01-05"));
        Assert.Equal(["C", "C~2"], li.Member.Cards.Select(card => card.Id.Value));
        Assert.Equal((1000m, 100m, 0m), li.Money("C~2"));
    }

    [Theory]
    [InlineData("zhao", "frozen", "card_frozen")]
    [InlineData("zhao", "owing", "card_in_debt")]
    [InlineData("zhao", "ended", "card_expired")]
    [InlineData("li", "", "same_member")]
    public void Not_every_card_can_be_passed_on(string to, string state, string code)
    {
        var li = CardDeeds.Holder();
        li.Issued("2020-01-01", "credit", until: "2020-02-01");
        if (state == "frozen")
            li.Freezes("2020-01-02");
        if (state == "owing")
            li.Uses("2020-01-02", 50m);
        Assert.Equal(code, li.Transfers(state == "ended" ? "2020-02-01" : "2020-01-03", to).Code());
        Assert.Single(li.Member.Cards);
    }

    private static (Life Li, Life Zhao) Sent()
    {
        var li = CardDeeds.Holder();
        li.Issued("2020-01-01", "gold", paid: 1000m);
        li.Transfers("2020-01-03", "zhao");
        var zhao = CardDeeds.Holder();
        zhao.Joins("2020-01-01");
        return (li, zhao);
    }
}
