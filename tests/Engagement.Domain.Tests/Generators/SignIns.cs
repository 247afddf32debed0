using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Generators;

/// <summary>Sign-ins by the clock on a store's wall, so that a recount knows each day without asking the code under test.</summary>
internal sealed record SignIns(string Zone, IReadOnlyList<DateTime> Local)
{
    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>The sign-ins as they follow each other in time.</summary>
    public IEnumerable<(DateOnly Day, Instant At)> InOrder =>
        Local.Select(local => (DateOnly.FromDateTime(local), Utc(local))).OrderBy(signIn => signIn.Item2);

    public override string ToString() => $"{Zone}: {string.Join(", ", Local.Select(local => local.ToString("O")))}";

    /// <summary>Days mostly in a row, near midnight and noon, starting near the changes of the clock.</summary>
    public static readonly Arbitrary<SignIns> Any = Arb.From(
        from zone in Gen.Elements([.. Terms.Zones, "Asia/Beirut", "America/Havana"])
        from start in Gen.Elements(
            new DateTime(2021, 3, 9), new DateTime(2021, 10, 25), new DateTime(2021, 4, 1), new DateTime(2020, 2, 20), new DateTime(2021, 12, 20))
        from length in Gen.Choose(1, 45)
        from gaps in Gen.ArrayOf(Gen.Frequency(
            (1, Gen.Constant(0)), (10, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Choose(3, 12)), (1, Gen.Choose(20, 500))), length)
        from times in Gen.ArrayOf(Gen.OneOf(
            Gen.Elements(0L, 1L, 24L * 3600_000_000 - 1, 2L * 3600_000_000 + 900_000_000),
            Gen.Choose(0, 24 * 3600 - 1).Select(second => second * 1_000_000L)), length)
        select new SignIns(zone, Days(start, gaps, times)),
        shown => shown.Local.Select((_, left) => shown with { Local = [.. shown.Local.Where((_, index) => index != left)] }));

    private static List<DateTime> Days(DateTime start, int[] gaps, long[] microseconds)
    {
        var day = start;
        return [.. gaps.Zip(microseconds, (gap, time) => (day = day.AddDays(gap)).AddMicroseconds(time))];
    }

    private Instant Utc(DateTime local)
    {
        // An hour that the clock leaps over is read an hour later, still on the same day.
        var real = TimeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return Instant.FromDateTimeOffset(new DateTimeOffset(real, TimeZone.GetUtcOffset(real)));
    }
}
