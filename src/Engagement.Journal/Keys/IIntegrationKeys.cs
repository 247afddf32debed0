using Engagement.Domain.Identity;

namespace Engagement.Journal.Keys;

/// <summary>
/// The keys that programs sign in with (docs/security/keys.md). Of their secrets only digests are here. All instants are real
/// time.
/// </summary>
public interface IIntegrationKeys
{
    /// <summary>A chain's keys by name, those that have ended too.</summary>
    ValueTask<IReadOnlyList<IntegrationKey>> ListAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The key whose secret this is, ended or not; null if it is nobody's, or if the secret's time is over.</summary>
    /// <param name="digest">The secret's SHA-256 in lower-case hexadecimal digits.</param>
    ValueTask<IntegrationKey?> FindAsync(string digest, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Keeps a new key; false if the chain does not exist or has one of this name that has not ended.</summary>
    ValueTask<bool> AddAsync(IntegrationKey key, string digest, CancellationToken cancellation);

    /// <summary>Gives a key another secret; those it had are good until <paramref name="overlap"/> at the latest.</summary>
    /// <param name="expires">Until when the key is good from now on; null for ever.</param>
    /// <returns>False if there is no such key, or it has ended.</returns>
    ValueTask<bool> RotateAsync(
        ChainId chain, string id, string digest, DateTimeOffset overlap, DateTimeOffset? expires, CancellationToken cancellation);

    /// <summary>Ends a key and all its secrets; false if there is no such key, or it has ended.</summary>
    ValueTask<bool> EndAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Remembers that the key was used.</summary>
    ValueTask UsedAsync(ChainId chain, string id, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>A key of a chain.</summary>
/// <param name="Id">What audit knows it by.</param>
/// <param name="Name">What it is for, in the chain's own words.</param>
/// <param name="Stores">The stores it is confined to; none for the whole chain.</param>
/// <param name="Scopes">The names of the rights it was given.</param>
/// <param name="CreatedBy">The id of whoever made it.</param>
/// <param name="ExpiresAt">From when on it is no good; null for never.</param>
/// <param name="EndedAt">When somebody ended it; null if nobody has.</param>
/// <param name="LastUsedAt">To the minute; null if never.</param>
public sealed record IntegrationKey(
    ChainId Chain,
    string Id,
    string Name,
    IReadOnlyList<StoreId> Stores,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastUsedAt)
{
    /// <summary>Whether somebody who has its secret is let in.</summary>
    public bool IsGood(DateTimeOffset now) => EndedAt is null && (ExpiresAt is not { } end || now < end);
}
