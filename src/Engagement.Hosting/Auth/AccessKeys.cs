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
    /// <summary>How long a one-time code may be used.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(24);

    private readonly byte[] _bootstrap;
    private readonly ISignInCodes _codes;
    private readonly TimeProvider _time;

    public AccessKeys(IOptions<BootstrapOptions> options, ISignInCodes codes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _codes = codes;
        _time = time;
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
    public async ValueTask<string> IssueCodeAsync(CancellationToken cancellation)
    {
        var code = Token();
        await _codes.KeepAsync(CodeDigest(code), _time.GetUtcNow() + CodeLifetime, cancellation).ConfigureAwait(false);
        return code;
    }

    /// <summary>Who a one-time code belongs to; null if it is none, is too old or was used before.</summary>
    public async ValueTask<ClaimsIdentity?> RedeemAsync(string? code, string scheme, CancellationToken cancellation) =>
        code is { Length: > 0 and <= 512 } && await _codes.TakeAsync(CodeDigest(code), cancellation).ConfigureAwait(false)
            ? Administrator(scheme)
            : null;

    private static ClaimsIdentity Administrator(string scheme) => Caller.Administrator.ToIdentity(scheme);

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string CodeDigest(string code) => Convert.ToHexStringLower(Digest(code));

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
