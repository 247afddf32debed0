using Engagement.Domain.Tests.Properties;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Stories;

public class Instants
{
    private static readonly Arbitrary<Instant> Any =
        (from second in Gen.Choose(-2_000_000_000, 2_000_000_000)
         from microsecond in Gen.Choose(0, 999_999)
         select new Instant(second * 1_000_000L + microsecond)).ToArbitrary();

    private static readonly Arbitrary<TimeZoneInfo> Zones = Gen.Elements(
        new[] { "Asia/Shanghai", "America/Havana", "America/Sao_Paulo", "America/St_Johns", "Asia/Beirut", "Australia/Lord_Howe" }
            .Select(TimeZoneInfo.FindSystemTimeZoneById)).ToArbitrary();

    [Theory]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z")]
    [InlineData("2020-01-01T08:00:00.1234567+08:00", "2020-01-01T00:00:00.123456Z")]
    [InlineData("2020-01-01T00:00:00.1Z", "2020-01-01T00:00:00.1Z")]
    public void An_instant_is_whole_microseconds_of_UTC_and_anything_finer_is_cut_off(string sent, string kept)
    {
        Assert.Equal(kept, Instant.FromDateTimeOffset(DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture)).ToString());
    }

    [Fact]
    public void An_instant_survives_the_calendar_and_its_own_text() => Law.Holds(Any, instant =>
    {
        Assert.Equal(instant, Instant.FromDateTimeOffset(instant.ToDateTimeOffset()));
        Assert.Equal(instant, Told.Instant(instant.ToString()));
        Assert.True(Instant.StartOfUtcDay(instant.UtcDay) <= instant && instant < Instant.StartOfUtcDay(instant.UtcDay + 1));
    });

    [Fact]
    public void A_day_starts_at_its_first_instant_on_the_wall_whatever_the_clock_does_at_midnight() =>
        Law.Holds(Any, Zones, (instant, zone) =>
        {
            var day = instant.LocalDate(zone);
            var start = Instant.StartOfDay(day, zone);
            Assert.Equal(day, start.LocalDate(zone));
            Assert.True(start <= instant);
            Assert.True((start - Instant.Resolution).LocalDate(zone) < day);
        }, 2000);

    [Theory]
    [InlineData("America/Havana", 2021, 3, 14, "2021-03-14T05:00:00Z")]
    [InlineData("America/Havana", 2021, 11, 7, "2021-11-07T04:00:00Z")]
    [InlineData("Asia/Shanghai", 2021, 1, 1, "2020-12-31T16:00:00Z")]
    // The whole zone moved forward by half an hour at midnight.
    [InlineData("Australia/Lord_Howe", 1981, 3, 1, "1981-02-28T14:00:00Z")]
    public void Midnight_that_is_skipped_or_comes_twice_starts_the_day_once(string zone, int year, int month, int day, string expected)
    {
        Assert.Equal(expected, Instant.StartOfDay(new(year, month, day), TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString());
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public void The_first_and_the_last_instant_have_a_date_in_every_zone(string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.InRange(new Instant(long.MinValue).LocalDate(info), new DateOnly(1, 1, 1), new DateOnly(1, 1, 4));
        Assert.InRange(new Instant(long.MaxValue).LocalDate(info), new DateOnly(9999, 12, 27), new DateOnly(9999, 12, 31));
    }
}
