using System.Globalization;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Hosting.Jobs;

namespace Engagement.Hosting.Tests.Jobs;

/// <summary>When campaigns go by the clocks of their stores.</summary>
public sealed class CampaignCalendarTests
{
    private static readonly CampaignSchedule TenEveryDay = new() { Cron = "0 0 10 * * ?" };

    [Theory]
    // Clocks go on at two in the morning of 29 March in Berlin, and back on 25 October.
    [InlineData("Europe/Berlin", "2026-03-27T12:00Z", "2026-03-28T09:00Z 2026-03-29T08:00Z 2026-03-30T08:00Z")]
    [InlineData("Europe/Berlin", "2026-10-23T12:00Z", "2026-10-24T08:00Z 2026-10-25T09:00Z 2026-10-26T09:00Z")]
    // In Sydney back on 5 April, and on on 4 October.
    [InlineData("Australia/Sydney", "2026-04-03T12:00Z", "2026-04-03T23:00Z 2026-04-05T00:00Z 2026-04-06T00:00Z")]
    [InlineData("Australia/Sydney", "2026-10-02T12:00Z", "2026-10-03T00:00Z 2026-10-03T23:00Z 2026-10-04T23:00Z")]
    [InlineData("Asia/Shanghai", "2026-03-27T12:00Z", "2026-03-28T02:00Z 2026-03-29T02:00Z 2026-03-30T02:00Z")]
    public void Ten_in_the_morning_is_ten_by_the_stores_clocks_when_they_are_set_on_or_back(string zone, string from, string expected) =>
        Assert.Equal(expected.Split(' ').Select(At), Times(TenEveryDay, zone, At(from), 3));

    [Theory]
    [InlineData("Europe/Berlin", "0 30 2 * * ?", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:30Z")]
    [InlineData("Europe/Berlin", "0 30 2 * * ?", "2026-10-24T12:00Z", "2026-10-25T00:30Z 2026-10-26T01:30Z")]
    [InlineData("Australia/Sydney", "0 30 2 * * ?", "2026-10-03T12:00Z", "2026-10-03T16:00Z 2026-10-04T15:30Z")]
    [InlineData("Australia/Sydney", "0 30 2 * * ?", "2026-04-04T12:00Z", "2026-04-04T15:30Z 2026-04-05T16:30Z")]
    public void A_time_that_is_skipped_comes_when_clocks_go_on_and_one_that_comes_twice_counts_once(string zone, string cron, string from, string expected) =>
        Assert.Equal(expected.Split(' ').Select(At), Times(new() { Cron = cron }, zone, At(from), 2));

    [Fact]
    public void The_quarterly_survey_goes_on_the_first_of_four_months()
    {
        var schedule = DefaultCampaigns.All[DefaultCampaigns.Nps].Schedule;
        Assert.Null(CampaignCalendar.FaultOf(schedule));
        Assert.Equal(
            [At("2026-04-01T08:00Z"), At("2026-07-01T08:00Z"), At("2026-10-01T08:00Z"), At("2027-01-01T09:00Z")],
            Times(schedule, "Europe/Berlin", At("2026-02-01T00:00Z"), 4));
    }

    [Fact]
    public void One_local_time_is_another_instant_in_each_zone_and_comes_once()
    {
        var schedule = new CampaignSchedule { At = new DateTime(2026, 5, 1, 10, 0, 0) };
        Assert.Equal([At("2026-05-01T02:00Z")], Times(schedule, "Asia/Shanghai", At("2026-04-01T00:00Z"), 3));
        Assert.Equal([At("2026-05-01T14:00Z")], Times(schedule, "America/New_York", At("2026-04-01T00:00Z"), 3));
    }

    [Fact]
    public void Of_times_that_have_passed_the_latest_counts()
    {
        Assert.Equal(At("2026-03-03T10:00Z"), CampaignCalendar.Latest(TenEveryDay, "UTC", At("2026-03-01T00:00Z"), At("2026-03-03T10:00Z")));
        Assert.Null(CampaignCalendar.Latest(TenEveryDay, "UTC", At("2026-03-03T10:00Z"), At("2026-03-04T09:59Z")));
    }

    [Theory]
    [InlineData("0 0 10 ? * MON", true)]
    [InlineData("0 0 10 L * ?", true)]
    [InlineData("0 0 9-20 * * ?", true)]
    [InlineData("0 0 10 1 1 ? 2019", false)]
    [InlineData("0 0/30 * * * ?", false)]
    [InlineData("* * * * * ?", false)]
    [InlineData("0 10 * * *", false)]
    [InlineData("every day", false)]
    [InlineData("", false)]
    public void A_cron_expression_that_means_nothing_or_too_much_is_told(string cron, bool holds)
    {
        var fault = CampaignCalendar.FaultOf(new() { Cron = cron });
        Assert.Equal(holds, fault is null);
        if (!holds)
            Assert.Equal("schedule.cron", fault!.Path);
    }

    private static List<Instant> Times(CampaignSchedule schedule, string zone, Instant from, int most)
    {
        var times = new List<Instant>();
        while (times.Count < most && CampaignCalendar.Next(schedule, zone, from) is { } next)
            times.Add(from = next);
        return times;
    }

    private static Instant At(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
}
