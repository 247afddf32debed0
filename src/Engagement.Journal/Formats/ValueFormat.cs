using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Journal.Formats;

/// <summary>What is worked out of a chain at night, as it is stored; what a later version adds is missing in what was stored before.</summary>
internal static class ValueFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new InstantConverter() },
    };

    public static string Write(ForecastFit fit) => JsonSerializer.Serialize(fit, Options);

    public static ForecastFit ReadForecast(string document) => JsonSerializer.Deserialize<ForecastFit>(document, Options)!;

    public static string Write(RfmGrid grid) => JsonSerializer.Serialize(grid, Options);

    public static RfmGrid ReadGrid(string document) => JsonSerializer.Deserialize<RfmGrid>(document, Options)!;

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Microseconds);
    }
}
