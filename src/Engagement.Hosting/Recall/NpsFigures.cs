using System.Globalization;
using Engagement.Journal;

namespace Engagement.Hosting.Recall;

/// <summary>How willing members are to recommend the chain (docs/domain §5).</summary>
public sealed record NpsFigures : NpsCounts
{
    private NpsFigures(NpsCounts counts)
        : base(counts)
    {
    }

    public required string Chain { get; init; }

    /// <summary>The store whose members were asked, where only one was asked for.</summary>
    public required string? Store { get; init; }

    /// <summary>The first UTC day that is counted; null for from the beginning.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The last UTC day that is counted; null for to the end.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>How many gave 0, 1 … 10.</summary>
    public required IReadOnlyList<long> ByScore { get; init; }

    /// <summary>The same by quarter of the year, the oldest first; those without an answer are left out.</summary>
    public required IReadOnlyList<NpsQuarter> Quarters { get; init; }

    /// <summary>The figures of the tallies of answers by day.</summary>
    internal static NpsFigures Of(string chain, string? store, DateOnly? from, DateOnly? to, IReadOnlyList<Tally> answers)
    {
        var scores = Scores(answers);
        return new(Of(scores))
        {
            Chain = chain,
            Store = store,
            From = from,
            To = to,
            ByScore = scores,
            Quarters =
            [
                .. answers.GroupBy(answer => QuarterOf(answer.Day!.Value)).OrderBy(quarter => quarter.Key, StringComparer.Ordinal)
                    .Select(quarter => new NpsQuarter(Of(Scores(quarter))) { Quarter = quarter.Key }),
            ],
        };
    }

    private static string QuarterOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}");

    private static long[] Scores(IEnumerable<Tally> answers)
    {
        var scores = new long[11];
        foreach (var answer in answers)
        {
            if (int.TryParse(answer.Measure, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score < scores.Length)
                scores[score] += (long)answer.Amount;
        }

        return scores;
    }
}

/// <summary>The same of one quarter.</summary>
public sealed record NpsQuarter : NpsCounts
{
    internal NpsQuarter(NpsCounts counts)
        : base(counts)
    {
    }

    /// <summary>Such as <c>2026-Q1</c>, by UTC days.</summary>
    public required string Quarter { get; init; }
}

/// <summary>Answers to surveys.</summary>
/// <param name="Promoters">Who gave 9 or 10.</param>
/// <param name="Passives">Who gave 7 or 8.</param>
/// <param name="Detractors">Who gave 0 to 6.</param>
/// <param name="Nps">The share of promoters less the share of detractors, −100 to 100; null without an answer.</param>
public record NpsCounts(long Answers, long Promoters, long Passives, long Detractors, double? Nps)
{
    internal static NpsCounts Of(long[] byScore)
    {
        ArgumentNullException.ThrowIfNull(byScore);
        var (detractors, passives, promoters) = (byScore[..7].Sum(), byScore[7] + byScore[8], byScore[9] + byScore[10]);
        var answers = detractors + passives + promoters;
        return new(
            answers, promoters, passives, detractors, answers == 0 ? null : Math.Round(100.0 * (promoters - detractors) / answers, 1));
    }
}
