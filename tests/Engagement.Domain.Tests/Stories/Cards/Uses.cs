using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Cards;

/// <summary>Cards that hold uses, that run for a time and that take something off, and what guards them (docs/domain/cards.md).</summary>
public class Uses
{
    [Fact]
    public void A_count_card_gives_its_uses_and_then_no_more_and_each_takes_its_share_of_the_price_to_the_cent()
    {
        var life = Holding("ten");
        var worth = new List<decimal>();
        for (var day = 1; day <= 10; day++)
        {
            worth.Add(life.Card().Balance.UsesWorth);
            life.Uses($"2020-02-{day:00}");
        }

        Assert.Equal([999.99m, 899.99m, 799.99m, 699.99m, 599.99m, 500.00m, 400.00m, 300.00m, 200.00m, 100.00m], worth);
        Assert.Equal((0, 0m), (life.Card().Balance.Uses, life.Card().Balance.UsesWorth));
        Assert.Equal("no_uses_left", life.Uses("2020-02-11").Code());
    }

    [Fact]
    public void Uses_that_are_left_are_given_back_for_their_share_of_the_price()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01", uses: 3);
        Assert.Equal("invalid_field", life.RefundsCard("2020-02-02", 100m).Code());
        life.RefundsCard("2020-02-02");
        Assert.Equal(699.99m, life.Last<CardRefunded>().Amount);
        Assert.Equal("card_refunded", life.Uses("2020-02-03").Code());
        Assert.Equal("card_refunded", life.RefundsCard("2020-02-03").Code());
        Assert.Equal("card_refunded", life.Cancels("2020-02-03", life.LastUse()).Code());
    }

    [Fact]
    public void A_renewal_adds_uses_and_the_older_ones_go_first()
    {
        var life = Holding("ten", until: "2020-06-01");
        life.Uses("2020-02-01", uses: 4);
        life.RenewsWith("2020-05-01", "2021-06-01", paid: 500m, uses: 10);
        Assert.Equal((16, 599.99m + 500m), (life.Card().Balance.Uses, life.Card().Balance.UsesWorth));
        life.Uses("2020-05-02", uses: 5);
        life.Uses("2020-05-03", uses: 2);
        Assert.Equal((9, 450m), (life.Card().Balance.Uses, life.Card().Balance.UsesWorth));
    }

    [Fact]
    public void A_period_card_is_valid_to_the_microsecond_of_its_end()
    {
        var life = Holding("year");
        Assert.IsType<Decision.Accepted>(life.Uses("2020-12-30T23:59:59.999999"));
        Assert.Equal("card_expired", life.Uses("2020-12-31").Code());
        Assert.Equal("2020-12-31T00:00:00Z", life.Until("2021-01-01").Last<CardExpired>().At.ToString());
    }

    [Fact]
    public void A_frozen_period_card_ends_later_by_the_time_it_was_frozen()
    {
        var life = Holding("year");
        life.Freezes("2020-12-29");
        Assert.Equal("card_frozen", life.Uses("2020-12-30").Code());
        life.Until("2021-02-01");
        Assert.DoesNotContain(life.Events, told => told is CardExpired);
        life.Unfreezes("2021-02-01T06:30");
        Assert.Equal(Told.Instant("2021-02-03T06:30"), life.Card().ExpiresAt);
        Assert.IsType<Decision.Accepted>(life.Uses("2021-02-03T06:29:59"));
        Assert.Equal("not_frozen", life.Unfreezes("2021-02-03T06:29:59").Code());
        Assert.Equal("card_expired", life.Uses("2021-02-03T06:30").Code());
    }

    [Fact]
    public void A_discount_card_takes_its_part_off_the_bill_for_what_it_is_for()
    {
        var life = Holding("tenth");
        life.Uses("2020-02-01", 333.35m, service: "skin");
        Assert.Equal(33.34m, life.Card().Saved);
        Assert.Equal("not_usable_for", life.Uses("2020-02-01", 100m, service: "teeth").Code());
        Assert.Equal("not_usable_for", life.Uses("2020-02-01", 100m).Code());
        life.Cancels("2020-02-02", life.LastUse());
        Assert.Equal(0m, life.Card().Saved);
    }

    [Fact]
    public void A_card_that_pays_for_some_services_pays_for_no_others()
    {
        var life = Holding("facial");
        Assert.IsType<Decision.Accepted>(life.Uses("2020-02-01", service: "facial"));
        Assert.Equal("not_usable_for: this card is not for 'massage'", Told.Refusal(life.Uses("2020-02-02", service: "massage")));
    }

    [Fact]
    public void The_fourth_use_of_a_local_day_is_refused_and_the_first_of_the_next_is_not()
    {
        var life = CardDeeds.Holder("Asia/Shanghai");
        life.Issued("2020-01-01", "gold", paid: 1000m);
        // Shanghai's day ends at 16:00 UTC.
        foreach (var time in new[] { "10:00", "11:00", "12:00" })
            Assert.IsType<Decision.Accepted>(life.Uses($"2020-02-01T{time}", 10m));
        Assert.Equal("use_limit: a card can be used at most 3 times a day", Told.Refusal(life.Uses("2020-02-01T15:59", 10m)));
        Assert.IsType<Decision.Accepted>(life.Uses("2020-02-01T16:00", 10m));
    }

    [Fact]
    public void Uses_taken_at_once_count_as_so_many_and_a_cancelled_one_does_not_count()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01T08:00", uses: 4);
        Assert.Equal("use_limit", life.Uses("2020-02-01T09:00", uses: 2).Code());
        life.Cancels("2020-02-01T09:30", life.LastUse());
        Assert.IsType<Decision.Accepted>(life.Uses("2020-02-01T10:00", uses: 5));
    }

    [Fact]
    public void Uses_within_a_minute_of_each_other_are_taken_and_flagged_with_both_instants()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01T10:00:00");
        life.Uses("2020-02-01T10:01:00.000001");
        Assert.DoesNotContain(life.Events, told => told is CardUseSuspicious);
        life.Uses("2020-02-01T10:02:00");
        Assert.Equal(
            new CardUseSuspicious(
                Told.Instant("2020-02-01T10:02"), new("C"), Told.Instant("2020-02-01T10:01:00.000001"), Told.Instant("2020-02-01T10:02")),
            life.Last<CardUseSuspicious>());
        Assert.Equal((7, 1), (life.Card().Balance.Uses, life.Card().SuspiciousUses));
    }

    [Fact]
    public void A_use_that_arrives_late_is_flagged_too()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01T10:00:00");
        life.Uses("2020-02-01T09:59:30", arriving: "2020-02-01T12:00");
        var flag = life.Last<CardUseSuspicious>();
        Assert.Equal(("2020-02-01T09:59:30Z", "2020-02-01T10:00:00Z"), (flag.First.ToString(), flag.Second.ToString()));
    }

    [Fact]
    public void A_use_is_a_visit_unless_the_sender_tells_of_the_visit_by_itself()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01");
        Assert.Equal(Stage.New, life.Member.Stage);
        life.Uses("2020-02-02", visit: false);
        Assert.Equal(Stage.New, life.Member.Stage);
        life.Uses("2020-02-03");
        Assert.Equal(Stage.Effective, life.Member.Stage);
        Assert.Equal(2, life.Member.Acts.Recent.Length);
    }

    [Fact]
    public void A_cancelled_use_takes_its_visit_out_of_the_count()
    {
        var life = Holding("ten");
        life.Uses("2020-02-01");
        life.Uses("2020-02-03");
        life.Cancels("2020-02-04", life.LastUse());
        Assert.Equal(9, life.Card().Balance.Uses);
        Assert.Equal("visit cancelled", life.Member.StageReason!.Text);
        Assert.Equal((Stage.New, Told.Instant("2020-02-01")), (life.Member.Stage, life.Member.Acts.Last));
    }

    [Fact]
    public void Ms_Li_rises_and_falls_by_the_uses_of_her_annual_card_as_by_any_visits()
    {
        var life = CardDeeds.Holder();
        life.Joins("2020-09-11T10:00");
        life.Buys("2020-09-16T10:00", 99m, "trial");
        life.Buys("2020-09-16T11:30", 3980m, "annual card, six uses");
        life.Issued("2020-09-16T11:30", "facial", paid: 3980m);
        foreach (var day in new[] { "2020-10-13", "2020-11-15", "2020-12-15", "2021-01-15", "2021-02-15", "2021-03-15" })
            life.Uses($"{day}T10:00", service: "facial");
        life.Until("2022-01-01");

        Assert.Equal(0, life.Card().Balance.Uses);
        Assert.Equal(
            [
                "2020-09-11T10:00:00Z unknown > Potential: joined",
                "2020-09-16T10:00:00Z Potential > New: first visit",
                "2020-09-16T11:30:00Z New > Effective: second visit within 90 days",
                "2020-10-13T10:00:00Z Effective > Active: third visit within 120 days",
                "2020-12-15T10:00:00Z Active > Loyal: fifth visit within 180 days",
                "2021-05-14T10:00:00Z Loyal > Active: fewer than 5 visits within 180 days",
                "2021-05-15T10:00:00Z Active > Effective: fewer than 3 visits within 120 days",
                "2021-05-16T10:00:00Z Effective > New: fewer than 2 visits within 90 days",
                "2021-06-13T10:00:00Z New > Dormant: no visit for 90 days",
                "2021-09-11T10:00:00Z Dormant > Lost: no visit for 180 days",
            ],
            life.Stages());
    }

    [Fact]
    public void A_card_of_a_kind_that_nobody_knows_has_an_end_and_nothing_else()
    {
        var life = CardDeeds.Holder();
        life.GetsCard("2020-01-01", "C", "2020-03-01");
        Assert.Equal("unknown_kind", life.Issued("2020-01-01", "annual", paid: 100m, card: "D").Code());
        Assert.Equal("unknown_kind", life.Uses("2020-02-01").Code());
        Assert.Equal("unknown_kind", life.TopsUp("2020-02-01", 100m).Code());
        life.Until("2020-04-01");
        Assert.DoesNotContain(life.Events, told => told is CardExpired);
        Assert.IsType<Decision.Accepted>(life.Renews("2020-04-01", "C", "2021-03-01"));
    }

    [Fact]
    public void Nothing_is_paid_before_the_card_was_hers_and_what_was_used_before_its_end_counts_though_it_is_told_later()
    {
        var life = Holding("year");
        Assert.Equal("not_yet_issued", life.Uses("2019-12-31", arriving: "2020-02-01").Code());
        life.Until("2021-02-01");
        Assert.IsType<Decision.Accepted>(life.Uses("2020-12-30T12:00", arriving: "2021-02-01"));
    }

    private static Life Holding(string kind, string? until = null)
    {
        var life = CardDeeds.Holder();
        life.Issued("2020-01-01", kind, until: until);
        return life;
    }
}
