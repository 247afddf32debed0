namespace Engagement.Cli.Import;

/// <summary>The instant that a clock on the wall of a time zone means.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan AroundTransition = TimeSpan.FromDays(1);

    /// <summary>
    /// A local time that occurs twice is the first of the two; one that daylight saving skips moves forward by as
    /// much as the clocks did.
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        // Offsets are asked for instants only: for local times the framework's answers at a transition depend on
        // whether the zone calls the change daylight saving.
        var nominal = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(nominal - AroundTransition);
        var after = zone.GetUtcOffset(nominal + AroundTransition);
        var withBefore = nominal - before;
        var withAfter = nominal - after;
        var beforeHolds = zone.GetUtcOffset(withBefore) == before;
        var afterHolds = zone.GetUtcOffset(withAfter) == after;
        var instant = (beforeHolds, afterHolds) switch
        {
            (true, true) => withBefore < withAfter ? withBefore : withAfter,
            (false, true) => withAfter,
            _ => withBefore,
        };
        return new DateTimeOffset(instant);
    }
}
