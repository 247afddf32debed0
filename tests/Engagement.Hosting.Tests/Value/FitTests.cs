using Engagement.Domain.Value;
using Engagement.Hosting.Value;

namespace Engagement.Hosting.Tests.Value;

/// <summary>Whether parameters are found again in lives that were lived by them.</summary>
public sealed class FitTests
{
    [Theory]
    [InlineData(0.6, 15, 0.8, 2.5)]
    [InlineData(2.5, 40, 0.5, 6)]
    public void Lives_lived_by_known_parameters_tell_them(double r, double alpha, double a, double b)
    {
        var lives = new Lives(20_260_101);
        var groups = new Dictionary<(int, int, int), int>();
        for (var member = 0; member < 20_000; member++)
        {
            var rhythm = lives.Live(new(r, alpha, a, b), 400 + member % 600);
            groups[rhythm] = groups.GetValueOrDefault(rhythm) + 1;
        }

        var (found, logLikelihood) = new VisitFit(groups).Find()!.Value;

        Assert.True(logLikelihood >= new VisitFit(groups).LogLikelihood(r, alpha, a, b));
        Assert.Equal(r / alpha, found.R / found.Alpha, 0.05 * r / alpha);
        Assert.Equal(a / (a + b), found.A / (found.A + found.B), 0.1 * a / (a + b));
        Assert.Equal(1, found.R / r, 0.1);
        Assert.Equal(1, found.Alpha / alpha, 0.1);
    }

    [Fact]
    public void Spend_by_known_parameters_tells_them()
    {
        var lives = new Lives(7);
        var members = Enumerable.Range(0, 20_000).Select(number =>
        {
            var (repeats, rate) = (1 + number % 9, lives.Gamma(4) / 15);
            return (repeats, lives.Gamma(6 * repeats) / (repeats * rate));
        }).ToList();

        var found = new SpendFit(members).Find()!;

        Assert.Equal(1, found.P / 6, 0.1);
        Assert.Equal(1, found.Q / 4, 0.1);
        Assert.Equal(1, found.P * found.Gamma / (found.Q - 1) / (6 * 15 / 3d), 0.03);
    }

    [Fact]
    public void Members_who_never_leave_are_told_as_such()
    {
        var lives = new Lives(3);
        var groups = new Dictionary<(int, int, int), int>();
        for (var member = 0; member < 3_000; member++)
        {
            var rhythm = lives.Live(new(3, 3, 1e-9, 1e3), 300);
            groups[rhythm] = groups.GetValueOrDefault(rhythm) + 1;
        }

        var (found, _) = new VisitFit(groups).Find()!.Value;

        Assert.InRange(found.A / (found.A + found.B), 0, 0.002);
        Assert.InRange(Forecast.Alive(found, new(50, 290, 300, 0m, 0)), 0.95, 1);
    }

    /// <summary>Lives by chance, always the same for the same seed.</summary>
    private sealed class Lives(int seed)
    {
        private readonly Random _chance = new(seed);

        public (int Repeats, int LastDay, int Days) Live(ForecastParameters parameters, int days)
        {
            var rate = Gamma(parameters.R) / parameters.Alpha / 7;
            var (leaves, stays) = (Gamma(parameters.A), Gamma(parameters.B));
            var (at, visited) = (0d, new HashSet<int>());
            while (_chance.NextDouble() >= (visited.Count == 0 ? 0 : leaves / (leaves + stays)))
            {
                at += -Math.Log(1 - _chance.NextDouble()) / rate;
                if (at >= days)
                    break;
                // Visits of one day would be one: these lives are too sparse for that to matter.
                visited.Add((int)Math.Ceiling(at));
            }

            return (visited.Count, visited.Count == 0 ? 0 : visited.Max(), days);
        }

        /// <summary>A gamma variate of scale 1 (Marsaglia and Tsang).</summary>
        public double Gamma(double shape)
        {
            if (shape < 1)
                return Gamma(shape + 1) * Math.Pow(1 - _chance.NextDouble(), 1 / shape);
            var d = shape - 1 / 3d;
            while (true)
            {
                var normal = Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
                var v = Math.Pow(1 + normal / Math.Sqrt(9 * d), 3);
                if (v > 0 && Math.Log(1 - _chance.NextDouble()) < 0.5 * normal * normal + d - d * v + d * Math.Log(v))
                    return d * v;
            }
        }
    }
}
