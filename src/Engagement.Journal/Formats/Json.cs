using System.Text.Encodings.Web;
using System.Text.Json;

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

    public static string? Text(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static string? RawText(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
