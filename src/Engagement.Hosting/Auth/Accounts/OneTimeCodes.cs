using System.Security.Cryptography;
using System.Text;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Secrets that are made here, handed out once, and known by their digests from then on.</summary>
internal static class OneTimeCodes
{
    private const int RecoveryCodes = 10;
    private const int LongestCode = 512;

    /// <summary>160 bits that nobody can guess.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>SHA-256 in lower-case hexadecimal digits. What has so much chance in it needs no salt and no rounds.</summary>
    public static string DigestOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>The digest of what somebody sent; null for what cannot be a code.</summary>
    public static string? DigestOfGiven(string? code) => code is { Length: > 0 and <= LongestCode } ? DigestOf(code) : null;

    /// <summary>Ten codes of 80 bits, written for people: <c>ABCD-EFGH-…</c>.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, RecoveryCodes).Select(_ => string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(part => new string(part))))];

    /// <summary>The digest of a recovery code, however it was typed; null for what cannot be one.</summary>
    public static string? DigestOfRecovery(string code)
    {
        var plain = new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return plain.Length == 16 ? DigestOf(plain) : null;
    }
}
