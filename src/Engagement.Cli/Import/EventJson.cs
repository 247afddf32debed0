using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Cli.Import;

/// <summary>Writes events as the contract takes them.</summary>
internal sealed class EventJson : IDisposable
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter writer;

    public EventJson() => writer = new Utf8JsonWriter(buffer, Compact);

    /// <summary>The JSON of the event written last.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Write(MappedEvent mapped, string id)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("type", mapped.Type);
        writer.WriteString("member", mapped.Member);
        Optional("store", mapped.Store);
        writer.WriteString("at", TimeReading.Write(mapped.At));
        if (mapped.Amount is { } amount)
            writer.WriteNumber("amount", amount);
        Optional("orderId", mapped.OrderId);
        Optional("service", mapped.Service);
        Optional("name", mapped.Name);
        Optional("fullName", mapped.FullName);
        Optional("phone", mapped.Phone);
        Optional("email", mapped.Email);
        writer.WriteEndObject();
        writer.Flush();
    }

    public void Dispose() => writer.Dispose();

    private void Optional(string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
