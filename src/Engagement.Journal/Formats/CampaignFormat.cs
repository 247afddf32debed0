using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>A campaign as a JSON document, in storage and on the wire alike; what it leaves out has its default.</summary>
public static class CampaignFormat
{
    // Kept beside what people write, and given by the program.
    private const string Version = "version";
    private const string Since = "since";

    /// <summary>What people have written.</summary>
    public static JsonObject ToDocument(Campaign campaign)
    {
        var document = JsonSerializer.SerializeToNode(campaign, PolicyFormat.Options)!.AsObject();
        document.Remove(Version);
        document.Remove(Since);
        return document;
    }

    /// <summary>Reads what people have written; <paramref name="fault"/> says where and why it is no campaign.</summary>
    public static Campaign? Read(JsonNode? document, out PolicyFault? fault)
    {
        fault = null;
        try
        {
            if (document is JsonObject fields && !fields.ContainsKey(Version) && !fields.ContainsKey(Since))
                return fields.Deserialize<Campaign>(PolicyFormat.Options);
            fault = new("", document is JsonObject ? "'version' and 'since' are not yours to say" : "the campaign must be a JSON object");
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

    internal static JsonObject Store(Campaign campaign)
    {
        var document = ToDocument(campaign);
        document[Version] = campaign.Version;
        document[Since] = campaign.Since.Microseconds;
        return document;
    }

    internal static Campaign Restore(JsonObject stored, out PolicyFault? fault)
    {
        var document = stored.DeepClone().AsObject();
        document.Remove(Version);
        document.Remove(Since);
        return (Read(document, out fault) ?? new()) with
        {
            Version = stored[Version]!.GetValue<long>(),
            Since = new Instant(stored[Since]!.GetValue<long>()),
        };
    }
}
