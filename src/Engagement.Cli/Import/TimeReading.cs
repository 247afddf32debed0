using System.Globalization;

namespace Engagement.Cli.Import;

/// <summary>Reads what files write for a point in time.</summary>
internal static class TimeReading
{
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] TimeFormats = ["H:m:s.FFFFFFF", "H:m:s", "H:m"];
    private static readonly string[] OffsetFormats = [@"hh\:mm", "hhmm", "hh"];

    /// <summary>
    /// Reads an instant with its offset, or a date or date-time without one as a local time of <paramref name="zone"/>;
    /// a date alone is its midnight.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        text = text.Trim();
        var end = text.IndexOfAny('T', ' ');
        var dateText = end < 0 ? text : text[..end];
        if (!DateOnly.TryParseExact(dateText, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < 2 or > 9998)
            return false;
        if (end < 0)
        {
            instant = LocalTime.ToInstant(date.ToDateTime(TimeOnly.MinValue), zone);
            return true;
        }

        var timeText = text[(end + 1)..].Trim();
        TimeSpan? offset = null;
        var offsetStart = timeText.IndexOfAny("Z+-");
        if (offsetStart >= 0)
        {
            if (!TryReadOffset(timeText[offsetStart..], out var read))
                return false;
            offset = read;
            timeText = timeText[..offsetStart].TrimEnd();
        }

        if (!TimeOnly.TryParseExact(timeText, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return false;
        var local = date.ToDateTime(time);
        instant = offset is { } known
            ? new DateTimeOffset(local, known).ToUniversalTime()
            : LocalTime.ToInstant(local, zone);
        return true;
    }

    /// <summary>The instant as the contract writes it: RFC 3339 in UTC, fractions only where there are any.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z")
            return true;
        if (text[0] == 'Z'
            || !TimeSpan.TryParseExact(text[1..], OffsetFormats, CultureInfo.InvariantCulture, out offset)
            || offset > TimeSpan.FromHours(14))
            return false;
        if (text[0] == '-')
            offset = -offset;
        return true;
    }
}
