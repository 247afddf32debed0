using Engagement.Domain.Chains;
using Engagement.Domain.Identity;

namespace Engagement.Journal;

/// <summary>The chains a store holds, each with its stores and rules.</summary>
public interface IChainDirectory
{
    ValueTask<IReadOnlyList<Chain>> ListAsync(CancellationToken cancellation);

    ValueTask<Chain?> FindAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The chain as it was when <paramref name="rulesVersion"/> was last in force.</summary>
    ValueTask<Chain?> FindAsync(ChainId chain, long rulesVersion, CancellationToken cancellation);

    /// <summary>
    /// Stores <paramref name="chain"/> if the one stored still has version <c>chain.Version − 1</c>; false, and nothing
    /// stored, if somebody else was faster.
    /// </summary>
    ValueTask<bool> SaveAsync(Chain chain, CancellationToken cancellation);
}
