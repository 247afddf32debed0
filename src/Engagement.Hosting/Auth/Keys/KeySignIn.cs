using System.Security.Claims;
using Engagement.Journal.Keys;

namespace Engagement.Hosting.Auth.Keys;

/// <summary>
/// Lets programs in by their keys. Each call asks the store, so that a key that was ended, rotated or cut down is so at once on
/// every node.
/// </summary>
internal sealed class KeySignIn(IIntegrationKeys keys, TimeProvider time)
{
    /// <summary>How exactly it is remembered when a key was used: a write for every call would cost more than it tells.</summary>
    private static readonly TimeSpan UseGap = TimeSpan.FromMinutes(1);

    /// <summary>The claim that holds the digest of the secret a request came with.</summary>
    private const string DigestClaim = "secret";

    /// <summary>The digest of the secret that a request came with; null for other callers.</summary>
    public static string? DigestOf(ClaimsPrincipal user) => user.FindFirstValue(DigestClaim);

    /// <summary>Whether the secret would let somebody in now.</summary>
    public async ValueTask<bool> HoldsAsync(string digest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await keys.FindAsync(digest, now, cancellation).ConfigureAwait(false) is { } key && key.IsGood(now);
    }

    /// <summary>Who the secret lets in; null if nobody.</summary>
    public async ValueTask<ClaimsIdentity?> FindAsync(string? secret, string scheme, CancellationToken cancellation)
    {
        if (secret is not { Length: <= 128 } || !secret.StartsWith(KeySecret.Prefix, StringComparison.Ordinal))
            return null;
        var (now, digest) = (time.GetUtcNow(), KeySecret.Digest(secret));
        if (await keys.FindAsync(digest, now, cancellation).ConfigureAwait(false) is not { } key || !key.IsGood(now))
            return null;
        if (key.LastUsedAt is not { } last || now - last >= UseGap)
            await keys.UsedAsync(key.Chain, key.Id, now, cancellation).ConfigureAwait(false);
        var identity = CallerOf(key).ToIdentity(scheme);
        identity.AddClaim(new(DigestClaim, digest));
        return identity;
    }

    private static Caller CallerOf(IntegrationKey key) => new(
        key.Id, key.Name, StaffRole.Integrator, key.Chain, [.. key.Stores], [.. key.Scopes.Select(RightsTable.Find).OfType<Right>()]);
}
