using Engagement.Domain.Time;

namespace Engagement.Hosting.Insights;

/// <summary>Calendar months of one zone that follow each other, oldest first.</summary>
internal sealed class Months
{
    private readonly long[] _starts;
    private readonly DateOnly _first;

    private Months(DateOnly first, long[] starts) => (_first, _starts) = (first, starts);

    public int Count => _starts.Length;

    /// <summary>The <paramref name="count"/> months up to the one that <paramref name="last"/> lies in.</summary>
    public static Months Until(Instant last, int count, TimeZoneInfo zone)
    {
        var day = last.LocalDate(zone);
        // Where the calendar itself begins there are no months before.
        var before = Math.Min(count - 1, (day.Year - 1) * 12 + day.Month - 2);
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(-Math.Max(0, before));
        var starts = new long[Math.Max(0, before) + 1];
        for (var month = 0; month < starts.Length; month++)
            starts[month] = Instant.StartOfDay(first.AddMonths(month), zone).Microseconds;
        return new(first, starts);
    }

    /// <summary>Its name, such as 2025-03.</summary>
    public string NameOf(int month) => _first.AddMonths(month).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    public long StartOf(int month) => _starts[month];

    /// <summary>The month that an instant lies in; negative if before the first. The last one goes on for ever.</summary>
    public int IndexOf(long at)
    {
        var found = Array.BinarySearch(_starts, at);
        return found >= 0 ? found : ~found - 1;
    }
}
