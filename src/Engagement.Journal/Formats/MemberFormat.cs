using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Domain.Members;

namespace Engagement.Journal.Formats;

/// <summary>
/// The snapshot beside a member's events. It is a cache: where <see cref="Version"/> has moved on, the member is rebuilt
/// from her events instead of being converted.
/// </summary>
public static class MemberFormat
{
    /// <summary>Raise it whenever what a member remembers changes its shape or meaning.</summary>
    public const int Version = 1;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write(Member member)
    {
        var buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new(buffer, Json.WriterOptions);
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, member, MemberJson.Default.Member);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static Member Read(ReadOnlySpan<byte> snapshot) =>
        JsonSerializer.Deserialize(snapshot, MemberJson.Default.Member)
        ?? throw new JournalRefusedException("A member's snapshot is empty: the store is damaged.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(StoreIdConverter),
        typeof(EventKeyConverter),
        typeof(CountedActConverter),
        typeof(SignInRunConverter),
        typeof(DayConverter),
    ])]
[JsonSerializable(typeof(Member))]
internal sealed partial class MemberJson : JsonSerializerContext;
