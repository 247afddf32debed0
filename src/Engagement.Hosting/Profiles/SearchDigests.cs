using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Profiles;

/// <summary>
/// What profiles are found by: HMAC-SHA-256 of a phone number, its last four digits, a mail address and the beginnings of a name,
/// with a key of each chain. Whoever has the database alone learns only which members of a chain share one.
/// </summary>
public sealed class SearchDigests(MasterKeys masterKeys)
{
    // Half of what HMAC gives: no two texts of any number of members will ever meet.
    private const int DigestBytes = 16;
    private const int KeyBytes = 32;

    private readonly ConcurrentDictionary<ChainId, byte[]> _keys = new();

    /// <summary>Everything a profile is to be found by.</summary>
    public IReadOnlyList<byte[]> Of(ChainId chain, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var digests = new List<byte[]>();
        if (PhoneNumber.Normalize(profile.Phone) is { } phone)
        {
            digests.Add(Digest(chain, "phone", phone));
            digests.Add(Digest(chain, "last4", PhoneNumber.LastFour(phone)));
        }

        if (MailAddresses.Normalize(profile.Email) is { } email)
            digests.Add(Digest(chain, "email", email));
        digests.AddRange(NameWords.Beginnings(profile.Name).Select(beginning => Digest(chain, "name", beginning)));
        return digests;
    }

    /// <summary>
    /// What to look for where somebody typed this: each of the answers is digests that a profile has to have together. None where it
    /// says too little.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> Sought(ChainId chain, string typed)
    {
        var sought = new List<IReadOnlyList<byte[]>>();
        if (MailAddresses.Normalize(typed) is { } email)
            return [[Digest(chain, "email", email)]];
        if (PhoneNumber.Normalize(typed) is { } phone)
            sought.Add([Digest(chain, "phone", phone)]);
        var trimmed = typed.Normalize(NormalizationForm.FormKC).Trim();
        if (trimmed.Length == 4 && trimmed.All(char.IsAsciiDigit))
            sought.Add([Digest(chain, "last4", trimmed)]);
        if (NameWords.Sought(typed) is { Count: > 0 and <= IProfiles.MostDigests } words)
            sought.Add([.. words.Select(word => Digest(chain, "name", word))]);
        return sought;
    }

    /// <summary>What a contact is on the list of those not to be contacted as; null for what is no such contact.</summary>
    public byte[]? OfContact(ChainId chain, ContactKind kind, string? contact) => kind switch
    {
        ContactKind.Phone => PhoneNumber.Normalize(contact) is { } phone ? Digest(chain, "no-phone", phone) : null,
        _ => MailAddresses.Normalize(contact) is { } email ? Digest(chain, "no-email", email) : null,
    };

    /// <summary>What the secret makes of a fixed text, to tell it from another.</summary>
    public byte[] Check() => HMACSHA256.HashData(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKeys.SearchSecret, KeyBytes, info: "engagement/check/v1"u8.ToArray()), "check"u8);

    private byte[] Digest(ChainId chain, string kind, string text)
    {
        // Asked each time, for a folder may be found to be the wrong one.
        var secret = masterKeys.SearchSecret;
        var key = _keys.GetOrAdd(chain, KeyOf, secret);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{text}"))[..DigestBytes];
    }

    private static byte[] KeyOf(ChainId chain, byte[] secret) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, secret, KeyBytes, info: Encoding.UTF8.GetBytes($"engagement/search/v1/{chain}"));
}
