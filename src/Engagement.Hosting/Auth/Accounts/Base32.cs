namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Bytes in the letters A-Z and 2-7 (RFC 4648), as apps for one-time passwords read them.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Without the padding at the end.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var place = 0; place < text.Length; place++)
        {
            var bit = place * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[place] = Letters[(pair >> (11 - (bit % 8))) & 31];
        }

        return new(text);
    }
}
