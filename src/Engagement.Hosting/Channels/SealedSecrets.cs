using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Engagement.Hosting.Channels;

/// <summary>
/// How the secrets of webhooks lie in the store: sealed by keys that are not part of it. Those that were put before secrets were
/// sealed are read as they are, and sealed when their webhook is next put.
/// </summary>
public sealed class SealedSecrets(IDataProtectionProvider protection)
{
    private const string Plain = "whsec_";

    private readonly IDataProtector _protector = protection.CreateProtector("Engagement.Webhooks.v1");

    public string Seal(string secrets) => _protector.Protect(secrets);

    public static bool IsSealed(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return !stored.StartsWith(Plain, StringComparison.Ordinal);
    }

    /// <summary>The secrets with a space between; null if the keys they were sealed by are lost.</summary>
    public string? Open(string stored)
    {
        if (!IsSealed(stored))
            return stored;
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// What a secret is recognised by without being told: the first 8 digits of its SHA-256. They give nothing of its 24 bytes
    /// or more away.
    /// </summary>
    public static IReadOnlyList<string> Fingerprints(string? secrets) =>
        [.. (secrets ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(secret => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..8])];
}
