using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>
/// The forecast from first principles: every rate of coming and every chance of leaving there may be, weighed by how well it explains
/// what she did, and for each of them what follows. Slow, and without any closed form of the model.
/// </summary>
internal static class NaiveForecast
{
    private const int Points = 1600;

    public static (double Visits, double Comes) Expected(ForecastParameters parameters, VisitRhythm rhythm, double weeks)
    {
        var (r, alpha, a, b, _) = parameters;
        var (x, last, all) = (rhythm.Repeats, rhythm.LastDay / 7d, rhythm.Days / 7d);
        // Both distributions are stretched so that neither has a pole at its ends: a step of u is a step of the variable it stands for.
        var rates = Steps(-30, Math.Log(60 * (r + x + 10) / (alpha + last + 0.01)));
        var chances = Steps(-15 / Math.Min(1, a), 25);
        double weight = 0, visits = 0, comes = 0;
        foreach (var u in rates)
        {
            var rate = Math.Exp(u);
            var prior = Math.Exp(r * u - rate * alpha - Offset(r, alpha));
            foreach (var v in chances)
            {
                // The logistic keeps both the chance of leaving and that of staying exact near their ends.
                var (leaves, stays) = (1 / (1 + Math.Exp(-v)), 1 / (1 + Math.Exp(v)));
                var common = prior * Math.Pow(leaves, a) * Math.Pow(stays, b) * Math.Pow(rate / (r / alpha), x);
                var alive = common * Math.Pow(stays, x) * Math.Exp(-rate * all);
                var gone = x == 0 ? 0 : common * leaves * Math.Pow(stays, x - 1) * Math.Exp(-rate * last);
                weight += alive + gone;
                visits += alive * (leaves * rate * weeks < 1e-9 ? rate * weeks : -double.ExpM1(-rate * leaves * weeks) / leaves);
                comes += alive * -double.ExpM1(-rate * weeks);
            }
        }

        return (visits / weight, comes / weight);
    }

    // Only ratios matter; what is the same for all keeps the numbers in range.
    private static double Offset(double r, double alpha) => r * Math.Log(r / alpha) - r;

    private static double[] Steps(double from, double to) =>
        [.. Enumerable.Range(0, Points).Select(step => from + (to - from) * (step + 0.5) / Points)];
}
