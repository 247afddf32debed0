using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Engagement.Domain.Policies;

namespace Engagement.Journal.Formats;

/// <summary>
/// The policy as a JSON Schema (draft 2020-12), made from its types. Bounds are those that <see cref="PolicyValidation"/> checks
/// (<see cref="PolicyBound.All"/>), defaults those of <see cref="Policy.Default"/>. Rules between two fields are no matter for a schema.
/// </summary>
public static class PolicySchema
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>A time of day as <see cref="TimeOfDayFormat"/> writes it.</summary>
    public const string TimeOfDayPattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private static readonly JsonSerializerOptions Options = new(PolicyFormat.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatFollows } },
    };

    /// <param name="describe">What a type's field, by its name in JSON, means in words; null for nothing.</param>
    public static JsonObject Of(Func<Type, string, string?> describe)
    {
        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(Options, typeof(Policy), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Describe(context, node, describe),
        }).AsObject();
        PutIn(schema, schema);
        foreach (var bound in PolicyBound.All)
            Bind(schema, bound);
        SetDefaults(schema, PolicyFormat.ToWholeDocument(Policy.Default));
        schema.Insert(0, "$schema", Dialect);
        schema.Insert(1, "title", "Policy");
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node, Func<Type, string, string?> describe)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = node as JsonObject ?? [];
        if (type == typeof(TimeOnly))
        {
            schema["type"] = type == context.TypeInfo.Type ? "string" : new JsonArray("string", "null");
            schema["pattern"] = TimeOfDayPattern;
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Dictionary && context.TypeInfo.KeyType is { IsEnum: true } names)
            schema["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetValues(names).Cast<object>().Select(Word)]) };
        if (context.PropertyInfo is { } property && describe(property.DeclaringType, property.Name) is { } words)
            schema.Insert(0, "description", words);
        return schema;
    }

    // What a type makes of its own fields is in no document.
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].Set is null)
                type.Properties.RemoveAt(index);
        }
    }

    // A type that comes a second time is a reference to the first; each place has bounds and a default of its own.
    private static void PutIn(JsonObject schema, JsonNode place)
    {
        if (place is JsonObject { } fields && (string?)fields["$ref"] is { } reference)
        {
            fields.Remove("$ref");
            var target = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)schema, (node, word) => node[word]!).AsObject();
            foreach (var (name, value) in target.Where(field => field.Key != "description"))
                fields[name] = value?.DeepClone();
        }

        foreach (var deeper in place is JsonObject known ? known.Select(field => field.Value).ToList() : place is JsonArray items ? [.. items] : [])
        {
            if (deeper is not null)
                PutIn(schema, deeper);
        }
    }

    // As a name in an object a word is written by the same naming as it is as a value.
    private static JsonNode Word(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Options)!;

    private static void Bind(JsonObject schema, PolicyBound bound)
    {
        var (place, isEntry, parent) = Find(schema, bound.Path);
        // A name that the chain gives is the name of an entry.
        if (bound.IsName && isEntry)
            parent["propertyNames"] = new JsonObject { ["pattern"] = PolicyBound.NamePattern };
        else if (bound.IsName)
            place["pattern"] = PolicyBound.NamePattern;
        if (bound.From is { } from)
            place["minimum"] = from;
        if (bound.To is { } to)
            place["maximum"] = to;
        if (bound.MostCharacters is { } characters)
            place["maxLength"] = characters;
        if (bound.MostItems is { } most)
            place[place.ContainsKey("items") ? "maxItems" : "maxProperties"] = most;
    }

    private static (JsonObject Place, bool IsEntry, JsonObject Parent) Find(JsonObject schema, string path)
    {
        var (place, parent, isEntry) = (schema, schema, false);
        foreach (var word in path.Split('.'))
        {
            var name = word.EndsWith(']') ? word[..word.IndexOf('[', StringComparison.Ordinal)] : word;
            parent = place;
            isEntry = place["properties"]?[name] is null;
            place = (isEntry ? place["additionalProperties"] : place["properties"]![name]) as JsonObject
                ?? throw new InvalidOperationException($"The policy is checked at '{path}', where it has no field.");
            if (name.Length < word.Length)
                place = place["items"]!.AsObject();
        }

        return (place, isEntry, parent);
    }

    private static void SetDefaults(JsonObject schema, JsonObject values)
    {
        foreach (var (name, field) in schema["properties"]!.AsObject())
        {
            var value = values[name];
            if (value is JsonObject deeper && field!["properties"] is not null)
                SetDefaults(field.AsObject(), deeper);
            else
                field!["default"] = value?.DeepClone();
        }
    }
}
