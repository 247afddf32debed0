using Engagement.Domain.Purchases;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class Forecasts
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    // What the paper that introduced the model found for the buyers of CDNOW, and what is known of their spend.
    private static readonly ForecastParameters Cdnow = new(0.243, 4.414, 0.793, 2.426, new(6.25, 3.74, 15.44));

    [Fact]
    public void The_first_buyer_of_CDNOW_is_expected_to_buy_as_often_as_the_paper_says()
    {
        // Twice again within 30.43 of 38.86 weeks; in the 39 weeks that follow 1.226 times.
        var first = new VisitRhythm(2, 213, 272, 0m, 0);

        Assert.Equal(1.226, Forecast.Visits(Cdnow, first, 39), 0.0005);
        Assert.Equal(0.7266, Forecast.Alive(Cdnow, first), 0.00005);
    }

    [Fact]
    public void Somebody_who_came_once_cannot_have_left_after_a_later_visit()
    {
        Assert.Equal(1, Forecast.Alive(Cdnow, Came(0, 0, 300)));
    }

    [Fact]
    public void The_longer_she_stays_away_the_less_likely_she_lives_and_comes()
    {
        var silent = Enumerable.Range(0, 40).Select(week => Came(5, 70, 70 + 7 * week)).ToList();

        Assert.Equal(silent.Select(rhythm => Forecast.Alive(Cdnow, rhythm)).OrderDescending(), silent.Select(rhythm => Forecast.Alive(Cdnow, rhythm)));
        Assert.Equal(silent.Select(rhythm => Forecast.Comes(Cdnow, rhythm, 4)).OrderDescending(), silent.Select(rhythm => Forecast.Comes(Cdnow, rhythm, 4)));
        Assert.True(Forecast.Alive(Cdnow, Came(400, 420, 10_000)) is >= 0 and < 1e-100);
    }

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426)]
    [InlineData(1.7, 2.5, 1, 3)]
    [InlineData(8, 3, 0.1, 40)]
    [InlineData(0.5, 30, 4, 1.2)]
    public void What_is_expected_is_what_all_lives_there_may_be_bring_on_average(double r, double alpha, double a, double b)
    {
        var parameters = new ForecastParameters(r, alpha, a, b);
        foreach (var rhythm in (VisitRhythm[])[Came(0, 0, 0), Came(0, 0, 200), Came(1, 3, 90), Came(4, 100, 130), Came(30, 350, 360)])
        {
            foreach (var weeks in (double[])[1, 13, 52])
            {
                var (visits, comes) = NaiveForecast.Expected(parameters, rhythm, weeks);
                Assert.Equal(1, Forecast.Visits(parameters, rhythm, weeks) / visits, 0.002);
                Assert.Equal(1, Forecast.Comes(parameters, rhythm, weeks) / comes, 0.002);
            }
        }
    }

    [Fact]
    public void Nothing_is_expected_of_no_time_and_everything_stays_a_number()
    {
        foreach (var parameters in (ForecastParameters[])[new(1e-4, 1e-4, 1e-4, 1e-4), new(1e4, 1e4, 1e4, 1e4), new(50, 0.01, 0.001, 900)])
        {
            foreach (var rhythm in (VisitRhythm[])[Came(0, 0, 0), Came(700, 720, 730), Came(3, 4, 9000)])
            {
                Assert.Equal(0, Forecast.Visits(parameters, rhythm, 0));
                Assert.True(double.IsFinite(Forecast.Visits(parameters, rhythm, Forecast.YearWeeks)));
                Assert.InRange(Forecast.Alive(parameters, rhythm), 0, 1);
                Assert.InRange(Forecast.Comes(parameters, rhythm, 13), 0, 1);
            }
        }
    }

    [Fact]
    public void Whoever_paid_little_often_is_expected_to_pay_little_and_a_stranger_what_all_pay()
    {
        var stranger = Forecast.SpendPerVisit(Cdnow, Came(0, 0, 300))!.Value;
        Assert.Equal(6.25 * 15.44 / 2.74, stranger, 1e-9);

        var thrifty = Forecast.SpendPerVisit(Cdnow, new(50, 300, 301, 50 * 10m, 50))!.Value;
        Assert.InRange(thrifty, 10, 11);
        Assert.Equal(stranger, Forecast.SpendPerVisit(Cdnow, Came(9, 300, 301)));
        Assert.Null(Forecast.SpendPerVisit(Cdnow with { Spend = null }, Came(0, 0, 300)));
        Assert.Null(Forecast.SpendPerVisit(Cdnow with { Spend = new(6, 0.9, 15) }, Came(0, 0, 300)));
        Assert.Equal(
            Forecast.Visits(Cdnow, Came(2, 50, 60), 365 / 7d) * Forecast.SpendPerVisit(Cdnow, Came(2, 50, 60)),
            Forecast.YearValue(Cdnow, Came(2, 50, 60)));
    }

    [Fact]
    public void Acts_of_one_local_day_are_one_visit_and_money_counts_on_the_day_it_was_paid()
    {
        var life = Lives.In("Asia/Shanghai");
        life.Buys("2021-01-01T15:59", 100m); // 1 January in Shanghai, shortly before midnight
        life.Buys("2021-01-01T16:00", 30m); // 2 January
        life.Visits("2021-01-02T15:59"); // still the 2nd
        life.Buys("2021-01-12T02:00", 50m, "A");
        life.GetsBack("2021-01-13", 20m, "A");

        var rhythm = VisitRhythm.At(life.Member.Acts, Shanghai, Told.Instant("2021-01-31T15:00"));

        Assert.Equal(new VisitRhythm(2, 11, 30, 60m, 2), rhythm);
        Assert.Equal(30m, rhythm!.Value.SpendPerRepeat);
        Assert.Equal(new VisitRhythm(1, 1, 2, 30m, 1), VisitRhythm.At(life.Member.Acts, Shanghai, Told.Instant("2021-01-03T12:00")));
        Assert.Null(VisitRhythm.At(life.Member.Acts, Shanghai, Told.Instant("2020-12-31")));
        Assert.Equal([new(2021, 1, 12)], VisitRhythm.DaysAfter(life.Member.Acts, Shanghai, Told.Instant("2021-01-02")));
        Assert.Equal([new(2021, 1, 2), new(2021, 1, 12)], VisitRhythm.DaysAfter(life.Member.Acts, Shanghai, Told.Instant("2021-01-01T15:00")));
    }

    [Fact]
    public void A_purchase_given_back_whole_was_no_visit()
    {
        var life = Lives.ByDefault();
        life.Buys("2021-01-01", 100m, "A");
        life.Buys("2021-02-01", 50m, "B");
        life.Buys("2021-03-01", 70m, "C");
        life.GetsBack("2021-03-02", null, "A");

        Assert.Equal(new VisitRhythm(1, 28, 59, 70m, 1), VisitRhythm.At(life.Member.Acts, TimeZoneInfo.Utc, Told.Instant("2021-04-01")));
    }

    [Fact]
    public void What_she_does_not_remember_one_by_one_still_counts()
    {
        var life = Lives.ByDefault();
        var start = Told.Instant("2010-01-01T10:00");
        for (var week = 0; week < 520; week++)
        {
            life.Visits((start + TimeSpan.FromDays(7 * week)).ToString());
            if (week % 10 == 0)
                life.Buys((start + TimeSpan.FromDays(7 * week) + TimeSpan.FromHours(1)).ToString(), 20m);
        }

        var rhythm = VisitRhythm.At(life.Member.Acts, TimeZoneInfo.Utc, start + TimeSpan.FromDays(7 * 520));

        Assert.True(life.Member.Acts.Recent.Length < 150);
        Assert.Equal((519, 7 * 519, 7 * 520), (rhythm!.Value.Repeats, rhythm.Value.LastDay, rhythm.Value.Days));
        Assert.Null(VisitRhythm.At(life.Member.Acts, TimeZoneInfo.Utc, Told.Instant("2012-01-01")));
    }

    [Fact]
    public void What_is_forgotten_is_told_apart_by_day_when_two_acts_of_a_day_go_one_after_the_other()
    {
        var life = Lives.ByDefault();
        life.Visits("2010-01-01T08:00");
        life.Visits("2010-01-01T20:00");
        life.Visits("2010-01-02T08:00");
        life.Visits("2012-01-02T12:00"); // 731 days after the morning, not after the evening
        life.Visits("2012-02-02T12:00");

        Assert.Equal(2, life.Member.Acts.Recent.Length);
        Assert.Equal(new ForgottenActs(Told.Instant("2010-01-01T08:00"), Told.Instant("2010-01-02T08:00"), 2), life.Member.Acts.Forgotten);
        Assert.Equal(3, VisitRhythm.At(life.Member.Acts, TimeZoneInfo.Utc, Told.Instant("2012-02-02T12:00"))!.Value.Repeats);
    }

    private static VisitRhythm Came(int repeats, int last, int days) => new(repeats, last, days, 0m, 0);
}
