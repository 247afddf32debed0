using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class Streaks
{
    [Fact]
    public void Every_seventh_day_in_a_row_brings_the_bonus()
    {
        var life = Lives.ByDefault();
        var points = new List<long>();
        for (var day = 1; day <= 14; day++)
        {
            life.SignsIn($"2020-01-{day:00}T20:00");
            points.Add(life.Member.Points);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 57, 58, 59, 60, 61, 62, 63, 114], points);
        Assert.Equal((14, 14), (life.Member.Streak.Longest, life.Member.Streak.Total));
    }

    [Fact]
    public void A_second_sign_in_on_the_same_day_changes_nothing()
    {
        var life = Lives.ByDefault();
        life.SignsIn("2020-01-01T08:00");
        life.SignsIn("2020-01-01T20:00");
        var repeat = life.Last<CheckedIn>();
        Assert.Equal((SignInStanding.Repeat, 0, 1), (repeat.Standing, repeat.Points, repeat.Run));
        Assert.Equal((1, 1), (life.Member.Streak.Total, life.Member.Points));
    }

    [Fact]
    public void A_missed_day_breaks_the_run_once_the_day_is_over_and_the_longest_is_kept()
    {
        var life = Lives.ByDefault();
        life.SignsIn("2020-01-01");
        life.SignsIn("2020-01-02");
        Assert.Equal([2, 2, 0], Enumerable.Range(2, 3).Select(day => CurrentOn(life, day)));
        life.SignsIn("2020-01-04");
        Assert.Equal((1, 2, 3), (CurrentOn(life, 4), life.Member.Streak.Longest, life.Member.Streak.Total));
    }

    [Fact]
    public void A_day_ends_at_midnight_on_the_wall_of_her_store()
    {
        var life = Lives.In("Asia/Shanghai");
        life.SignsIn("2020-01-01T15:59:59.999999");
        life.SignsIn("2020-01-01T16:00:00");
        Assert.Equal(
            [new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 2)], life.Events.OfType<CheckedIn>().Select(told => told.Day));
        Assert.Equal(2, life.Last<CheckedIn>().Run);
    }

    [Theory]
    [InlineData("America/New_York", "2021-03-13T05:00", "2021-03-15T03:59:59.999999")]
    [InlineData("America/New_York", "2021-11-06T04:00", "2021-11-08T04:59:59.999999")]
    [InlineData("Europe/Berlin", "2021-03-26T23:00", "2021-03-28T21:59:59.999999")]
    [InlineData("Australia/Lord_Howe", "2021-04-02T13:00", "2021-04-04T13:29:59.999999")]
    public void Days_on_which_the_clock_is_put_forward_or_back_are_ordinary_days(string zone, string firstOfDayBefore, string lastOfDay)
    {
        var life = Lives.In(zone);
        life.SignsIn(firstOfDayBefore);
        life.SignsIn(lastOfDay);
        Assert.Equal((SignInStanding.Counted, 2), (life.Last<CheckedIn>().Standing, life.Last<CheckedIn>().Run));
        life.SignsIn(lastOfDay.Replace(".999999", "", StringComparison.Ordinal), arriving: lastOfDay);
        Assert.Equal(SignInStanding.Repeat, life.Last<CheckedIn>().Standing);
    }

    [Fact]
    public void History_that_arrives_in_order_is_never_late()
    {
        var life = Lives.ByDefault();
        life.Visits("2020-06-01");
        life.SignsIn("2020-01-01", arriving: "2020-06-02");
        life.SignsIn("2020-01-02", arriving: "2020-06-02");
        Assert.Equal((2, 2), (life.Last<CheckedIn>().Run, life.Member.Streak.Longest));
    }

    private static int CurrentOn(Life life, int day) =>
        life.Member.Streak.CurrentOn(new DateOnly(2020, 1, day), new StreakPolicy());
}
