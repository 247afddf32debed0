using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>When a store is open (docs/domain §8): several spans a day, the same every week, but for holidays.</summary>
public sealed record OpeningHours
{
    /// <summary>A clock that is asked for longer than this has no end: the store does not open often enough.</summary>
    private const int MostDays = 366;

    /// <summary>By day of the week. Default: every day from 09:00 to 21:00. A day that is missing is a day off.</summary>
    public ImmutableSortedDictionary<DayOfWeek, ImmutableArray<OpenSpan>> Weekly { get; init; } = Enum.GetValues<DayOfWeek>()
        .ToImmutableSortedDictionary(day => day, _ => ImmutableArray.Create(new OpenSpan(new(9, 0), new(21, 0))));

    /// <summary>Days on which it stays closed.</summary>
    public ImmutableArray<DateOnly> Holidays { get; init; } = [];

    /// <summary>The instant at which the store has been open for <paramref name="open"/> since <paramref name="from"/>.</summary>
    public Instant After(Instant from, TimeSpan open, TimeZoneInfo zone)
    {
        var day = from.LocalDate(zone);
        for (var days = 0; days < MostDays; days++, day = day.AddDays(1))
        {
            foreach (var span in SpansOf(day))
            {
                var start = Instant.Later(Instant.OfLocal(day, span.From, zone), from);
                var end = EndOf(day, span, zone);
                if (end <= start)
                    continue;
                if (open <= end - start)
                    return start + open;
                open -= end - start;
            }
        }

        return from + TimeSpan.FromDays(MostDays);
    }

    /// <summary>The end of the <paramref name="count"/>-th day after <paramref name="from"/>'s on which the store opens.</summary>
    public Instant AfterWorkingDays(Instant from, int count, TimeZoneInfo zone)
    {
        var day = from.LocalDate(zone);
        for (var days = 0; days < MostDays; days++)
        {
            day = day.AddDays(1);
            var spans = SpansOf(day);
            if (spans.Length > 0 && --count == 0)
                return EndOf(day, spans[^1], zone);
        }

        return from + TimeSpan.FromDays(MostDays);
    }

    public bool Equals(OpeningHours? other) =>
        other is not null && Holidays.AsSpan().SequenceEqual(other.Holidays.AsSpan()) && Weekly.Count == other.Weekly.Count
        && Weekly.All(day => other.Weekly.TryGetValue(day.Key, out var spans) && spans.AsSpan().SequenceEqual(day.Value.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Weekly.Count, Holidays.Length);

    private static Instant EndOf(DateOnly day, OpenSpan span, TimeZoneInfo zone) =>
        span.UntilMidnight ? Instant.OfLocal(day.AddDays(1), TimeOnly.MinValue, zone) : Instant.OfLocal(day, span.Until, zone);

    private ImmutableArray<OpenSpan> SpansOf(DateOnly day) =>
        !Holidays.Contains(day) && Weekly.TryGetValue(day.DayOfWeek, out var spans) ? spans : [];
}

/// <summary>A time of day at which a store opens and one at which it closes.</summary>
/// <param name="Until">00:00 is the end of the day, for no time of day says 24:00.</param>
public sealed record OpenSpan(TimeOnly From, TimeOnly Until)
{
    internal bool UntilMidnight => Until == TimeOnly.MinValue;
}
