namespace Engagement.Domain.Value;

/// <summary>
/// What is to be expected of a member (docs/domain §5, docs/adr/0019): closed forms of the model of visits (BG/NBD) and of spend
/// (Gamma-Gamma). Time is in weeks. All answers are finite for whatever <see cref="VisitRhythm"/> there is.
/// </summary>
public static class Forecast
{
    /// <summary>A quarter, in weeks.</summary>
    public const double QuarterWeeks = 13;

    /// <summary>A year, in weeks.</summary>
    public const double YearWeeks = 365 / 7d;

    private const int MostTerms = 100_000;

    /// <summary>The probability that she has not left for good; 1 for somebody who has come on one day only.</summary>
    public static double Alive(ForecastParameters parameters, VisitRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (rhythm.Repeats == 0)
            return 1;
        var (r, alpha, a, b, _) = parameters;
        var silence = (r + rhythm.Repeats) * (Math.Log(alpha + Weeks(rhythm.Days)) - Math.Log(alpha + Weeks(rhythm.LastDay)));
        // In logarithms: after a long silence of somebody who came daily the power itself is no number any more.
        return 1 / (1 + Math.Exp(Math.Log(a) - Math.Log(b + rhythm.Repeats - 1) + silence));
    }

    /// <summary>The probability that she comes again within <paramref name="weeks"/>.</summary>
    public static double Comes(ForecastParameters parameters, VisitRhythm rhythm, double weeks)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        var past = parameters.Alpha + Weeks(rhythm.Days);
        var stays = Math.Exp((parameters.R + rhythm.Repeats) * (Math.Log(past) - Math.Log(past + weeks)));
        return Alive(parameters, rhythm) * (1 - stays);
    }

    /// <summary>On how many days she is expected to come within <paramref name="weeks"/>.</summary>
    /// <remarks>
    /// The textbook form is a difference of two large numbers over a − 1, with 2F1 in it, and says nothing where a is 1. Its series
    /// can be summed the other way round: while she lives, the number of visits of <paramref name="weeks"/> is negative binomial,
    /// and she comes for the k-th only if she stayed after each of those before. All terms are positive.
    /// </remarks>
    public static double Visits(ForecastParameters parameters, VisitRhythm rhythm, double weeks)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        var shape = parameters.R + rhythm.Repeats;
        var stays = parameters.B + rhythm.Repeats;
        var past = parameters.Alpha + Weeks(rhythm.Days);
        var share = weeks / (past + weeks);
        if (share <= 0)
            return 0;
        // The logarithm of the chance of exactly k visits, the chance of more, and that she stays after k of them.
        var logExactly = shape * (Math.Log(past) - Math.Log(past + weeks));
        var (more, staying, visits) = (1d, 1d, 0d);
        for (var k = 0; k < MostTerms; k++)
        {
            more -= Math.Exp(logExactly);
            var term = Math.Max(more, 0) * staying;
            visits += term;
            if (term <= visits * 1e-13 && k > shape * share / (1 - share))
                break;
            staying *= (stays + k) / (parameters.A + stays + k);
            logExactly += Math.Log((shape + k) / (k + 1) * share);
        }

        return Alive(parameters, rhythm) * visits;
    }

    /// <summary>
    /// What she is expected to pay on a day she comes; null where nothing is known of what members pay, or the chain's mean, which
    /// stands in for somebody without repeat days, does not exist.
    /// </summary>
    public static double? SpendPerVisit(ForecastParameters parameters, VisitRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Spend is not var (p, q, gamma))
            return null;
        // Days on which nothing was paid say how often she comes, not what she pays.
        var repeats = rhythm.RepeatSpend > 0 ? rhythm.Repeats : 0;
        var weight = p * repeats + q - 1;
        return weight > 0 ? p * (gamma + repeats * (double)rhythm.SpendPerRepeat) / weight : null;
    }

    /// <summary>What she is expected to bring within a year: visits times spend; null as in <see cref="SpendPerVisit"/>.</summary>
    public static double? YearValue(ForecastParameters parameters, VisitRhythm rhythm) =>
        SpendPerVisit(parameters, rhythm) is { } spend ? Visits(parameters, rhythm, YearWeeks) * spend : null;

    /// <summary>Days in weeks.</summary>
    public static double Weeks(int days) => days / 7d;
}
