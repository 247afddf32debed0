using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Journal.Policies;

namespace Engagement.Journal;

/// <summary>The chains a store holds, each with its stores and rules.</summary>
public interface IChainDirectory
{
    ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation);

    /// <summary>The version of each chain, to see whether any has changed.</summary>
    ValueTask<IReadOnlyDictionary<ChainId, long>> VersionsAsync(CancellationToken cancellation);

    ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The chain as it was when <paramref name="rulesVersion"/> was last in force.</summary>
    ValueTask<Chain?> FindAsync(ChainId chain, long rulesVersion, CancellationToken cancellation);

    /// <summary>
    /// Stores <paramref name="chain"/> if the one stored still has version <c>chain.Version − 1</c>; false, and nothing
    /// stored, if somebody else was faster.
    /// </summary>
    ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation);

    /// <summary>The same, and in the same transaction the versions of policies that are new with it; those known already stay as they are.</summary>
    ValueTask<bool> SaveAsync(Chain chain, IReadOnlyList<PolicyVersion> versions, CancellationToken cancellation);

    /// <summary>Raised when another node has changed a chain, or may have. A hint that may be lost.</summary>
    event Action? Changed;
}
