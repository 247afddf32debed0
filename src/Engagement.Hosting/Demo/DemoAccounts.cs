using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Demo.Lives;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Demo;

/// <summary>Somebody of each kind on the demonstration's staff, so that one can see what each of them sees. They come in by links alone.</summary>
internal sealed class DemoAccounts(IAccounts accounts, AccountLinks links, Passwords passwords, TimeProvider time)
{
    private static readonly (string SignInName, string Name, StaffRole Role, ImmutableArray<StoreId> Stores)[] Staff =
    [
        ("demo-headquarters", "Headquarters 总部", StaffRole.ChainHeadquarters, []),
        ("demo-manager", "Manager of Xintiandi 新天地店长", StaffRole.StoreManager, [DemoStore.All[0].Store.Id]),
        ("demo-care", "Care staff of Xintiandi 新天地客服", StaffRole.CareStaff, [DemoStore.All[0].Store.Id]),
    ];

    /// <summary>A fresh link for each of them, with whose it is.</summary>
    public async ValueTask<IReadOnlyList<(string Name, IssuedLink Link)>> LinksAsync(CancellationToken cancellation)
    {
        var all = new List<(string, IssuedLink)>();
        foreach (var (signInName, name, role, stores) in Staff)
        {
            var account = await accounts.FindAsync(signInName, cancellation).ConfigureAwait(false)
                ?? await AddAsync(new(StaffIds.New(), signInName, name, StaffRoles.NameOf(role), DemoChain.Id, stores), cancellation).ConfigureAwait(false);
            all.Add((name, await links.IssueAsync(account.Id, LinkPurpose.SignIn, cancellation).ConfigureAwait(false)));
        }

        return all;
    }

    private async ValueTask<Account> AddAsync(Account account, CancellationToken cancellation)
    {
        var now = time.Now();
        // A password that nobody knows: the account is whole, and the link is the only way in.
        var made = account with { PasswordHash = passwords.Hash(OneTimeCodes.New()), CreatedAt = now, ChangedAt = now };
        await accounts.AddAsync(made, cancellation).ConfigureAwait(false);
        return made;
    }
}
