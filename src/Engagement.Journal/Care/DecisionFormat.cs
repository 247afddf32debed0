using System.Buffers;
using System.Text;
using System.Text.Json;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Care;

/// <summary>
/// Decisions about a message as they are stored: JSON objects with a comma between them, so that a store adds some by adding
/// text, and reads what it has by putting brackets around it.
/// </summary>
internal static class DecisionFormat
{
    public static string Write(IReadOnlyList<MessageDecision> decisions)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, Json.WriterOptions);
        writer.WriteStartArray();
        foreach (var decision in decisions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("at"u8, decision.At.Microseconds);
            writer.WriteString("what"u8, decision.What);
            if (decision.Why.Length > 0)
                writer.WriteString("why"u8, decision.Why);
            if (decision.Until is { } until)
                writer.WriteNumber("until"u8, until.Microseconds);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan[1..^1]);
    }

    public static IReadOnlyList<MessageDecision> Read(string stored)
    {
        using var document = JsonDocument.Parse($"[{stored}]");
        return
        [
            .. document.RootElement.EnumerateArray().Select(decision => new MessageDecision(
                new(decision.GetProperty("at").GetInt64()),
                decision.Text("what")!,
                decision.Text("why") ?? "",
                decision.TryGetProperty("until", out var until) ? new Instant(until.GetInt64()) : null)),
        ];
    }
}
