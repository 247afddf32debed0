using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Engagement.Journal.Tests.Formats;

/// <summary>As much of JSON Schema as the policy's uses; a word that it does not know fails the test.</summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Remarks = ["$schema", "$comment", "title", "description", "default", "format"];

    /// <summary>The paths at which <paramref name="value"/> is not as the schema wants it.</summary>
    public static IEnumerable<string> Faults(JsonObject schema, JsonNode? value, string path = "") =>
        schema.Where(word => !Remarks.Contains(word.Key)).SelectMany(word => Faults(schema, word.Key, word.Value!, value, path));

    private static IEnumerable<string> Faults(JsonObject schema, string word, JsonNode wanted, JsonNode? value, string path) => word switch
    {
        "type" => Unless((wanted as JsonArray ?? [wanted.DeepClone()]).Any(type => Is((string)type!, value)), path),
        "enum" => Unless(wanted.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)), path),
        "pattern" => Unless(value is not JsonValue text || text.GetValueKind() != JsonValueKind.String || Regex.IsMatch((string)text!, (string)wanted!), path),
        "maxLength" => Unless(value?.GetValueKind() != JsonValueKind.String || ((string)value!).Length <= (int)wanted, path),
        "minimum" => Unless(value?.GetValueKind() != JsonValueKind.Number || Number(value) >= Number(wanted), path),
        "maximum" => Unless(value?.GetValueKind() != JsonValueKind.Number || Number(value) <= Number(wanted), path),
        "maxItems" => Unless(value is not JsonArray list || list.Count <= (int)wanted, path),
        "maxProperties" => Unless(value is not JsonObject many || many.Count <= (int)wanted, path),
        "required" => Unless(value is not JsonObject given || wanted.AsArray().All(name => given.ContainsKey((string)name!)), path),
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Faults(wanted.AsObject(), item, $"{path}[{index}]")) : [],
        "properties" => value is JsonObject fields
            ? fields.Where(field => wanted[field.Key] is not null).SelectMany(field => Faults(wanted[field.Key]!.AsObject(), field.Value, $"{path}.{field.Key}"))
            : [],
        "propertyNames" => value is JsonObject named
            ? named.SelectMany(field => Faults(wanted.AsObject(), JsonValue.Create(field.Key), $"{path}.{field.Key}"))
            : [],
        "additionalProperties" => value is JsonObject others
            ? others.Where(field => schema["properties"]?[field.Key] is null)
                .SelectMany(field => wanted is JsonObject each ? Faults(each, field.Value, $"{path}.{field.Key}") : [$"{path}.{field.Key}"])
            : [],
        _ => throw new NotSupportedException($"The schema uses '{word}'."),
    };

    private static IEnumerable<string> Unless(bool holds, string path) => holds ? [] : [path.TrimStart('.')];

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && Number(value) % 1 == 0,
        _ => false,
    };
}
