using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Cli.Import;

/// <summary>
/// Derives ids from what a row says and how often the file has said it before: two equal rows are two events, and the
/// same file sent again is none.
/// </summary>
internal sealed class EventIds
{
    // 16 of the 32 bytes: 22 characters, and no two of any number of rows a file can have will meet.
    private const int HashBytes = 16;

    private readonly OccurrenceCount occurrences = new();
    private readonly ArrayBufferWriter<byte> content = new(256);

    /// <summary>How many of the ids so far belong to rows equal to an earlier one.</summary>
    public long Repeated { get; private set; }

    /// <summary>The id of an event; call it once for each row, in the order of the file.</summary>
    public string Next(MappedEvent mapped)
    {
        // This form is part of what makes a file sent again a file of duplicates: it must never change.
        content.ResetWrittenCount();
        Add("type", mapped.Type);
        Add("member", mapped.Member);
        Add("at", TimeReading.Write(mapped.At));
        Add("store", mapped.Store);
        Add("amount", mapped.Amount?.ToString(CultureInfo.InvariantCulture));
        Add("orderId", mapped.OrderId);
        Add("service", mapped.Service);
        Add("name", mapped.Name);
        return Finish();
    }

    /// <summary>The id of a row that is no event yet, so that it keeps it when it is mended.</summary>
    public string NextUnreadable(IReadOnlyList<string> fields)
    {
        content.ResetWrittenCount();
        foreach (var field in fields)
            Add("unreadable", field);
        return Finish();
    }

    private string Finish()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.WrittenSpan, hash);
        var occurrence = occurrences.Next(BinaryPrimitives.ReadUInt64LittleEndian(hash));
        if (occurrence > 1)
            Repeated++;
        return $"csv-{Base64Url.EncodeToString(hash[..HashBytes])}-{occurrence.ToString(CultureInfo.InvariantCulture)}";
    }

    private void Add(string field, string? value)
    {
        if (value is null)
            return;
        // The length before the value keeps two different rows from ever reading alike.
        var length = Encoding.UTF8.GetByteCount(value);
        Encoding.UTF8.GetBytes($"{field}:{length.ToString(CultureInfo.InvariantCulture)}:{value};", content);
    }
}
