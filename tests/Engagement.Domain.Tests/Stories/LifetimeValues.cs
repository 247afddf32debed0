using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class LifetimeValues
{
    [Fact]
    public void Three_orders_of_8000_a_year_for_three_years_are_worth_72000()
    {
        Assert.Equal(72_000m, new LifetimeValue(8_000m, 3m, 3m).Value);

        var life = Lives.ByDefault();
        life.Buys("2021-01-10", 6_000m);
        life.Buys("2021-05-10", 9_000m);
        life.Visits("2021-05-11");
        life.Buys("2021-09-10", 9_500m, "A");
        life.GetsBack("2021-09-11", 500m, "A");
        life.Buys("2021-09-12", 700m, "B");
        life.GetsBack("2021-09-13", null, "B");

        var value = LifetimeValue.Of(new(), life.Member, Told.Instant("2021-12-31"))!;

        Assert.Equal(new(8_000m, 3m, 3m), value);
        Assert.Equal(72_000m, value.Value);
        Assert.Equal((true, false, null), (value.IsWorth(24_000m), value.IsWorth(24_000.01m), value.IsWorth(null)));
    }

    [Fact]
    public void Orders_of_more_than_a_year_are_spread_over_the_time_since_the_first()
    {
        var life = Lives.ByDefault();
        life.Buys("2020-01-01", 100m);
        life.Buys("2021-06-01", 100m);
        life.Buys("2021-07-01", 100m);

        var value = LifetimeValue.Of(new() { YearsKept = 1.5m }, life.Member, Told.Instant("2020-01-01") + TimeSpan.FromDays(730))!;

        Assert.Equal(new(100m, 1.5m, 1.5m), value);
    }

    [Fact]
    public void Whoever_never_bought_has_none()
    {
        var life = Lives.ByDefault();
        life.Visits("2021-01-01");
        Assert.Null(LifetimeValue.Of(new(), life.Member, Told.Instant("2022-01-01")));
    }

    [Fact]
    public void What_friends_bring_and_their_friends_in_turn_counts_as_far_as_she_is_willing_to_recommend()
    {
        var value = SocialValue.Of(0.9m, [new(1_000m, [500m, 300m]), new(0m, []), new(600m, [0m])]);

        Assert.Equal(new SocialValue(0.9m, 3, 800m), value);
        Assert.Equal(0.9m * 2_400m, value.Value);
        Assert.Equal(0m, SocialValue.Of(1m, []).Value);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(7, 0.7)]
    [InlineData(0, 0)]
    [InlineData(null, 0.5)]
    public void Her_last_survey_says_how_willing_she_is(int? score, double willingness) =>
        Assert.Equal((decimal)willingness, SocialValue.WillingnessOf(new(), score));
}
