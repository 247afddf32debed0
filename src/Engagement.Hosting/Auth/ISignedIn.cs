using System.Security.Claims;

namespace Engagement.Hosting.Auth;

/// <summary>Tells whether somebody who signed in a while ago still is who they were: for connections that stay open.</summary>
public interface ISignedIn
{
    /// <summary>
    /// False once the session has ended, or its account is locked, gone, or has another role or other stores than when the
    /// connection began; of a key once it has ended or expired, or the secret that came with it is good no more.
    /// </summary>
    /// <exception cref="Journal.JournalUnavailableException">The store cannot say now.</exception>
    ValueTask<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancellation);
}
