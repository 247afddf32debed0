using Engagement.Domain.Time;
using Engagement.Journal.Accounts;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>A link as it is handed out: shown once, and known by its digest from then on.</summary>
/// <param name="Code">Stands behind the link's #.</param>
public sealed record IssuedLink(string Code, LinkPurpose Purpose, Instant Until)
{
    /// <summary>What follows the address of a node. What stands behind a # is never sent to a server, and in no log of one.</summary>
    public string Path => Purpose switch
    {
        LinkPurpose.SignIn => $"/#code={Code}",
        LinkPurpose.Invite or LinkPurpose.FirstAdministrator => $"/#invite={Code}",
        _ => $"/#recover={Code}",
    };
}

/// <summary>Invitations, recoveries and sign-in links: each is good once, and only the latest of an account.</summary>
internal sealed class AccountLinks(IAccounts accounts, TimeProvider time)
{
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <param name="account">Null for the first administrator's.</param>
    public async ValueTask<IssuedLink> IssueAsync(AccountId? account, LinkPurpose purpose, CancellationToken cancellation)
    {
        var code = OneTimeCodes.New();
        var until = time.Now() + (purpose == LinkPurpose.Invite ? InvitationLifetime : Lifetime);
        await accounts.KeepLinkAsync(new(OneTimeCodes.DigestOf(code), account, purpose, until), cancellation).ConfigureAwait(false);
        return new(code, purpose, until);
    }

    /// <summary>The link of a code, if it is still good.</summary>
    public async ValueTask<AccountLink?> FindAsync(string? code, CancellationToken cancellation) =>
        OneTimeCodes.DigestOfGiven(code) is { } digest && await accounts.FindLinkAsync(digest, cancellation).ConfigureAwait(false) is { } link
        && time.Now() < link.Until
            ? link
            : null;

    /// <summary>Whose sign-in link this is; null if it is none. It is used up.</summary>
    public async ValueTask<Account?> RedeemAsync(string? code, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation).ConfigureAwait(false) is not { Purpose: LinkPurpose.SignIn, Account: { } id } link
            || !await accounts.TakeLinkAsync(link.Digest, cancellation).ConfigureAwait(false))
            return null;
        return await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is { IsLocked: false, SecondStep: null } account ? account : null;
    }
}
