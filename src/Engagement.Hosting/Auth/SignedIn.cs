using System.Security.Claims;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Auth.Keys;

namespace Engagement.Hosting.Auth;

/// <summary>Asks whoever let the caller in: the session in the store, or the key. The first key holds as long as the node runs.</summary>
internal sealed class SignedIn(BrowserSessions browsers, KeySignIn programs) : ISignedIn
{
    public ValueTask<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancellation) =>
        KeySignIn.DigestOf(user) is { } digest ? programs.HoldsAsync(digest, cancellation) : browsers.HoldsAsync(user, cancellation);
}
