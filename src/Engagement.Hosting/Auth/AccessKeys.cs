using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Auth;

/// <summary>The first key of a node (<c>Engagement:Bootstrap</c>).</summary>
public sealed class BootstrapOptions
{
    /// <summary>
    /// When set, a system administrator's key with this value exists. Without it there is none, and a start at which no
    /// administrator has an account prints a link to make one. Anybody who knows the key may do everything: keep it out of files
    /// that others read.
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

    private readonly byte[]? _bootstrap;
    private readonly ISignInCodes _codes;
    private readonly TimeProvider _time;

    public AccessKeys(IOptions<BootstrapOptions> options, ISignInCodes codes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _codes = codes;
        _time = time;
        _bootstrap = options.Value.ApiKey is { Length: > 0 } key ? Digest(key) : null;
    }

    /// <summary>Who the key belongs to; null if it is none.</summary>
    public ClaimsIdentity? Find(string? key, string scheme) =>
        IsBootstrap(key) ? Caller.Administrator.ToIdentity(scheme) : null;

    /// <summary>Whether this is the first key.</summary>
    public bool IsBootstrap(string? key) =>
        _bootstrap is not null && key is { Length: > 0 and <= 512 } && CryptographicOperations.FixedTimeEquals(Digest(key), _bootstrap);

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
            ? Caller.Administrator.ToIdentity(scheme)
            : null;

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string CodeDigest(string code) => Convert.ToHexStringLower(Digest(code));

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
