using Engagement.Journal.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>
/// Asks somebody who is signed in for her password once more, before what a stolen session must not be able to do. Wrong ones
/// count as at signing in.
/// </summary>
internal sealed class OwnPassword(IAccounts accounts, Passwords passwords, SignInAttempts attempts, AccountNotes notes)
{
    /// <summary>Changes the account if the password is right; null, and nothing changed, if it is not or the change is not to be made.</summary>
    public async ValueTask<Account?> ChangeAsync(
        AccountId id, string? password, string action, Func<Account, Account?> change, CancellationToken cancellation)
    {
        var counted = await attempts.CountAsync(id, cancellation).ConfigureAwait(false);
        if (passwords.Verify(counted?.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            if (counted is not null)
                await notes.SignInAsync(counted, "wrong_password", cancellation).ConfigureAwait(false);
            return null;
        }

        var changed = await accounts.ChangeAsync(
            id,
            account => account.PasswordHash == counted!.PasswordHash ? change(account with { Failures = default }) : null,
            cancellation).ConfigureAwait(false);
        if (changed is not null)
            await notes.OwnAsync(changed, action, cancellation).ConfigureAwait(false);
        return changed;
    }
}
