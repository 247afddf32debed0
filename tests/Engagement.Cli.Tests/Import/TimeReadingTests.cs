using Engagement.Cli.Import;

namespace Engagement.Cli.Tests.Import;

public sealed class TimeReadingTests
{
    [Theory]
    [InlineData("2024-05-01T10:20:30Z", "2024-05-01T10:20:30Z")]
    [InlineData("2024-05-01T10:20:30.125Z", "2024-05-01T10:20:30.125Z")]
    [InlineData("2024-05-01T10:20:30+08:00", "2024-05-01T02:20:30Z")]
    [InlineData("2024-05-01 10:20:30 -0230", "2024-05-01T12:50:30Z")]
    [InlineData("2024-05-01T10:20+08", "2024-05-01T02:20:00Z")]
    public void An_instant_with_an_offset_is_taken_as_it_is(string text, string expected) =>
        Assert.Equal(expected, Read(text, "America/New_York"));

    [Theory]
    [InlineData("2024-05-01", "2024-04-30T16:00:00Z")]
    [InlineData("2024/5/1", "2024-04-30T16:00:00Z")]
    [InlineData("2024-05-01 09:30", "2024-05-01T01:30:00Z")]
    [InlineData("2024/5/1 9:30:15", "2024-05-01T01:30:15Z")]
    [InlineData(" 2024-05-01T09:30:15.5 ", "2024-05-01T01:30:15.5Z")]
    public void A_time_without_an_offset_is_local_to_the_zone_and_a_date_is_its_midnight(string text, string expected) =>
        Assert.Equal(expected, Read(text, "Asia/Shanghai"));

    [Theory]
    [InlineData("America/New_York", "2024-03-10 02:30", "2024-03-10T07:30:00Z")]
    [InlineData("Europe/Berlin", "2024-03-31 02:00", "2024-03-31T01:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2024-10-06 02:15", "2024-10-05T15:45:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00:00Z")]
    public void A_local_time_that_is_skipped_moves_forward(string zone, string text, string expected) =>
        Assert.Equal(expected, Read(text, zone));

    [Theory]
    [InlineData("America/New_York", "2024-11-03 01:30", "2024-11-03T05:30:00Z")]
    [InlineData("Europe/Berlin", "2024-10-27 02:30", "2024-10-27T00:30:00Z")]
    [InlineData("Asia/Shanghai", "1990-09-16 01:30", "1990-09-15T16:30:00Z")]
    public void A_local_time_that_occurs_twice_is_the_first(string zone, string text, string expected) =>
        Assert.Equal(expected, Read(text, zone));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2024-02-30")]
    [InlineData("2024-13-01")]
    [InlineData("01/02/2024")]
    [InlineData("2024-05-01 25:00")]
    [InlineData("2024-05-01T10:00:00+99:00")]
    [InlineData("2024-05-01T10:00:00Zulu")]
    [InlineData("2024-05-01T")]
    [InlineData("0001-01-01")]
    public void What_is_no_date_or_time_is_refused(string text) =>
        Assert.False(TimeReading.TryRead(text, TimeZoneInfo.Utc, out _));

    private static string Read(string text, string zone)
    {
        Assert.True(TimeReading.TryRead(text, TimeZoneInfo.FindSystemTimeZoneById(zone), out var instant));
        return TimeReading.Write(instant);
    }
}
