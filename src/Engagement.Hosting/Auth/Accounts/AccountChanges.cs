using Engagement.Domain.Time;
using Engagement.Journal;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Changes to accounts that hold whoever else changes them at the same moment, on whichever node.</summary>
internal static class AccountChanges
{
    private const int MostTries = 50;

    /// <summary>
    /// Decides on the account as it is, and again where it has changed meanwhile. The account as it is afterwards; null where there
    /// is none or the change is not to be made.
    /// </summary>
    /// <param name="change">The account as it should be; null to leave it alone.</param>
    /// <exception cref="JournalUnavailableException">It changes too fast, or the store cannot answer now.</exception>
    public static async ValueTask<Account?> ChangeAsync(
        this IAccounts accounts, AccountId id, Func<Account, Account?> change, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not { } account || change(account) is not { } changed)
                return null;
            if (changed == account)
                return account;
            if (await accounts.ChangeAsync(changed, cancellation).ConfigureAwait(false))
                return changed with { Version = changed.Version + 1 };
        }

        throw new JournalUnavailableException("The account is being changed by too many at once.");
    }

    /// <summary>Now, in real time.</summary>
    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
