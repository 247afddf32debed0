using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Profiles;

/// <summary>Who must not be contacted: digests of phone numbers and mail addresses, which nobody can read back.</summary>
public interface ISuppressions
{
    /// <summary>Adds contacts; returns how many were not on the list. Of one that was, the older entry stays.</summary>
    ValueTask<int> AddAsync(ChainId chain, IReadOnlyList<Suppression> contacts, CancellationToken cancellation);

    /// <summary>Takes a contact off the list; false if it was not on it.</summary>
    ValueTask<bool> LiftAsync(ChainId chain, byte[] digest, CancellationToken cancellation);

    /// <summary>Whether any of these contacts is on the list.</summary>
    ValueTask<bool> CoversAsync(ChainId chain, IReadOnlyCollection<byte[]> digests, CancellationToken cancellation);

    /// <summary>The list, the latest first.</summary>
    ValueTask<IReadOnlyList<Suppression>> ListAsync(ChainId chain, SuppressionPlace? after, int limit, CancellationToken cancellation);
}

/// <summary>A contact that must not be used.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, as a code such as <c>asked</c> or <c>erased</c>.</param>
/// <param name="By">Who put it on the list: an account's or a key's id.</param>
public sealed record Suppression(byte[] Digest, ContactKind Kind, string Reason, Instant At, string By);

/// <summary>A place in the list.</summary>
public readonly record struct SuppressionPlace(Instant At, string Digest);

/// <summary>Ways to reach somebody.</summary>
public enum ContactKind
{
    Phone,
    Email,
}
