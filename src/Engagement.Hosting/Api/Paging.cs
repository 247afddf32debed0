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

    /// <summary>A place in a list that is ordered by an instant, and by a name among those of the same.</summary>
    public static string Cursor(Instant at, string name) => Cursor(string.Create(CultureInfo.InvariantCulture, $"{at.Microseconds}.{name}"));

    /// <summary>What <see cref="Cursor(Instant, string)"/> was made of; null for anything else.</summary>
    public static (Instant At, string Name)? InstantAndName(string cursor) =>
        Text(cursor)?.Split('.', 2) is [var at, var name] && Identifiers.IsText(name)
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds)
            ? (new Instant(microseconds), name)
            : null;

    public static string Cursor(TimelinePlace place) => Cursor(place.At, place.Position.ToString(CultureInfo.InvariantCulture));

    public static TimelinePlace? Place(string cursor) =>
        InstantAndName(cursor) is var (at, position) && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TimelinePlace(at, number)
            : null;
}
