using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Journal;

namespace Engagement.Hosting.Api;

/// <summary>
/// A committed event on the wire, the same on timeline, feed and hub. Its data go out as they are stored, without being
/// taken apart and put together again.
/// </summary>
internal sealed class CommittedEventConverter : JsonConverter<CommittedEvent>
{
    public override CommittedEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Committed events are only ever written.");

    public override void Write(Utf8JsonWriter writer, CommittedEvent value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("position"u8, value.Position);
        writer.WriteString("type"u8, value.Type);
        writer.WriteString("member"u8, value.Member.Value);
        writer.WriteString("store"u8, value.Store?.Value);
        writer.WriteString("at"u8, value.At.ToString());
        if (value.Id is not null)
            writer.WriteString("id"u8, value.Id);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(value.Data.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
