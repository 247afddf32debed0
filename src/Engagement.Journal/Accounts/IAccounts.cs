using Engagement.Domain.Identity;

namespace Engagement.Journal.Accounts;

/// <summary>The staff who may sign in. All calls throw <see cref="JournalUnavailableException"/> where the store cannot answer now.</summary>
public interface IAccounts
{
    /// <summary>Adds an account; false, and nothing added, where its sign-in name is taken or its chain does not exist.</summary>
    ValueTask<bool> AddAsync(Account account, CancellationToken cancellation);

    ValueTask<Account?> FindAsync(AccountId id, CancellationToken cancellation);

    /// <summary>The account with this sign-in name, in whichever case it is written.</summary>
    ValueTask<Account?> FindAsync(string signInName, CancellationToken cancellation);

    /// <summary>Whoever an identity provider knows by this name.</summary>
    ValueTask<Account?> FindBySubjectAsync(string subject, CancellationToken cancellation);

    /// <summary>A chain's accounts, or the administrators', in the order of their ids.</summary>
    ValueTask<IReadOnlyList<Account>> ListAsync(ChainId? chain, AccountId? after, int limit, CancellationToken cancellation);

    /// <summary>
    /// Writes all of an account if its version in the store is still the one it carries, and raises that by one; else false, and
    /// nothing changed. Id, chain and time of making stay what they are. False as well where the new sign-in name or subject is taken.
    /// </summary>
    ValueTask<bool> ChangeAsync(Account account, CancellationToken cancellation);

    /// <summary>Takes the account away with its sessions and its link; false if there is none.</summary>
    ValueTask<bool> DeleteAsync(AccountId id, CancellationToken cancellation);

    /// <summary>Keeps a link; the one that its account had before is good no more.</summary>
    ValueTask KeepLinkAsync(AccountLink link, CancellationToken cancellation);

    /// <summary>The link with this digest; null if there is none. It may be too old.</summary>
    ValueTask<AccountLink?> FindLinkAsync(string digest, CancellationToken cancellation);

    /// <summary>Takes a link away; false if somebody was faster.</summary>
    ValueTask<bool> TakeLinkAsync(string digest, CancellationToken cancellation);
}
