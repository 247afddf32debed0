using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories;

public class LateSignIns
{
    [Fact]
    public void A_terminal_that_was_offline_mends_the_run_and_brings_the_bonus_it_is_due()
    {
        var life = WithoutTheFifth();
        Assert.Equal((6, 4), (life.Member.Points, life.Member.Streak.Longest));

        life.SignsIn("2020-01-05T20:00", arriving: "2020-01-07T20:30");

        var mended = life.Last<CheckedIn>();
        Assert.Equal((SignInStanding.Counted, 7, 51), (mended.Standing, mended.Run, mended.Points));
        Assert.Equal((57, 7, 7), (life.Member.Points, life.Member.Streak.Longest, life.Member.Streak.Total));
    }

    [Theory]
    [InlineData("2020-01-05T20:00:00", SignInStanding.Counted)]
    [InlineData("2020-01-05T19:59:59.999999", SignInStanding.Late)]
    public void Forty_eight_hours_before_her_latest_sign_in_is_the_last_instant_that_mends(string at, SignInStanding expected)
    {
        var life = WithoutTheFifth();
        life.SignsIn(at, arriving: "2020-01-08");
        Assert.Equal(expected, life.Last<CheckedIn>().Standing);
    }

    [Fact]
    public void Further_back_it_counts_for_the_total_only()
    {
        var life = WithoutTheFifth();
        life.SignsIn("2020-01-05T08:00", arriving: "2020-01-08");
        Assert.Equal((0, 0), (life.Last<CheckedIn>().Run, life.Last<CheckedIn>().Points));
        Assert.Equal((7, 4, 6), (life.Member.Streak.Total, life.Member.Streak.Longest, life.Member.Points));

        life.SignsIn("2020-01-05T09:00", arriving: "2020-01-08");
        Assert.Equal((SignInStanding.Repeat, 7), (life.Last<CheckedIn>().Standing, life.Member.Streak.Total));
    }

    [Fact]
    public void A_bonus_that_a_piece_of_the_run_has_had_is_not_given_again()
    {
        var life = Lives.ByDefault();
        foreach (var day in new[] { 1, 2, 3, 4, 5, 6, 7, 9 })
            life.SignsIn($"2020-01-{day:00}");
        Assert.Equal(58, life.Member.Points);
        life.SignsIn("2020-01-08", arriving: "2020-01-09");
        Assert.Equal((9, 59), (life.Last<CheckedIn>().Run, life.Member.Points));
    }

    private static Life WithoutTheFifth()
    {
        var life = Lives.ByDefault();
        foreach (var day in new[] { 1, 2, 3, 4, 6, 7 })
            life.SignsIn($"2020-01-{day:00}T20:00");
        return life;
    }
}
