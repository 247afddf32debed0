using System.Globalization;
using Engagement.Journal;

namespace Engagement.Hosting.Recall;

/// <summary>How willing members are to recommend the chain (docs/domain §5).</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Store">The store whose members were asked, where only one was asked for.</param>
/// <param name="From">The first UTC day that is counted; null for from the beginning.</param>
/// <param name="To">The last UTC day that is counted; null for to the end.</param>
/// <param name="Promoters">Who gave 9 or 10.</param>
/// <param name="Passives">Who gave 7 or 8.</param>
/// <param name="Detractors">Who gave 0 to 6.</param>
/// <param name="Nps">The share of promoters less the share of detractors, −100 to 100; null without an answer.</param>
/// <param name="ByScore">How many gave 0, 1 … 10.</param>
/// <param name="Quarters">The same by quarter of the year, the oldest first; those without an answer are left out.</param>
public sealed record NpsFigures(
    string Chain,
    string? Store,
    DateOnly? From,
    DateOnly? To,
    long Answers,
    long Promoters,
    long Passives,
    long Detractors,
    double? Nps,
    IReadOnlyList<long> ByScore,
    IReadOnlyList<NpsQuarter> Quarters)
{
    /// <summary>The figures of the tallies of answers by day.</summary>
    internal static NpsFigures Of(string chain, string? store, DateOnly? from, DateOnly? to, IReadOnlyList<Tally> answers)
    {
        var scores = Scores(answers);
        var all = NpsQuarter.Of("", scores);
        return new(
            chain,
            store,
            from,
            to,
            all.Answers,
            all.Promoters,
            all.Passives,
            all.Detractors,
            all.Nps,
            scores,
            [
                .. answers.GroupBy(answer => QuarterOf(answer.Day!.Value)).OrderBy(quarter => quarter.Key, StringComparer.Ordinal)
                    .Select(quarter => NpsQuarter.Of(quarter.Key, Scores(quarter))),
            ]);
    }

    private static string QuarterOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}");

    internal static long[] Scores(IEnumerable<Tally> answers)
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
/// <param name="Quarter">Such as <c>2026-Q1</c>, by UTC days.</param>
public sealed record NpsQuarter(string Quarter, long Answers, long Promoters, long Passives, long Detractors, double? Nps)
{
    /// <summary>Those of no quarter in particular.</summary>
    internal static NpsQuarter Of(IEnumerable<Tally> answers) => Of("", NpsFigures.Scores(answers));

    internal static NpsQuarter Of(string quarter, long[] byScore)
    {
        var (detractors, passives, promoters) = (byScore[..7].Sum(), byScore[7] + byScore[8], byScore[9] + byScore[10]);
        var answers = detractors + passives + promoters;
        return new(
            quarter,
            answers,
            promoters,
            passives,
            detractors,
            answers == 0 ? null : Math.Round(100.0 * (promoters - detractors) / answers, 1));
    }
}
