using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Auth;

/// <summary>The first key of a node (<c>Engagement:Bootstrap</c>).</summary>
public sealed class BootstrapOptions
{
    /// <summary>
    /// When set, a system administrator's key with this value exists. Without it the server makes one up at each start and
    /// prints it. Anybody who knows it may do everything: keep it out of files that others read.
    /// </summary>
    public string? ApiKey { get; set; }
}

/// <summary>
/// Tells a good key from a bad one. Only digests are kept, and all are compared in constant time, so that neither memory nor
/// timing gives a key away.
/// </summary>
public sealed class AccessKeys
{
    private readonly byte[] _bootstrap;
    private readonly ConcurrentDictionary<string, byte> _codes = new(StringComparer.Ordinal);

    public AccessKeys(IOptions<BootstrapOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Value.ApiKey is not { Length: > 0 } key)
            GeneratedKey = key = "eng_" + Token();
        _bootstrap = Digest(key);
    }

    /// <summary>The key that was made up for this run; null when one is configured.</summary>
    public string? GeneratedKey { get; }

    /// <summary>Who the key belongs to; null if it is none.</summary>
    public ClaimsIdentity? Find(string? key, string scheme) =>
        key is { Length: > 0 and <= 512 } && CryptographicOperations.FixedTimeEquals(Digest(key), _bootstrap)
            ? Administrator(scheme)
            : null;

    /// <summary>A code that signs an administrator in once, to be put into a link behind a #.</summary>
    public string IssueCode()
    {
        var code = Token();
        _codes[Convert.ToHexString(Digest(code))] = 0;
        return code;
    }

    /// <summary>Who a one-time code belongs to; null if it is none or was used before.</summary>
    public ClaimsIdentity? Redeem(string? code, string scheme) =>
        code is { Length: > 0 and <= 512 } && _codes.TryRemove(Convert.ToHexString(Digest(code)), out _)
            ? Administrator(scheme)
            : null;

    private static ClaimsIdentity Administrator(string scheme) => new(
        [new(ClaimTypes.Name, "Administrator"), new(Access.Role, Access.SystemAdministrator)], scheme, ClaimTypes.Name, Access.Role);

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
