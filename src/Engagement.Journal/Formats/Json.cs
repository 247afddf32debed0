using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

internal static class Json
{
    /// <summary>
    /// Chinese text stays readable in the store. Nothing stored is ever put into a page unescaped, which is all that the
    /// stricter encoder would guard against.
    /// </summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes a text; nothing where there is none.</summary>
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Writes what is JSON already; nothing where there is none.</summary>
    public static void Raw(this Utf8JsonWriter writer, string name, string? json)
    {
        if (json is null)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>Writes an instant as text, for what is stored is also what outside programs read; nothing where there is none.</summary>
    public static void Time(this Utf8JsonWriter writer, string name, Instant? at)
    {
        if (at is { } instant)
            writer.WriteString(name, instant.ToString());
    }

    /// <summary>Writes a calendar day; nothing where there is none.</summary>
    public static void Day(this Utf8JsonWriter writer, string name, DateOnly? value)
    {
        if (value is { } day)
            writer.WriteString(name, day.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a number; nothing where there is none.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    /// <summary>Writes what is true; nothing for what is not.</summary>
    public static void Mark(this Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteBoolean(name, true);
    }

    public static string? Text(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static int? Number(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static bool Mark(this JsonElement fields, string name) => fields.TryGetProperty(name, out var value) && value.GetBoolean();

    public static DateOnly? Day(this JsonElement fields, string name) =>
        fields.Text(name) is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null;

    public static Instant? Time(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? Instant.FromDateTimeOffset(value.GetDateTimeOffset()) : null;

    public static string? RawText(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
