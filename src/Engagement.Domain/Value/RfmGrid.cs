using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>Scores from 1 to 5, by the chain's quintiles: 5 for the most recent, the most frequent, the most money.</summary>
public readonly record struct RfmScores(int R, int F, int M);

/// <summary>
/// A chain's quintiles and means (docs/domain §5), over all members with a counted act, as of one instant. Scores and groups of
/// members are read off them at any later time.
/// </summary>
/// <param name="Members">How many members they were made from.</param>
/// <param name="RecencyCuts">
/// Four numbers of days, the largest first: whoever came more recently than the n-th has a recency score of more than n.
/// </param>
/// <param name="FrequencyCuts">Four, the smallest first: whoever has more than the n-th has a score of more than n.</param>
/// <param name="MonetaryCuts">The same of money.</param>
/// <param name="Means">The means of recency in days, of frequency and of money.</param>
/// <param name="Cells">How many members have which scores: at 25 × (R − 1) + 5 × (F − 1) + M − 1.</param>
/// <param name="Groups">How many members are in which group, by its number.</param>
public sealed record RfmGrid(
    Instant At,
    int Members,
    ImmutableArray<int> RecencyCuts,
    ImmutableArray<int> FrequencyCuts,
    ImmutableArray<decimal> MonetaryCuts,
    RfmMeans Means,
    ImmutableArray<int> Cells,
    ImmutableArray<int> Groups)
{
    private const int Quintiles = 5;

    /// <summary>The grid of <paramref name="members"/>; those without a counted act do not count. Null where there is nobody else.</summary>
    public static RfmGrid? Of(Instant at, IReadOnlyCollection<Rfm> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var counted = members.Where(rfm => rfm.RecencyDays is not null).ToList();
        if (counted.Count == 0)
            return null;
        // Few days are good: looked at from below zero, all three are cut alike.
        var grid = new RfmGrid(
            at,
            counted.Count,
            [.. Cuts(counted, rfm => -rfm.RecencyDays!.Value).Select(cut => -cut)],
            Cuts(counted, rfm => rfm.Frequency),
            Cuts(counted, rfm => rfm.Monetary),
            new(
                counted.Average(rfm => (decimal)rfm.RecencyDays!.Value),
                counted.Average(rfm => (decimal)rfm.Frequency),
                counted.Average(rfm => rfm.Monetary)),
            [],
            []);
        var (cells, groups) = (new int[Quintiles * Quintiles * Quintiles], new int[RfmGroups.All.Count]);
        foreach (var rfm in counted)
        {
            cells[CellOf(grid.ScoresOf(rfm)!.Value)]++;
            groups[(int)grid.GroupOf(rfm)!.Value]++;
        }

        return grid with { Cells = [.. cells], Groups = [.. groups] };
    }

    /// <summary>Her scores; null without a counted act. Whoever has the same has the same score: ties go to the lower.</summary>
    public RfmScores? ScoresOf(Rfm rfm)
    {
        ArgumentNullException.ThrowIfNull(rfm);
        return rfm.RecencyDays is { } days
            ? new(
                1 + RecencyCuts.Count(cut => days < cut),
                1 + FrequencyCuts.Count(cut => rfm.Frequency > cut),
                1 + MonetaryCuts.Count(cut => rfm.Monetary > cut))
            : null;
    }

    /// <summary>Her group; null without a counted act. The mean itself is on the better side.</summary>
    public RfmGroup? GroupOf(Rfm rfm)
    {
        ArgumentNullException.ThrowIfNull(rfm);
        return rfm.RecencyDays is { } days
            ? (RfmGroup)((days <= Means.RecencyDays ? 1 : 0) + (rfm.Frequency >= Means.Frequency ? 2 : 0) + (rfm.Monetary >= Means.Monetary ? 4 : 0))
            : null;
    }

    /// <summary>How many members have these scores.</summary>
    public int CountOf(RfmScores scores) => Cells[CellOf(scores)];

    private static int CellOf(RfmScores scores) =>
        Quintiles * Quintiles * (scores.R - 1) + Quintiles * (scores.F - 1) + scores.M - 1;

    // The n-th cut is the smallest value that at least n fifths of all have or stay below.
    private static ImmutableArray<T> Cuts<T>(List<Rfm> members, Func<Rfm, T> of)
    {
        var values = members.Select(of).Order().ToArray();
        return [.. Enumerable.Range(1, Quintiles - 1).Select(fifth => values[(int)(((long)fifth * values.Length + Quintiles - 1) / Quintiles) - 1])];
    }

    public bool Equals(RfmGrid? other) =>
        other is not null && At == other.At && Members == other.Members && Means == other.Means
        && RecencyCuts.AsSpan().SequenceEqual(other.RecencyCuts.AsSpan())
        && FrequencyCuts.AsSpan().SequenceEqual(other.FrequencyCuts.AsSpan())
        && MonetaryCuts.AsSpan().SequenceEqual(other.MonetaryCuts.AsSpan())
        && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan()) && Groups.AsSpan().SequenceEqual(other.Groups.AsSpan());

    public override int GetHashCode() => HashCode.Combine(At, Members, Means);
}

/// <summary>The means of a chain's members.</summary>
public sealed record RfmMeans(decimal RecencyDays, decimal Frequency, decimal Monetary);
