using System.Buffers.Binary;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Formats;

/// <summary>A content fingerprint as 16 bytes, the most significant first.</summary>
public static class FingerprintFormat
{
    public const int Size = 16;

    public static void Write(ContentFingerprint fingerprint, Span<byte> into) =>
        BinaryPrimitives.WriteUInt128BigEndian(into, fingerprint.Value);

    public static byte[] Write(ContentFingerprint fingerprint)
    {
        var bytes = new byte[Size];
        Write(fingerprint, bytes);
        return bytes;
    }

    public static ContentFingerprint Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));
}
