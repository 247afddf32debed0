using Engagement.Domain.Time;

namespace Engagement.Journal.Accounts;

/// <summary>The browsers that are signed in. All calls throw <see cref="JournalUnavailableException"/> where the store cannot answer now.</summary>
public interface ISessions
{
    /// <summary>Opens a session, and forgets those that ended before <paramref name="now"/>.</summary>
    ValueTask OpenAsync(Session session, Instant now, CancellationToken cancellation);

    /// <summary>The session with this digest and its account, as they are now; null if there is none. It may have ended.</summary>
    ValueTask<SignedInSession?> FindAsync(string digest, CancellationToken cancellation);

    /// <summary>Somebody used the session: from now on it ends when <paramref name="until"/> comes.</summary>
    ValueTask SeenAsync(string digest, Instant at, Instant until, CancellationToken cancellation);

    /// <summary>An account's sessions, the latest first; of null, those that belong to no account.</summary>
    ValueTask<IReadOnlyList<Session>> ListAsync(AccountId? account, CancellationToken cancellation);

    /// <summary>Ends one session of an account; false if it has none with this id.</summary>
    ValueTask<bool> EndAsync(AccountId? account, string id, CancellationToken cancellation);

    /// <summary>Ends the session with this digest, if there is one.</summary>
    ValueTask EndAsync(string digest, CancellationToken cancellation);

    /// <summary>Ends all sessions of an account but the one with this digest; returns how many there were.</summary>
    ValueTask<int> EndAllAsync(AccountId? account, string? except, CancellationToken cancellation);
}

/// <summary>A browser that is signed in.</summary>
/// <param name="Digest">The SHA-256 of what the browser's cookie carries, in lower-case hexadecimal digits.</param>
/// <param name="Id">What its owner ends it by; it opens nothing.</param>
/// <param name="Account">Null for a system administrator who came by a key or a code.</param>
/// <param name="SeenAt">When it was last used, to about a minute.</param>
/// <param name="Until">It ends then, unless it is used.</param>
/// <param name="Device">What the browser says it is, in a word or two.</param>
public sealed record Session(
    string Digest, string Id, AccountId? Account, Instant OpenedAt, Instant SeenAt, Instant Until, string Device);

/// <summary>A session with whose it is.</summary>
public sealed record SignedInSession(Session Session, Account? Account);
