using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Journal.Formats;
using Microsoft.OpenApi;

namespace Engagement.Hosting.Api.Documentation;

/// <summary>What a policy's own format makes of words and times of day, which the generator cannot know.</summary>
internal static class PolicySchemas
{
    public static void Apply(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var empty = plain == type ? 0 : JsonSchemaType.Null;
        if (plain == typeof(TimeOnly))
        {
            schema.Type = JsonSchemaType.String | empty;
            schema.Format = null;
            schema.Pattern = PolicySchema.TimeOfDayPattern;
        }
        else if (plain.IsEnum && plain.Namespace?.StartsWith("Engagement.Domain", StringComparison.Ordinal) == true)
        {
            schema.Type = JsonSchemaType.String | empty;
            schema.Enum = [.. Enum.GetValues(plain).Cast<object>().Select(Word)];
        }
    }

    private static JsonNode Word(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), PolicyFormat.Options)!;
}
