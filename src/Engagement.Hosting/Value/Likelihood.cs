using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Engagement.Hosting.Value;

/// <summary>Looks for the parameters, all more than 0, that make what was seen most likely.</summary>
internal static class Likelihood
{
    // Beyond e to this, or below one over it, a parameter says no more than "very large" or "none".
    private const double Farthest = 14;

    private const double Tolerance = 1e-10;
    private const int MostSteps = 4000;
    private const int MostRestarts = 10;

    /// <summary>The best point from any of <paramref name="starts"/>, and its logarithm of likelihood; null where none was reached.</summary>
    public static (double[] Parameters, double Value)? Maximise(Func<double[], double> logLikelihood, IEnumerable<double[]> starts)
    {
        (double[] Parameters, double Value)? best = null;
        foreach (var start in starts)
        {
            if (Climb(logLikelihood, start) is { } found && (best is not { } before || found.Value > before.Value))
                best = found;
        }

        return best;
    }

    // A simplex may collapse on a slope; begun anew from where it stopped it goes on, and on a summit it stays.
    private static (double[] Parameters, double Value)? Climb(Func<double[], double> logLikelihood, double[] start)
    {
        var at = Vector<double>.Build.DenseOfEnumerable(start.Select(value => Math.Log(value)));
        var function = ObjectiveFunction.Value(logs => Cost(logLikelihood, logs));
        var step = Vector<double>.Build.Dense(start.Length, 0.5);
        double? before = null;
        try
        {
            for (var round = 0; round < MostRestarts; round++)
            {
                var reached = NelderMeadSimplex.Minimum(function, at, step, Tolerance, MostSteps);
                var cost = reached.FunctionInfoAtMinimum.Value;
                at = reached.MinimizingPoint;
                if (before is { } last && last - cost < 1e-6)
                    return cost < double.MaxValue ? ([.. at.Select(value => Math.Exp(value))], -cost) : null;
                before = cost;
            }
        }
        catch (OptimizationException)
        {
            // It went on and on: from here there is no way up.
        }

        return null;
    }

    private static double Cost(Func<double[], double> logLikelihood, Vector<double> logs)
    {
        if (logs.AbsoluteMaximum() > Farthest)
            return double.MaxValue;
        var value = logLikelihood([.. logs.Select(value => Math.Exp(value))]);
        return double.IsFinite(value) ? -value : double.MaxValue;
    }
}
