using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Engagement.Domain.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Api;

/// <summary>Limits and cursors of lists. A cursor is opaque to callers and safe in a URL.</summary>
internal static class Paging
{
    public static string LimitRule(int most) => string.Create(CultureInfo.InvariantCulture, $"must be a number from 1 to {most}");

    public static bool TryLimit(string? text, int usual, int most, out int limit)
    {
        limit = usual;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= most);
    }

    /// <summary>A page made of one row more than it shows: whether there is more is known without counting.</summary>
    public static ListOf<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, string> cursor) =>
        rows.Count <= limit ? new(rows) : new([.. rows.Take(limit)], cursor(rows[limit - 1]));

    public static string Cursor(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static string? Text(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string Cursor(TimelinePlace place) =>
        Cursor(string.Create(CultureInfo.InvariantCulture, $"{place.At.Microseconds}.{place.Position}"));

    public static TimelinePlace? Place(string cursor) =>
        Text(cursor)?.Split('.') is [var at, var position]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TimelinePlace(new Instant(microseconds), number)
            : null;
}
