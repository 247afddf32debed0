using System.Globalization;

namespace Engagement.Domain.Time;

/// <summary>
/// A point on the UTC time line, in whole microseconds since 1970-01-01T00:00:00Z. One resolution everywhere, so that an
/// instant survives every store and every wire unchanged.
/// </summary>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>The earliest instant that still has a calendar date in every time zone.</summary>
    public static readonly Instant Earliest = FromDateTimeOffset(new DateTimeOffset(1, 1, 3, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The latest instant that still has a calendar date in every time zone.</summary>
    public static readonly Instant Latest = FromDateTimeOffset(new DateTimeOffset(9999, 12, 29, 0, 0, 0, TimeSpan.Zero));

    private static readonly DateOnly LastDay = new(9999, 12, 28);

    /// <summary>The smallest step of time: what "strictly later than" means here.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromMicroseconds(1);

    /// <summary>Takes the instant over; anything finer than a microsecond is cut off.</summary>
    public static Instant FromDateTimeOffset(DateTimeOffset value) =>
        new(Math.DivRem(value.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) switch
        {
            var (quotient, remainder) => remainder < 0 ? quotient - 1 : quotient,
        });

    public DateTimeOffset ToDateTimeOffset() =>
        new(DateTime.UnixEpoch.Ticks + Microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The calendar day it is in <paramref name="zone"/> at this instant.</summary>
    public DateOnly LocalDate(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clamp(this).ToDateTimeOffset(), zone).DateTime);
    }

    /// <summary>The time of day it is in <paramref name="zone"/> at this instant.</summary>
    public TimeOnly LocalTime(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clamp(this).ToDateTimeOffset(), zone).DateTime);
    }

    /// <summary>
    /// The instant at which it is <paramref name="time"/> on a calendar day in <paramref name="zone"/>: the first, where clocks
    /// are set back over it, and the one at which they go on, where they are set forward over it.
    /// </summary>
    public static Instant OfLocal(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        // Days after the last that has a date everywhere never come.
        if (day > LastDay)
            return Latest;
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return OnWall(local, zone);
    }

    /// <summary>The first instant of a calendar day in <paramref name="zone"/>, also where midnight is skipped.</summary>
    public static Instant StartOfDay(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return OnWall(midnight, zone);
    }

    private static Instant OnWall(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var at = FromDateTimeOffset(new DateTimeOffset(local, offset));
        // Where a zone itself moved forward, the framework calls no time invalid: by the offset before it, this is when it moved.
        var before = zone.GetUtcOffset(at.ToDateTimeOffset());
        return before < offset ? FromDateTimeOffset(new DateTimeOffset(local, before)) : at;
    }

    /// <summary>The number of whole UTC days since 1970-01-01, rounded down.</summary>
    public long UtcDay => Microseconds >= 0
        ? Microseconds / MicrosecondsPerDay
        : (Microseconds - MicrosecondsPerDay + 1) / MicrosecondsPerDay;

    public static Instant StartOfUtcDay(long day) => new(day * MicrosecondsPerDay);

    public static Instant Later(Instant left, Instant right) => left >= right ? left : right;

    public static Instant Earlier(Instant left, Instant right) => left <= right ? left : right;

    public static Instant operator +(Instant instant, TimeSpan span) =>
        new(instant.Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond);

    public static Instant operator -(Instant instant, TimeSpan span) =>
        new(instant.Microseconds - span.Ticks / TimeSpan.TicksPerMicrosecond);

    public static TimeSpan operator -(Instant later, Instant earlier) =>
        TimeSpan.FromTicks((later.Microseconds - earlier.Microseconds) * TimeSpan.TicksPerMicrosecond);

    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;

    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;

    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;

    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;

    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>RFC 3339 in UTC, with as many digits of a second as it needs.</summary>
    public override string ToString() =>
        ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static Instant Clamp(Instant instant) => Earlier(Later(instant, Earliest), Latest);
}
