using Engagement.Domain.Value;
using MathNet.Numerics;

namespace Engagement.Hosting.Value;

/// <summary>Finds the parameters that explain best what members paid on the days they came again (Gamma-Gamma).</summary>
/// <param name="members">On how many days each came again, and what she paid on one of them on average, more than 0.</param>
internal sealed class SpendFit(IReadOnlyList<(int Repeats, double Mean)> members)
{
    private static readonly double[][] Shapes = [[2, 2], [6, 4]];

    private readonly double _mean = members.Average(member => member.Mean);
    private readonly (int Repeats, int Members)[] _repeats =
        [.. members.GroupBy(member => member.Repeats).Select(group => (group.Key, group.Count()))];
    // What does not change from one try to the next is summed once.
    private readonly double _logMeans = members.Sum(member => Math.Log(member.Mean));
    private readonly double _weighedLogMeans = members.Sum(member => member.Repeats * Math.Log(member.Mean));
    private readonly double _weighedLogRepeats = members.Sum(member => member.Repeats * Math.Log(member.Repeats));

    /// <summary>The parameters; null where none can be found.</summary>
    public SpendParameters? Find() =>
        Likelihood.Maximise(
            at => LogLikelihood(at[0], at[1], at[2]), [.. Shapes.Select(shape => (double[])[shape[0], shape[1], _mean])]) is var (found, _)
            ? new(found[0], found[1], found[2])
            : null;

    private double LogLikelihood(double p, double q, double gamma)
    {
        var sum = members.Count * (q * Math.Log(gamma) - SpecialFunctions.GammaLn(q))
            + p * (_weighedLogMeans + _weighedLogRepeats) - _logMeans;
        foreach (var (repeats, count) in _repeats)
            sum += count * (SpecialFunctions.GammaLn(p * repeats + q) - SpecialFunctions.GammaLn(p * repeats));
        foreach (var (repeats, mean) in members)
            sum -= (p * repeats + q) * Math.Log(gamma + repeats * mean);
        return sum;
    }
}
