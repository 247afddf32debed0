using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class Value
{
    [Fact]
    public void A_visit_leaves_frequency_and_money_when_it_is_as_old_as_the_window_is_long()
    {
        var life = Lives.ByDefault();
        life.Buys("2021-01-01T12:00", 100m, "A1");
        life.Buys("2021-06-01T12:00", 50.50m, "A2");
        life.GetsBack("2021-06-02", 10m, "A2");

        Assert.Equal(new Rfm(213, 2, 140.50m), At(life, "2022-01-01T11:59:59.999999"));
        Assert.Equal(new Rfm(214, 1, 40.50m), At(life, "2022-01-01T12:00"));
    }

    [Fact]
    public void Whoever_never_came_has_no_recency()
    {
        var life = Lives.ByDefault();
        life.Joins("2021-01-01");
        Assert.Equal(new Rfm(null, 0, 0m), At(life, "2022-01-01"));
    }

    private static Rfm At(Life life, string at) => Rfm.At(new ValuePolicy(), life.Member, Told.Instant(at));
}
