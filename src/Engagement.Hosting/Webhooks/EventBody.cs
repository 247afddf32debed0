using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Hosting.Api;
using Engagement.Journal;

namespace Engagement.Hosting.Webhooks;

/// <summary>An event as it is posted: the committed event of feed and timeline, in the wrapping of Standard Webhooks.</summary>
internal static class EventBody
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new CommittedEventConverter() } };

    /// <summary>What the event is known by to receivers, in a replay too: unique among the chains of a node.</summary>
    public static string IdOf(ChainId chain, CommittedEvent told) =>
        $"evt_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(chain.Value)).AsSpan(0, 6))}_{told.Position}";

    public static byte[] Write(ChainId chain, CommittedEvent told)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, told.Type);
        writer.WriteString("timestamp"u8, told.At.ToString());
        writer.WriteString("chain"u8, chain.Value);
        writer.WritePropertyName("data"u8);
        JsonSerializer.Serialize(writer, told, Options);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
