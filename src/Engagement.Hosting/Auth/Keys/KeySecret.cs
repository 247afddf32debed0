using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Hosting.Auth.Keys;

/// <summary>What a program shows to be let in. It is told once, when it is made; only its digest is kept.</summary>
internal static class KeySecret
{
    /// <summary>What every secret begins with, so that whoever finds one in the wrong place knows what it is.</summary>
    public const string Prefix = "engk_";

    private const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>
    /// The SHA-256 in lower-case hexadecimal digits. Secrets are too long to be guessed, so that a slow hash would protect nothing
    /// and cost every call.
    /// </summary>
    public static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
