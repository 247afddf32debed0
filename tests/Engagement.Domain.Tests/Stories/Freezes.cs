using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Freezes
{
    [Fact]
    public void A_missed_day_is_forgiven_at_the_next_sign_in_and_adds_nothing_to_the_run()
    {
        var life = SignedIn(perMonth: 1, "2020-01-01", "2020-01-02", "2020-01-04");
        var told = life.Last<CheckedIn>();
        Assert.Equal([new DateOnly(2020, 1, 3)], told.Frozen);
        Assert.Equal((3, 3, 3), (told.Run, life.Member.Streak.Total, life.Member.Points));
    }

    [Fact]
    public void Forgiveness_covers_the_whole_gap_or_none_of_it()
    {
        var life = SignedIn(perMonth: 1, "2020-01-01", "2020-01-04");
        Assert.Empty(life.Last<CheckedIn>().Frozen);
        Assert.Equal(1, life.Last<CheckedIn>().Run);

        life.SignsIn("2020-01-06");
        Assert.Equal([new DateOnly(2020, 1, 5)], life.Last<CheckedIn>().Frozen);
    }

    [Theory]
    [InlineData("2020-01-30", "2020-02-02", 2)]
    [InlineData("2020-01-29", "2020-02-01", 1)]
    public void Each_missed_day_is_charged_to_its_own_month(string before, string after, int run)
    {
        Assert.Equal(run, SignedIn(perMonth: 1, before, after).Last<CheckedIn>().Run);
    }

    [Fact]
    public void A_month_forgives_no_more_than_its_allowance_and_the_next_begins_afresh()
    {
        var life = SignedIn(perMonth: 1, "2020-01-01", "2020-01-03", "2020-01-05");
        Assert.Equal(1, life.Last<CheckedIn>().Run);
        life = SignedIn(perMonth: 1, "2020-01-28", "2020-01-30", "2020-01-31", "2020-02-02");
        Assert.Equal(4, life.Last<CheckedIn>().Run);
    }

    [Fact]
    public void The_run_is_alive_as_long_as_every_missed_day_can_be_forgiven()
    {
        var life = SignedIn(perMonth: 1, "2020-01-10");
        var policy = new StreakPolicy { FreezesPerMonth = 1 };
        Assert.Equal([1, 1, 1, 0], Enumerable.Range(10, 4).Select(day => life.Member.Streak.CurrentOn(new(2020, 1, day), policy)));
    }

    [Fact]
    public void A_late_upload_on_a_forgiven_day_gives_the_freeze_back()
    {
        var life = SignedIn(perMonth: 1, "2020-01-01", "2020-01-03");
        life.SignsIn("2020-01-02", arriving: "2020-01-03T01:00");
        Assert.Equal((SignInStanding.Counted, 3), (life.Last<CheckedIn>().Standing, life.Last<CheckedIn>().Run));

        life.SignsIn("2020-01-05");
        Assert.Equal((4, 1), (life.Last<CheckedIn>().Run, life.Last<CheckedIn>().Frozen.Length));
    }

    [Fact]
    public void A_late_upload_too_late_to_mend_leaves_the_freeze_spent()
    {
        var life = SignedIn(perMonth: 1, "2020-01-01", "2020-01-03", "2020-01-04T12:00");
        life.SignsIn("2020-01-02T11:00", arriving: "2020-01-05");
        Assert.Equal((SignInStanding.Late, 4, 3), (life.Last<CheckedIn>().Standing, life.Member.Streak.Total, life.Member.Streak.Longest));
        life.SignsIn("2020-01-06");
        Assert.Equal(1, life.Last<CheckedIn>().Run);
    }

    private static Life SignedIn(int perMonth, params string[] days)
    {
        var life = Lives.WithFreezes(perMonth);
        foreach (var day in days)
            life.SignsIn(day);
        return life;
    }
}
