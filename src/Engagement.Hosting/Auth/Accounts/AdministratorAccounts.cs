using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

internal static class AdministratorAccounts
{
    private const int PageLength = 100;

    /// <summary>Whether there is an administrator who can sign in.</summary>
    /// <param name="except">One who is not counted.</param>
    public static async ValueTask<bool> HaveAdministratorAsync(this IAccounts accounts, AccountId? except, CancellationToken cancellation)
    {
        AccountId? after = null;
        while (await accounts.ListAsync(null, after, PageLength, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            if (page.Any(account => account.Id != except && account is { IsLocked: false, PasswordHash: not null }))
                return true;
            after = page[^1].Id;
        }

        return false;
    }
}
