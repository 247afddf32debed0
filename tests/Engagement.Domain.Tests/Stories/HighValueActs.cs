using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class HighValueActs
{
    private int _purchases;

    [Fact]
    public void A_dearer_card_is_told_and_a_first_or_a_cheaper_one_is_not()
    {
        var life = CardDeeds.Holder();
        life.Issued("2021-01-01", "facial", card: "trial");
        life.Issued("2021-02-01", "facial", paid: 50m, card: "cheaper");
        Assert.Empty(life.Events.OfType<HighValueActDone>());
        life.Issued("2021-03-01", "year", card: "annual");
        Assert.Equal(new(Told.Instant("2021-03-01"), "card_upgrade"), Assert.Single(life.Events.OfType<HighValueActDone>()));
    }

    [Fact]
    public void A_friend_who_buys_is_told_once()
    {
        var town = Town.Quiet();
        town["anna"].Joins("2021-01-01");
        town["bea"].Joins("2021-01-02", referrer: "anna");
        town["bea"].Buys("2021-01-03", 10m, "a");
        town.Settle("2021-01-03");
        town["bea"].GetsBack("2021-01-04", order: "a");
        town["bea"].Buys("2021-01-05", 10m, "b");
        town.Settle("2021-01-05");
        Assert.Equal(["friend_bought"], town["anna"].Events.OfType<HighValueActDone>().Select(told => told.Code));
    }

    [Fact]
    public void The_first_purchase_in_a_second_category_is_told_once()
    {
        var life = Lives.ByDefault();
        Buys(life, "2021-01-01", """[{"category":"skin"},{"category":"skin"},{"name":"a towel"}]""");
        Buys(life, "2021-02-01", """[{"category":"skin"}]""");
        Buys(life, "2021-03-01", """[{"category":"hair"},{"category":"nails"}]""");
        Buys(life, "2021-04-01", """[{"category":"feet"}]""");

        Assert.Equal(new(Told.Instant("2021-03-01"), "second_category"), Assert.Single(life.Events.OfType<HighValueActDone>()));
        Assert.Equal(["skin", "hair", "nails", "feet"], life.Member.Value.Categories);
        Assert.Equal([new("second_category", Told.Instant("2021-03-01"))], life.Member.Value.Marks);
    }

    [Fact]
    public void Two_categories_at_once_are_no_second_one_and_what_is_no_category_is_passed_over()
    {
        var life = Lives.ByDefault();
        Buys(life, "2021-01-01", """[1, "category", {"category": 7}, {"category": ""}]""");
        Buys(life, "2021-01-02", """{"category":"skin"}""");
        Buys(life, "2021-02-01", """[{"category":"skin"},{"category":"hair"}]""");
        Buys(life, "2021-03-01", """[{"category":"nails"}]""");

        Assert.Empty(life.Events.OfType<HighValueActDone>());
    }

    [Fact]
    public void A_chain_may_name_a_behaviour_and_leave_out_what_it_does_not_want_told()
    {
        var life = Lives.By(Lives.Quiet with { Value = new() { HighValueActs = [new(HighValueKind.Act, "exam_passed")] } });
        Buys(life, "2021-01-01", """[{"category":"skin"}]""");
        Buys(life, "2021-02-01", """[{"category":"hair"}]""");
        life.Acts("2021-03-01", "exam_passed");
        life.Acts("2021-03-02", "comment");

        Assert.Equal(["act:exam_passed"], life.Events.OfType<HighValueActDone>().Select(done => done.Code));
    }

    [Fact]
    public void What_she_paid_is_compared_over_180_days_before_and_after()
    {
        var life = Lives.By(Lives.Quiet with { Value = new() { HighValueActs = [new(HighValueKind.Act, "exam_passed")] } });
        life.Buys("2021-01-01", 1_000m); // 181 days before
        life.Buys("2021-01-02", 10m);
        life.Buys("2021-06-30", 20m);
        life.Acts("2021-07-01", "exam_passed");
        life.Buys("2021-07-01", 100m);
        life.Buys("2021-12-27", 200m, "A");
        life.GetsBack("2021-12-28", 50m, "A");
        life.Buys("2021-12-28", 5_000m); // when the 180 days are over

        var outcome = Assert.Single(HighValueOutcome.Of(life.Member, Told.Instant("2021-12-28")));
        Assert.Equal((30m, 250m, true), (outcome.Before, outcome.After, outcome.IsOver));
        Assert.False(Assert.Single(HighValueOutcome.Of(life.Member, Told.Instant("2021-12-27T23:59"))).IsOver);
    }

    [Fact]
    public void The_last_survey_by_when_it_was_given_is_remembered()
    {
        var life = Lives.ByDefault();
        Answers(life, "2021-03-01", 9, "2021-03-01");
        Answers(life, "2021-02-01", 2, "2021-03-02");

        Assert.Equal(9, life.Member.Value.LastScore);
    }

    [Theory]
    [InlineData(HighValueKind.Act, null, "value.highValueActs[0].act")]
    [InlineData(HighValueKind.SecondCategory, "x", "value.highValueActs[0].act")]
    public void A_behaviour_has_a_name_and_nothing_else_has(HighValueKind kind, string? act, string path) => Assert.Contains(
        PolicyValidation.Validate(Policy.Default with { Value = new() { HighValueActs = [new(kind, act)] } }), fault => fault.Path == path);

    private void Buys(Life life, string at, string items) =>
        life.Send(new Purchase(Deeds.Key(1000 + ++_purchases), Told.Instant(at), null, 50m, null, items), Told.Instant(at));

    private static void Answers(Life life, string at, int score, string arriving) => life.Send(
        new Care.Survey(Deeds.Key(2000 + score), Told.Instant(at), null, score), Told.Instant(arriving));
}
