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
    ValueTask SaveScoresAsync(ChainId chain, IReadOnlyCollection<ScoredMember> members, CancellationToken cancellation);

    /// <summary>What high-value acts brought, one sum for each kind there is, in the order of their codes; as of the last night.</summary>
    ValueTask<IReadOnlyList<HighValueSum>> HighValueAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The high-value acts of one kind, the latest first; of one instant, in the order of their members' ids.</summary>
    ValueTask<IReadOnlyList<HighValueRow>> HighValueActsAsync(
        ChainId chain, string code, HighValuePlace? after, int limit, CancellationToken cancellation);

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

/// <summary>What a night worked out of a member's row.</summary>
/// <param name="Score">Null for none.</param>
public readonly record struct ScoredMember(long Row, MemberScore? Score)
{
    /// <summary>Her high-value acts, as far as she remembers them; null for none.</summary>
    public IReadOnlyList<HighValueOutcome>? HighValue { get; init; }
}

/// <summary>What the high-value acts of one kind brought.</summary>
/// <param name="Acts">How many there were.</param>
/// <param name="Over">Of how many the 180 days after are over: only those are summed.</param>
/// <param name="Before">What was paid in the 180 days before those.</param>
/// <param name="After">What was paid in the 180 days from them on.</param>
public sealed record HighValueSum(string Code, long Acts, long Over, decimal Before, decimal After);

/// <summary>A high-value act in a list.</summary>
public sealed record HighValueRow(MemberId Member, StoreId? Home, HighValueOutcome Outcome);

/// <summary>A place in a list of high-value acts.</summary>
public readonly record struct HighValuePlace(Instant At, MemberId Member);
