using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Hosting.Channels;

/// <summary>A key that a receiver and we share, as the Standard Webhooks specification writes it.</summary>
public sealed class WebhookSecret
{
    public const string Rule = "must be 'whsec_' followed by 24 to 64 bytes in Base64";

    private const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>A secret that nobody has yet: 32 bytes.</summary>
    public static string MakeUp() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Null if <paramref name="text"/> is no secret.</summary>
    public static WebhookSecret? Read(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= 24 and <= 64
            ? new(key[..length])
            : null;
    }

    /// <summary>The value of the header <c>webhook-signature</c>: a signature of each secret.</summary>
    /// <param name="seconds">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    public static string Sign(IEnumerable<WebhookSecret> secrets, string id, long seconds, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret._key, signed))));
    }

    // A secret does not end up in logs by being printed.
    public override string ToString() => Prefix + "…";
}
