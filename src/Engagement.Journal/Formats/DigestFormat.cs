using System.Globalization;
using System.Text.Json;
using Engagement.Journal.Digests;

namespace Engagement.Journal.Formats;

/// <summary>A digest's figures and day as they are stored; what a later version adds is nothing in those stored before.</summary>
internal static class DigestFormat
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(DigestFigures figures) => JsonSerializer.Serialize(figures, Options);

    public static DigestFigures Read(string figures) => JsonSerializer.Deserialize<DigestFigures>(figures, Options)!;

    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string day) => DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture);
}
