using System.Security.Claims;
using Engagement.Journal;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>
/// The sessions of browsers. A cookie carries nothing but a random number; who it belongs to, and whether it still does, is looked
/// up at every request, so that whatever changes holds at once, on every node.
/// </summary>
internal sealed class BrowserSessions(ISessions sessions, TimeProvider time)
{
    /// <summary>A session that nobody uses ends after so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However much it is used, it ends after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    private const string NumberClaim = "session_number";

    /// <summary>The claim that holds the digest of the session a request came in by.</summary>
    private const string DigestClaim = "session";

    /// <summary>The digest of the session that a request came in by; null for one by key.</summary>
    public static string? DigestOf(ClaimsPrincipal user) => user.FindFirstValue(DigestClaim);

    /// <summary>The account that a request came in by; null for a key, and for a session that belongs to no account.</summary>
    public static AccountId? AccountOf(ClaimsPrincipal user) =>
        DigestOf(user) is not null && Caller.Of(user) is { } caller && caller.Id != Caller.Administrator.Id ? new AccountId(caller.Id) : null;

    /// <summary>Signs a browser in, always by a new session; the one it had is over.</summary>
    /// <param name="account">Null for a system administrator who came by a key or a code.</param>
    public async ValueTask<Caller> OpenAsync(HttpContext context, Account? account, CancellationToken cancellation)
    {
        await EndAsync(context, cancellation).ConfigureAwait(false);
        var number = OneTimeCodes.New();
        var now = time.Now();
        var device = Devices.Of(context.Request.Headers.UserAgent);
        var session = new Session(OneTimeCodes.DigestOf(number), StaffIds.NewSession(), account?.Id, now, now, now + Idle, device);
        await sessions.OpenAsync(session, now, cancellation).ConfigureAwait(false);
        var cookie = new ClaimsIdentity([new(NumberClaim, number)], Access.CookieScheme);
        await context.SignInAsync(Access.CookieScheme, new(cookie)).ConfigureAwait(false);
        return CallerOf(account) ?? throw new InvalidOperationException("An account has a role that there is not.");
    }

    /// <summary>Ends the session that a request came in by, if it did by one.</summary>
    public async ValueTask EndAsync(HttpContext context, CancellationToken cancellation)
    {
        var cookie = await context.AuthenticateAsync(Access.CookieScheme).ConfigureAwait(false);
        if (cookie.Principal is { } user && DigestOf(user) is { } digest)
            await sessions.EndAsync(digest, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts in place of what the cookie says who it belongs to now, or nobody.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        var number = context.Principal?.FindFirstValue(NumberClaim);
        if (number is null || await FindAsync(OneTimeCodes.DigestOf(number), cancellation).ConfigureAwait(false) is not var (session, caller))
        {
            context.RejectPrincipal();
            return;
        }

        await NoteAsync(session, cancellation).ConfigureAwait(false);
        var identity = caller.ToIdentity(Access.CookieScheme);
        identity.AddClaim(new(DigestClaim, session.Digest));
        context.ReplacePrincipal(new(identity));
    }

    /// <summary>Whether the session still is open, and whoever it belongs to still is who she was. Without a session, yes.</summary>
    public async ValueTask<bool> HoldsAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (DigestOf(user) is not { } digest)
            return true;
        if (await FindAsync(digest, cancellation).ConfigureAwait(false) is not var (_, now) || Caller.Of(user) is not { } then)
            return false;
        return (now.Id, now.Role, now.Chain) == (then.Id, then.Role, then.Chain) && now.Stores.SequenceEqual(then.Stores);
    }

    /// <summary>Who somebody with this account is; null for one that may not sign in.</summary>
    public static Caller? CallerOf(Account? account) => account switch
    {
        null => Caller.Administrator,
        { IsLocked: false } when StaffRoles.Find(account.Role) is { } role => new(account.Id.Value, account.Name, role, account.Chain, account.Stores),
        _ => null,
    };

    private async ValueTask<(Session Session, Caller Caller)?> FindAsync(string digest, CancellationToken cancellation) =>
        await sessions.FindAsync(digest, cancellation).ConfigureAwait(false) is { } found && time.Now() < found.Session.Until
        && CallerOf(found.Account) is { } caller
            ? (found.Session, caller)
            : null;

    private async ValueTask NoteAsync(Session session, CancellationToken cancellation)
    {
        var now = time.Now();
        if (now - session.SeenAt < BetweenNotes)
            return;
        var (idle, last) = (now + Idle, session.OpenedAt + Longest);
        var until = idle < last ? idle : last;
        try
        {
            await sessions.SeenAsync(session.Digest, now, until, cancellation).ConfigureAwait(false);
        }
        catch (JournalUnavailableException)
        {
            // The next request notes it; whoever only reads is not kept from it by a full disk.
        }
    }
}
