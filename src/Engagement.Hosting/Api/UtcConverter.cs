using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api;

/// <summary>Instants go out in UTC with a Z, as the contract has them.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instant.FromDateTimeOffset(value).ToString());
}
