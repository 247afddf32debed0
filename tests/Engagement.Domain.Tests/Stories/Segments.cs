using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class Segments
{
    private readonly Life life = new(ChainRules.Default);

    [Fact]
    public void A_segment_that_asks_for_nothing_holds_everybody_who_is_known()
    {
        Assert.False(In(new(), "2026-03-01"));
        life.Joins("2026-03-01");
        Assert.True(In(new(), "2026-03-01"));
    }

    [Fact]
    public void All_that_is_asked_for_has_to_hold()
    {
        life.Visits("2026-03-01");
        life.IsTagged("2026-03-01", "vip");

        Assert.True(In(new() { Stages = [Stage.New], Tags = new(All: ["vip"]) }, "2026-03-02"));
        Assert.False(In(new() { Stages = [Stage.Lost], Tags = new(All: ["vip"]) }, "2026-03-02"));
        Assert.False(In(new() { Stages = [Stage.New], Tags = new(None: ["vip"]) }, "2026-03-02"));
    }

    [Fact]
    public void Of_tags_all_any_and_none_can_be_asked_for()
    {
        life.IsTagged("2026-03-01", "vip");
        life.IsTagged("2026-03-01", "skin");

        Assert.True(In(new() { Tags = new(All: ["vip", "skin"], Any: ["skin", "hair"], None: ["hair"]) }, "2026-03-02"));
        Assert.False(In(new() { Tags = new(All: ["vip", "hair"]) }, "2026-03-02"));
        Assert.False(In(new() { Tags = new(Any: ["hair", "nails"]) }, "2026-03-02"));
        Assert.False(In(new() { Tags = new(None: ["skin"]) }, "2026-03-02"));
    }

    [Fact]
    public void She_is_in_a_stage_for_whole_days_to_the_last_of_which_she_counts()
    {
        life.Visits("2026-03-01T08:00Z");
        var segment = new Segment { InStageDaysFrom = 3, InStageDaysTo = 5 };

        Assert.False(In(segment, "2026-03-04T07:59Z"));
        Assert.True(In(segment, "2026-03-04T08:00Z"));
        Assert.True(In(segment, "2026-03-07T07:59Z"));
        Assert.False(In(segment, "2026-03-07T08:00Z"));
    }

    [Fact]
    public void No_tier_can_be_asked_for_as_well_as_tiers()
    {
        life.Buys("2026-03-01", 100m);
        Assert.True(In(new() { Tiers = [Segment.NoTier] }, "2026-03-01"));

        life.Buys("2026-03-02", 400m);

        Assert.Equal("basic", life.Member.Tier.Name);
        Assert.True(In(new() { Tiers = [Segment.NoTier, "basic"] }, "2026-03-02"));
        Assert.False(In(new() { Tiers = [Segment.NoTier, "pro"] }, "2026-03-02"));
        Assert.True(In(new() { SpentFrom = 500m, OrdersFrom = 2, Points = new(500m, 500m) }, "2026-03-02"));
        Assert.False(In(new() { SpentFrom = 500.01m }, "2026-03-02"));
        Assert.False(In(new() { OrdersFrom = 3 }, "2026-03-02"));
        Assert.False(In(new() { Points = new(501m) }, "2026-03-02"));
    }

    [Fact]
    public void A_card_of_a_kind_and_its_end_are_asked_of_the_same_card()
    {
        life.GetsCard("2026-03-01", "C-1", "2026-03-20");
        life.Send(new IssueCard(new("gold", default), Told.Instant("2026-03-01"), null, new("C-2"), "gold", null), Told.Instant("2026-03-01"));

        Assert.True(In(new() { CardKinds = ["gold"] }, "2026-03-02"));
        Assert.False(In(new() { CardKinds = ["silver"] }, "2026-03-02"));
        Assert.True(In(new() { CardExpiresWithinDays = 18 }, "2026-03-02"));
        Assert.False(In(new() { CardExpiresWithinDays = 17 }, "2026-03-02"));
        Assert.True(In(new() { CardKinds = ["annual"], CardExpiresWithinDays = 18 }, "2026-03-02"));
        Assert.False(In(new() { CardKinds = ["gold"], CardExpiresWithinDays = 18 }, "2026-03-02"));
        Assert.False(In(new() { CardKinds = ["annual"] }, "2026-03-21"));
    }

    [Fact]
    public void Who_never_answered_has_no_score_and_whose_birthday_nobody_knows_no_month()
    {
        life.Visits("2026-03-01");
        Assert.False(In(new() { Score = new(0m, 10m) }, "2026-03-01"));
        Assert.False(In(new() { BirthdayMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, "2026-03-01"));
        Assert.True(In(new() { Joined = false }, "2026-03-01"));

        life.Joins("2026-03-02", born: (5, 31));
        life.Send(new Care.Survey(new("nps", default), Told.Instant("2026-03-03"), null, 9), Told.Instant("2026-03-03"));

        Assert.True(In(new() { Score = new(9m), BirthdayMonths = [5], Joined = true }, "2026-03-03"));
        Assert.False(In(new() { Score = new(To: 6m) }, "2026-03-03"));
        Assert.False(In(new() { BirthdayMonths = [6] }, "2026-03-03"));
    }

    [Fact]
    public void Friends_count_once_they_have_bought()
    {
        life.Visits("2026-03-01");
        var member = life.Member with { Referral = new ReferralState { Friends = [new(new MemberId("wu"), default)], Bought = 2 } };

        Assert.True(SegmentTest.Holds(new() { FriendsBoughtFrom = 2 }, Rules.Default, member, null, Told.Instant("2026-03-01")));
        Assert.False(SegmentTest.Holds(new() { FriendsBoughtFrom = 3 }, Rules.Default, member, null, Told.Instant("2026-03-01")));
    }

    [Fact]
    public void Without_a_grid_or_a_forecast_nobody_is_in_a_group_or_expected()
    {
        life.Buys("2026-03-01", 100m);
        var at = Told.Instant("2026-03-10");
        var grid = RfmGrid.Of(at, [Rfm.At(ValuePolicy(), life.Member, at), new(400, 1, 1m)])!;
        var forecast = Rules.Default with { Forecast = new(1, 4, 1, 2) };

        Assert.False(In(new() { RfmGroups = ["important_value"] }, "2026-03-10"));
        Assert.True(SegmentTest.Holds(new() { RfmGroups = ["important_value"] }, Rules.Default, life.Member, grid, at));
        Assert.False(SegmentTest.Holds(new() { RfmGroups = ["general_retain"] }, Rules.Default, life.Member, grid, at));
        Assert.False(In(new() { Alive = new(0m) }, "2026-03-10"));
        Assert.True(SegmentTest.Holds(new() { Alive = new(1m), ExpectedVisits = new(0.1m) }, forecast, life.Member, null, at));
        Assert.False(SegmentTest.Holds(new() { ExpectedVisits = new(100m) }, forecast, life.Member, null, at));
    }

    [Fact]
    public void Not_at_all_within_a_month_is_an_act_that_can_be_asked_for()
    {
        life.Visits("2026-03-01");
        life.SignsIn("2026-03-20");

        Assert.False(In(new() { Acts = [new("visit", 30, AtMost: 0)] }, "2026-03-30"));
        Assert.True(In(new() { Acts = [new("visit", 30, AtMost: 0), new("checkin", 30, AtLeast: 1)] }, "2026-03-31"));
        Assert.False(In(new() { Acts = [new("visit", 30, AtMost: 0), new("checkin", 30, AtLeast: 2)] }, "2026-03-31"));
    }

    private static ValuePolicy ValuePolicy() => Rules.Default.Policy.Value;

    private bool In(Segment segment, string at)
    {
        var when = Told.Instant(at);
        return SegmentTest.Holds(segment, life.Rules.For(life.Member.Home), life.Copy().Until(when).Member, null, when);
    }
}
