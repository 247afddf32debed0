using System.Buffers.Binary;
using System.Text.Json;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Formats;

/// <summary>A content fingerprint as 16 bytes, the most significant first; a key as id and fingerprint in a pair.</summary>
public static class FingerprintFormat
{
    public const int Size = 16;

    public static void Write(ContentFingerprint fingerprint, Span<byte> into) =>
        BinaryPrimitives.WriteUInt128BigEndian(into, fingerprint.Value);

    public static ContentFingerprint Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    internal static void WriteKey(Utf8JsonWriter writer, EventKey key)
    {
        Span<byte> fingerprint = stackalloc byte[Size];
        Write(key.Fingerprint, fingerprint);
        writer.WriteStartArray();
        writer.WriteStringValue(key.Id);
        writer.WriteBase64StringValue(fingerprint);
        writer.WriteEndArray();
    }

    internal static EventKey ReadKey(ref Utf8JsonReader reader)
    {
        reader.Read();
        var id = reader.GetString()!;
        reader.Read();
        var fingerprint = Read(reader.GetBytesFromBase64());
        reader.Read();
        return new(id, fingerprint);
    }
}
