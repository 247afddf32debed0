using Engagement.Domain.Simulation;

namespace Engagement.Hosting.Simulation;

/// <summary>The counts of one world by UTC day, gathered by one worker at a time.</summary>
/// <param name="from">The first day that is reported. Before it only stages and tiers matter: members go on standing where they stood.</param>
internal sealed class WorldTally(long from)
{
    private readonly Dictionary<long, Figures> _days = [];
    private readonly Figures _before = new();

    public void Count(long day, Measure measure, long amount)
    {
        if (day >= from)
        {
            if (!_days.TryGetValue(day, out var figures))
                _days[day] = figures = new();
            figures.Add(measure, amount);
        }
        else if (measure.IsStanding)
        {
            _before.Add(measure, amount);
        }
    }

    public void Add(WorldTally other)
    {
        _before.Add(other._before);
        foreach (var (day, figures) in other._days)
        {
            if (!_days.TryGetValue(day, out var known))
                _days[day] = known = new();
            known.Add(figures);
        }
    }

    /// <summary>Each day up to and including <paramref name="to"/>, with the members in each stage at its end; and what all of them bring together.</summary>
    public (List<Figures> Days, Figures Totals) Days(long to)
    {
        var (days, totals, standing) = (new List<Figures>(), new Figures(), new Figures());
        standing.Add(_before);
        for (var day = from; day <= to; day++)
        {
            var figures = new Figures();
            foreach (var (measure, amount) in _days.GetValueOrDefault(day)?.Counts ?? [])
            {
                if (measure.IsStanding)
                {
                    standing.Add(measure, amount);
                    continue;
                }

                figures.Add(measure, amount);
                totals.Add(measure, amount);
            }

            figures.Add(standing);
            days.Add(figures);
        }

        totals.Add(standing);
        return (days, totals);
    }
}
