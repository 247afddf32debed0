using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Engagement.Domain.Members;

/// <summary>A day of the year. The year of birth is nobody's business here.</summary>
public readonly record struct Birthday
{
    private const int LeapYear = 2000;

    private Birthday(int month, int day) => (Month, Day) = (month, day);

    public int Month { get; }

    public int Day { get; }

    /// <summary>The day of that month; false where there is none. 29 February is one.</summary>
    public static bool TryOf(int month, int day, out Birthday birthday)
    {
        birthday = default;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(LeapYear, month))
            return false;
        birthday = new(month, day);
        return true;
    }

    /// <summary>Reads <c>MM-dd</c>, or <c>yyyy-MM-dd</c>, of which the year is forgotten.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, out Birthday birthday)
    {
        birthday = default;
        text = text is { Length: 5 } ? $"{LeapYear}-{text}" : text;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && TryOf(date.Month, date.Day, out birthday);
    }

    /// <summary>When it is celebrated in <paramref name="year"/>: who was born on 29 February does so on the 28th in other years.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}

/// <summary>What her chain knows of a member that is no event: it is kept beside her history and can be taken away again.</summary>
/// <param name="Birthday">Null for not known, or not to be known any more.</param>
public sealed record KeepProfile(Birthday? Birthday) : MemberCommand;
