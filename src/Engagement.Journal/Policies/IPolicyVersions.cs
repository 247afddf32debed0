using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Policies;

/// <summary>A policy as it was put: the chain's, or what a store differs in (docs/domain §2).</summary>
/// <param name="Store">Whose; null for the chain's.</param>
/// <param name="Version">1, 2, 3 … of the chain, and of each store by itself.</param>
/// <param name="At">When it came into force; null where that was before versions were kept.</param>
/// <param name="By">Who put it, by the name they sign in with; null where that is not known.</param>
/// <param name="Note">What they said about it.</param>
/// <param name="Document">The policy, or what the store differs in: a JSON object.</param>
/// <param name="Changes">What differs from the version before; nothing for the first that is known.</param>
public sealed record PolicyVersion(
    StoreId? Store, long Version, Instant? At, string? By, string? Note, string Document, ImmutableArray<PolicyChange> Changes);

/// <summary>
/// The versions of the policies of a chain and its stores. They are stored with the chain
/// (<see cref="IChainDirectory.SaveAsync(Domain.Chains.Chain, IReadOnlyList{PolicyVersion}, CancellationToken)"/>) and never changed.
/// </summary>
public interface IPolicyVersions
{
    /// <summary>The latest first.</summary>
    /// <param name="store">Whose; null for the chain's.</param>
    /// <param name="before">Only versions before this one; null for all.</param>
    ValueTask<IReadOnlyList<PolicyVersion>> ListAsync(ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation);

    /// <summary>One version; null where it is not known.</summary>
    ValueTask<PolicyVersion?> FindAsync(ChainId chain, StoreId? store, long version, CancellationToken cancellation);
}
