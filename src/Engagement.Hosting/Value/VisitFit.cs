using Engagement.Domain.Value;
using MathNet.Numerics;

namespace Engagement.Hosting.Value;

/// <summary>
/// Finds the parameters that explain best when members came (BG/NBD, docs/adr/0019). Members with the same history are looked at
/// once: a million of them have some ten thousand histories.
/// </summary>
internal sealed class VisitFit
{
    private static readonly double[][] Starts = [[1, 4, 1, 2], [0.3, 10, 0.5, 5]];

    private readonly (int Repeats, int LastDay, int Days, int Members)[] _groups;
    private readonly double[] _ofRepeats;
    private readonly double[] _logDrop;
    private readonly double[] _logDay;

    public VisitFit(IReadOnlyDictionary<(int Repeats, int LastDay, int Days), int> members)
    {
        _groups = [.. members.Select(group => (group.Key.Repeats, group.Key.LastDay, group.Key.Days, group.Value))];
        var most = _groups.Max(group => group.Repeats);
        (_ofRepeats, _logDrop) = (new double[most + 1], new double[most + 1]);
        _logDay = new double[_groups.Max(group => group.Days) + 1];
    }

    /// <summary>The parameters and how well they explain; null where none can be found.</summary>
    public (ForecastParameters Parameters, double LogLikelihood)? Find() =>
        Likelihood.Maximise(LogLikelihood, Starts) is var (found, logLikelihood)
            ? (new(found[0], found[1], found[2], found[3]), logLikelihood)
            : null;

    /// <summary>The logarithm of how likely all these histories are; time is in weeks.</summary>
    public double LogLikelihood(double r, double alpha, double a, double b)
    {
        Prepare(r, alpha, a, b);
        var sum = 0d;
        foreach (var (repeats, last, days, members) in _groups)
        {
            var shape = r + repeats;
            // Either she lives and was silent since, or she left after her last visit.
            var lives = _ofRepeats[repeats] - shape * _logDay[days];
            var left = repeats == 0 ? double.NegativeInfinity : _logDrop[repeats] + shape * (_logDay[days] - _logDay[last]);
            sum += members * (lives + LogOfOneMore(left));
        }

        return sum;
    }

    private double LogLikelihood(double[] at) => LogLikelihood(at[0], at[1], at[2], at[3]);

    private void Prepare(double r, double alpha, double a, double b)
    {
        var constant = r * Math.Log(alpha) - SpecialFunctions.GammaLn(r)
            + SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(b);
        for (var repeats = 0; repeats < _ofRepeats.Length; repeats++)
        {
            _ofRepeats[repeats] = constant + SpecialFunctions.GammaLn(r + repeats)
                + SpecialFunctions.GammaLn(b + repeats) - SpecialFunctions.GammaLn(a + b + repeats);
            _logDrop[repeats] = repeats == 0 ? 0 : Math.Log(a) - Math.Log(b + repeats - 1);
        }

        for (var day = 0; day < _logDay.Length; day++)
            _logDay[day] = Math.Log(alpha + Forecast.Weeks(day));
    }

    // ln(1 + e^x) for any x.
    private static double LogOfOneMore(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}
