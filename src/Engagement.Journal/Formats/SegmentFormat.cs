using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;

namespace Engagement.Journal.Formats;

/// <summary>A segment that a chain keeps as a JSON document, in storage and on the wire alike; what it leaves out asks for nothing.</summary>
public static class SegmentFormat
{
    // Kept beside what people write, and given by the program.
    private const string Version = "version";

    /// <summary>What people have written.</summary>
    public static JsonObject ToDocument(SavedSegment saved)
    {
        var document = JsonSerializer.SerializeToNode(saved, PolicyFormat.Options)!.AsObject();
        document.Remove(Version);
        return document;
    }

    /// <summary>Reads what people have written; <paramref name="fault"/> says where and why it is no segment.</summary>
    public static SavedSegment? Read(JsonNode? document, out PolicyFault? fault)
    {
        fault = null;
        try
        {
            if (document is JsonObject fields && !fields.ContainsKey(Version))
                return fields.Deserialize<SavedSegment>(PolicyFormat.Options);
            fault = new("", document is JsonObject ? "'version' is not yours to say" : "it must be a JSON object with 'segment'");
        }
        catch (JsonException exception)
        {
            fault = PolicyFormat.FaultOf(exception);
        }
        catch (ArgumentException)
        {
            fault = new("", "two names in one object are the same but for characters that nobody sees");
        }

        return null;
    }

    internal static JsonObject Store(SavedSegment saved)
    {
        var document = ToDocument(saved);
        document[Version] = saved.Version;
        return document;
    }

    internal static SavedSegment Restore(JsonObject stored, out PolicyFault? fault)
    {
        var document = stored.DeepClone().AsObject();
        document.Remove(Version);
        return (Read(document, out fault) ?? new()) with { Version = stored[Version]!.GetValue<long>() };
    }
}
