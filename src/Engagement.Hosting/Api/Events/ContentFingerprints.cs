using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Domain.Identity;

namespace Engagement.Hosting.Api.Events;

/// <summary>
/// Fingerprints of what an item says: fields in any order, numbers, instants and text written in any way, and absent or null
/// alike give the same one. What says who a member is has no part in it: a phone could be guessed from a fingerprint.
/// </summary>
internal static class ContentFingerprints
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static ContentFingerprint Of(JsonElement item, string? type)
    {
        var buffer = _buffer ??= new(512);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.Reset(buffer);
        Canonical(writer, item, top: true, type);
        writer.Flush();
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, digest);
        return new(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>The fingerprint of what was not sent as an item.</summary>
    public static ContentFingerprint Of(string content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content), digest);
        return new(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    // An escape is a way of writing, too. Null for what is no text: half of a surrogate pair.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value, bool top, string? type)
    {
        var properties = ArrayPool<JsonProperty>.Shared.Rent(value.GetPropertyCount());
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (!top || (property.Value.ValueKind != JsonValueKind.Null && !IsPersonal(type, property.Name)))
                properties[count++] = property;
        }

        properties.AsSpan(0, count).Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        writer.WriteStartObject();
        foreach (var property in properties.AsSpan(0, count))
        {
            writer.WritePropertyName(property.Name);
            if (top && property.NameEquals("at"u8) && property.Value.ValueKind == JsonValueKind.String
                && Timestamps.TryRead(property.Value.GetString(), out var at))
                writer.WriteNumberValue(at.Microseconds);
            else
                Canonical(writer, property.Value, top: false);
        }

        writer.WriteEndObject();
        ArrayPool<JsonProperty>.Shared.Return(properties, clearArray: true);
    }

    private static bool IsPersonal(string? type, string field) =>
        PersonalFields.Holds(type, field) && !(type == "join" && field == "birthday");

    private static void Canonical(Utf8JsonWriter writer, JsonElement value, bool top, string? type = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, top, type);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Canonical(writer, element, top: false);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                writer.WriteRawValue(number.ToString("0.#############################", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String when TextOf(value) is { } text:
                writer.WriteStringValue(text);
                break;
            default:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }
}
