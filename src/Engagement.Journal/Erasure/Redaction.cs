using System.Buffers;
using System.Text.Json;
using Engagement.Domain.Care;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Erasure;

/// <summary>
/// Cleans what events say in words, and leaves what figures are made of (docs/adr/0022). What comes out is read as what went in is,
/// so that whoever is rebuilt from cleaned events is who she was without the words; cleaned again, nothing changes.
/// </summary>
public static class Redaction
{
    /// <summary>What stands in place of words that an event needs some of: a what-if tells her again what is left, and no words at all would be refused.</summary>
    public const string Nothing = "-";

    // Of an item rules read the category; how much and how many are numbers.
    private const string Category = "category";
    private static readonly string[] Numbers = ["amount", "price", "quantity", "count"];
    private const int LongestCategory = 128;

    /// <summary>The event without what is to go.</summary>
    /// <param name="storedType">The name in storage format, such as <c>purchase.v1</c>.</param>
    /// <param name="data">The event's own fields as they are stored.</param>
    /// <returns>The fields that are left; null where there was nothing to clean.</returns>
    public static byte[]? Clean(string storedType, ReadOnlySpan<byte> data, Depth depth)
    {
        var reader = new Utf8JsonReader(data);
        using var document = JsonDocument.ParseValue(ref reader);
        var buffer = new ArrayBufferWriter<byte>(data.Length);
        using var writer = new Utf8JsonWriter(buffer, Json.WriterOptions);
        writer.WriteStartObject();
        foreach (var field in document.RootElement.EnumerateObject())
            Copy(writer, field, FieldFates.Of(storedType, field.Name), depth);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.SequenceEqual(data) ? null : buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same event without what is to go.</summary>
    public static CommittedEvent Clean(CommittedEvent told, Depth depth)
    {
        ArgumentNullException.ThrowIfNull(told);
        return Clean(told.StoredType, told.Data.Span, depth) is { } cleaned
            ? new(told.Position, told.StoredType, told.Member, told.Store, told.At, told.Id, cleaned) { Fingerprint = told.Fingerprint }
            : told;
    }

    private static void Copy(Utf8JsonWriter writer, JsonProperty field, Fate? fate, Depth depth)
    {
        var isOld = depth == Depth.OldWords;
        switch (fate)
        {
            case Fate.Kept:
            case Fate.Personal or Fate.PersonalEmptied when isOld:
                field.WriteTo(writer);
                break;
            case Fate.WordsEmptied or Fate.PersonalEmptied:
                writer.WriteString(field.Name, Nothing);
                break;
            case Fate.Items:
                CopyItems(writer, field);
                break;
            case Fate.Outcome:
                writer.WriteString(field.Name, Known(field.Value.GetString()));
                break;
        }
    }

    /// <summary>One of the outcomes that are known, and <c>other</c> in place of words.</summary>
    internal static string Known(string? outcome) => outcome is Outcomes.Reached or Outcomes.Booked or Outcomes.NotInterested
        or Outcomes.NotReached or Outcomes.WrongNumber or Outcomes.Done ? outcome : "other";

    private static void CopyItems(Utf8JsonWriter writer, JsonProperty items)
    {
        if (items.Value.ValueKind != JsonValueKind.Array)
            return;
        writer.WriteStartArray(items.Name);
        foreach (var item in items.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                continue;
            writer.WriteStartObject();
            foreach (var field in item.EnumerateObject())
            {
                if ((field.Name == Category && field.Value is { ValueKind: JsonValueKind.String } name && name.GetString()!.Length <= LongestCategory)
                    || (field.Value.ValueKind == JsonValueKind.Number && Numbers.Contains(field.Name)))
                    field.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
