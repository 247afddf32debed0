using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Profiles;

/// <summary>
/// Members' profiles as the store may have them: sealed, each with the wrapped key it was sealed with, and digests it is found
/// by. Whoever reads the database alone reads no name in it (docs/security, personal data).
/// </summary>
public interface IProfiles
{
    /// <summary>The rows of those members who have one, in one query.</summary>
    ValueTask<IReadOnlyDictionary<MemberId, ProfileRow>> FindAsync(
        ChainId chain, IReadOnlyCollection<MemberId> members, CancellationToken cancellation);

    /// <summary>
    /// Stores profiles in one transaction. Returns for each, in the order given, whether it was stored: not where the row is of
    /// another version than was expected, nor where there is no such chain.
    /// </summary>
    ValueTask<IReadOnlyList<bool>> SaveAsync(ChainId chain, IReadOnlyList<ProfileToStore> profiles, CancellationToken cancellation);

    /// <summary>
    /// Has a profile forgotten: its key, its content and its digests are gone for good. A row without content stays, also
    /// where there was no profile, so that a repeat of what once brought one does not bring it back. False if there was none.
    /// </summary>
    ValueTask<bool> ForgetAsync(MemberKey member, CancellationToken cancellation);

    /// <summary>Members whose profile has all these digests, in the order of their ids.</summary>
    /// <param name="search">What else is asked of them; its <see cref="MemberSearch.IdPrefix"/> is not looked at.</param>
    /// <param name="digests">One to <see cref="MostDigests"/>.</param>
    ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, IReadOnlyList<byte[]> digests, CancellationToken cancellation);

    /// <summary>How many profiles there are under each master key.</summary>
    ValueTask<IReadOnlyDictionary<string, long>> CountByMasterKeyAsync(CancellationToken cancellation);

    /// <summary>Keys wrapped by another master key than this one.</summary>
    ValueTask<IReadOnlyList<WrappedKey>> WrappedByOthersAsync(string masterKey, int limit, CancellationToken cancellation);

    /// <summary>Puts newly wrapped keys in the place of those that are still as they were; returns how many.</summary>
    ValueTask<int> RewrapAsync(IReadOnlyList<RewrappedKey> keys, CancellationToken cancellation);

    /// <summary>
    /// What the secret behind all digests makes of a fixed text: stored by whoever comes first, and returned ever after. Another
    /// secret than the one the digests were made with is noticed by it.
    /// </summary>
    /// <param name="anew">The secret before was lost for good: this one takes its place, and what was found by the other is found no more.</param>
    ValueTask<byte[]> CheckAsync(byte[] mine, bool anew, CancellationToken cancellation);

    /// <summary>The most digests a search can ask for together.</summary>
    const int MostDigests = 4;
}

/// <summary>What the store has of a member's profile.</summary>
/// <param name="Version">1, 2, 3 … with each change.</param>
/// <param name="Content">Null where it was made to be forgotten.</param>
public sealed record ProfileRow(long Version, SealedProfile? Content);

/// <summary>A profile that only its key opens.</summary>
/// <param name="MasterKey">Which master key wrapped <paramref name="WrappedKey"/>.</param>
/// <param name="WrappedKey">The key of this profile, itself sealed.</param>
/// <param name="Bytes">The profile, sealed.</param>
public sealed record SealedProfile(string MasterKey, byte[] WrappedKey, byte[] Bytes);

/// <summary>A profile to store.</summary>
/// <param name="Expected">The version it takes the place of, 0 for where there never was one; null for whichever is there.</param>
/// <param name="Digests">What it is found by, in the place of what it was found by before.</param>
public sealed record ProfileToStore(MemberId Member, SealedProfile Content, IReadOnlyList<byte[]> Digests, long? Expected, Instant At);

/// <summary>The key of a member's profile as it is wrapped now.</summary>
public sealed record WrappedKey(MemberKey Member, byte[] Key);

/// <summary>The same key, wrapped anew.</summary>
public sealed record RewrappedKey(MemberKey Member, byte[] Before, string MasterKey, byte[] After);
