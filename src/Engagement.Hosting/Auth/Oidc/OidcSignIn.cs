using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace Engagement.Hosting.Auth.Oidc;

/// <summary>
/// Finds the account of whoever a chain's identity provider vouches for. Accounts are never made by it: by its subject where she
/// came that way before, else, once, by an e-mail address that the provider has verified and that is her sign-in name.
/// </summary>
internal sealed class OidcSignIn(IAccounts accounts, AccountNotes notes, TimeProvider time)
{
    /// <summary>Where a browser ends up whose way there or back came to nothing.</summary>
    public const string Failed = "/#refused=failed";

    /// <summary>Where one ends up that the provider vouches for and that has no account here.</summary>
    public const string Unknown = "/#refused=unknown";

    public async ValueTask<Account?> FindAsync(ClaimsPrincipal user, ChainId chain, CancellationToken cancellation)
    {
        if (user.FindFirstValue("iss") is not { Length: > 0 } issuer || user.FindFirstValue("sub") is not { Length: > 0 } sub)
            return null;
        // Of the chain as well: two chains may come through one provider, and each keeps to its own accounts.
        var subject = $"{chain}|{issuer}|{sub}";
        var known = await accounts.FindBySubjectAsync(subject, cancellation).ConfigureAwait(false)
            ?? await BindAsync(user, chain, subject, cancellation).ConfigureAwait(false);
        if (known is not { IsLocked: false } || known.Chain != chain)
        {
            await notes.SignInAsync(known, "unknown_to_us", cancellation).ConfigureAwait(false);
            return null;
        }

        await notes.SignInAsync(known, "welcome", cancellation).ConfigureAwait(false);
        return known;
    }

    private async ValueTask<Account?> BindAsync(ClaimsPrincipal user, ChainId chain, string subject, CancellationToken cancellation)
    {
        if (user.FindFirstValue("email") is not { Length: > 0 and <= SignInNames.Longest } email
            || !string.Equals(user.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)
            || await accounts.FindAsync(email, cancellation).ConfigureAwait(false) is not { } account || account.Chain != chain)
            return null;
        return await accounts.ChangeAsync(
            account.Id, found => found is { IsLocked: false, Subject: null } ? found with { Subject = subject, ChangedAt = time.Now() } : null, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Lets the browser in, or sends it back to the sign-in page; why is behind the '#'.</summary>
    public static async Task ReceiveAsync(TicketReceivedContext context, OidcSignIn signIn, BrowserSessions browsers, string chain)
    {
        var cancellation = context.HttpContext.RequestAborted;
        context.HandleResponse();
        if (await signIn.FindAsync(context.Principal!, new(chain), cancellation).ConfigureAwait(false) is not { } account)
        {
            context.Response.Redirect(Unknown);
            return;
        }

        await browsers.OpenAsync(context.HttpContext, account, cancellation).ConfigureAwait(false);
        context.Response.Redirect("/");
    }
}
