using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Engagement.Domain.Policies;

namespace Engagement.Journal.Formats;

/// <summary>A policy as a JSON document, in storage and on the wire alike; what it leaves out has its default.</summary>
public static partial class PolicyFormat
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A name spelt otherwise would get round the chain's locks, which go by the name.
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // Every field that may be empty is so by default: what is left out says the same.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        WriteIndented = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new TimeOfDayFormat() },
    };

    private static readonly JsonSerializerOptions Whole = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static string Write(Policy policy) => JsonSerializer.Serialize(policy, Options);

    public static JsonObject ToDocument(Policy policy) => JsonSerializer.SerializeToNode(policy, Options)!.AsObject();

    /// <summary>The same with every field in it, also those that are empty.</summary>
    public static JsonObject ToWholeDocument(Policy policy) => JsonSerializer.SerializeToNode(policy, Whole)!.AsObject();

    /// <summary>Reads a document; <paramref name="fault"/> says where and why it is none.</summary>
    public static Policy? Read(JsonNode? document, out PolicyFault? fault)
    {
        fault = null;
        try
        {
            if (document?.Deserialize<Policy>(Options) is { } policy)
                return policy;
            fault = new("", "the policy must be a JSON object");
        }
        catch (JsonException exception)
        {
            fault = FaultOf(exception);
        }
        catch (ArgumentException)
        {
            fault = new("", "two names in one object are the same but for characters that nobody sees");
        }

        return null;
    }

    /// <summary>The chain's policy with a store's changes laid over it, field by field.</summary>
    public static Policy? Overlay(Policy chain, string? overrides, out PolicyFault? fault)
    {
        fault = null;
        if (overrides is null)
            return chain;
        var document = ToDocument(chain);
        Merge(document, JsonNode.Parse(overrides)!.AsObject());
        return Read(document, out fault);
    }

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject deeper && into[name] is JsonObject known)
                Merge(known, deeper);
            else
                into[name] = value?.DeepClone();
        }
    }

    // The serializer's own messages name .NET types; people who edit a policy know its fields only.
    internal static PolicyFault FaultOf(JsonException exception)
    {
        var path = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
        if (exception.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return new(path, "there is no such field");
        if (Missing().Match(exception.Message) is { Success: true } missing)
            return new(path.Length == 0 ? missing.Groups[1].Value : $"{path}.{missing.Groups[1].Value}", "must be given");
        return new(path, "the value is not of the kind this field takes");
    }

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();
}
