using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Audit;

/// <summary>
/// How entries are written and hashed. Other programs verify trails by docs/security/audit.md alone, so that neither may ever
/// change; a new way of writing would be a new number under <c>v</c>.
/// </summary>
public static class AuditFormat
{
    /// <summary>What stands in for the hash before the first.</summary>
    public static readonly string FirstHash = new('0', 64);

    private const int MostCharacters = 300;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name a trail goes by in its entries and in stores; empty for the system's.</summary>
    public static string NameOf(ChainId? trail) => trail?.Value ?? "";

    /// <summary>The text of an entry. The trail and the number are in it, so that none can be moved to another place.</summary>
    public static string Write(AuditRecord record, long number)
    {
        ArgumentNullException.ThrowIfNull(record);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("trail", NameOf(record.Trail));
            json.WriteNumber("number", number);
            json.WriteString("time", record.At.ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("actor", Clean(record.Actor));
            if (record.Role is { } role)
                json.WriteString("role", Clean(role));
            json.WriteString("action", Clean(record.Action));
            if (record.Subject is { } subject)
                json.WriteString("subject", Clean(subject));
            json.WriteString("outcome", Clean(record.Outcome));
            if (record.Address is { } address)
                json.WriteString("address", Clean(address));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The hash of an entry that follows one with the hash <paramref name="before"/>.</summary>
    public static string Hash(string before, string entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before}\n{entry}")));

    /// <summary>Writes and hashes records that follow a head of their trail.</summary>
    internal static IReadOnlyList<AuditEntry> Follow(AuditHead head, IEnumerable<AuditRecord> records)
    {
        var (number, hash) = (head.Number, head.Hash);
        var entries = new List<AuditEntry>();
        foreach (var record in records)
        {
            var entry = Write(record, ++number);
            hash = Hash(hash, entry);
            entries.Add(new(number, entry, hash));
        }

        return entries;
    }

    // What comes from a request's path can hold anything. Control characters, which no database takes in the same way, have no
    // place in an id; nor has a novel.
    private static string Clean(string text)
    {
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        return text.Any(IsOdd) ? string.Create(text.Length, text, static (clean, text) =>
        {
            for (var place = 0; place < clean.Length; place++)
                clean[place] = IsOdd(text[place]) ? '?' : text[place];
        }) : text;
    }

    private static bool IsOdd(char character) => char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF';
}
