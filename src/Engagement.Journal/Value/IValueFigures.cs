using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Journal.Value;

/// <summary>What is worked out of a chain's members at night: forecast, quintiles, and each member's scores (docs/domain §5).</summary>
public interface IValueFigures
{
    /// <summary>The latest attempt at a forecast; null if there was none.</summary>
    ValueTask<ForecastFit?> ForecastAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>When the latest attempt of each chain was made, to see whether any is newer.</summary>
    ValueTask<IReadOnlyDictionary<ChainId, Instant>> ForecastTimesAsync(CancellationToken cancellation);

    ValueTask SaveForecastAsync(ChainId chain, ForecastFit fit, CancellationToken cancellation);

    /// <summary>The latest quintiles; null if there are none.</summary>
    ValueTask<RfmGrid?> GridAsync(ChainId chain, CancellationToken cancellation);

    ValueTask SaveGridAsync(ChainId chain, RfmGrid grid, CancellationToken cancellation);

    /// <summary>Stores the scores of members, or takes away those of members who have none any more.</summary>
    ValueTask SaveScoresAsync(IReadOnlyCollection<ScoredMember> members, CancellationToken cancellation);

    /// <summary>The stored scores of members by the handles of their rows; those without any are missing.</summary>
    ValueTask<IReadOnlyDictionary<long, MemberScore>> ScoresAsync(IReadOnlyCollection<long> rows, CancellationToken cancellation);

    /// <summary>
    /// Takes a night's work for one node: true if that of <paramref name="due"/> is not done and nobody has it. It is left to the node
    /// until the lease ends.
    /// </summary>
    ValueTask<bool> ClaimNightAsync(ChainId chain, Instant due, TimeSpan lease, CancellationToken cancellation);

    /// <summary>The night's work of <paramref name="due"/> is done.</summary>
    ValueTask FinishNightAsync(ChainId chain, Instant due, CancellationToken cancellation);
}

/// <summary>A member's scores as of a night.</summary>
/// <param name="Alive">The probability that she has not left for good; null without a forecast.</param>
/// <param name="ExpectedVisits">On how many days she is expected to come within a quarter; null without a forecast.</param>
public sealed record MemberScore(RfmScores Scores, RfmGroup Group, double? Alive, double? ExpectedVisits);

/// <summary>The scores of a member's row; null for none.</summary>
public readonly record struct ScoredMember(long Row, MemberScore? Score);
