using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Cli.Api;

/// <summary>Answers of the server handed on as they are, unknown fields included.</summary>
internal static class JsonText
{
    /// <summary>Names of people in their own script.</summary>
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The value without line breaks, names of people in their own script.</summary>
    public static string OneLine(JsonElement value) => JsonSerializer.Serialize(value, Readable);

    /// <exception cref="JsonException">The value has not the shape of <typeparamref name="T"/>.</exception>
    public static T Read<T>(JsonElement value) =>
        value.Deserialize<T>(JsonSerializerOptions.Web) ?? throw new JsonException("The value is null.");
}
