using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Engagement.Domain.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api;

/// <summary>The parameters <c>from</c> and <c>to</c> of calls that count by UTC days, both included.</summary>
internal static class Days
{
    /// <summary>So many days at most: what is counted is read day by day.</summary>
    private const int Most = 366;

    private const int Usual = 30;
    private const string Rule = "must be a day, as 2026-01-31";

    /// <summary>The days asked for; where the last is missing that of <paramref name="now"/>, where the first is, the 30 up to the last.</summary>
    public static bool TryRead(
        string? from, string? to, Instant now, out (DateOnly From, DateOnly To) days, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        (days, problem) = (default, null);
        if (!TryRead(to, out var last))
            problem = Problems.InvalidParameter("to", Rule);
        else if (!TryRead(from, out var first))
            problem = Problems.InvalidParameter("from", Rule);
        else
        {
            days.To = last ?? now.LocalDate(TimeZoneInfo.Utc);
            days.From = first ?? days.To.AddDays(1 - Math.Min(Usual, days.To.DayNumber));
            if (days.From > days.To)
                problem = Problems.InvalidParameter("to", "must not be before 'from'");
            else if (days.To.DayNumber - days.From.DayNumber >= Most)
                problem = Problems.InvalidParameter("from", string.Create(CultureInfo.InvariantCulture, $"must not lie more than {Most - 1} days before 'to'"));
        }

        return problem is null;
    }

    /// <summary>
    /// A day such as 2026-01-31; null for anything else. The first and the last days of the calendar are left out: an instant of theirs
    /// may have no date in some zone.
    /// </summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? day
            : null;

    private static bool TryRead(string? text, out DateOnly? day)
    {
        day = string.IsNullOrEmpty(text) ? null : Read(text);
        return string.IsNullOrEmpty(text) || day is not null;
    }
}
