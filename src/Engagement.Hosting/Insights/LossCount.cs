using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Insights;

/// <summary>Counts whom there was to lose, and who was lost, member by member (docs/domain/insights.md).</summary>
internal sealed class LossCount(Months months, Instant asOf)
{
    /// <summary>Over how many days churn is measured.</summary>
    public const int Days = 30;

    private readonly long _since = (asOf - TimeSpan.FromDays(Days)).Microseconds;
    private readonly bool[] _wasLost = new bool[months.Count];
    private readonly bool[] _wasThere = new bool[months.Count];

    public int Start { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Who was neither potential nor lost at the beginning, by month.</summary>
    public int[] StartOf { get; } = new int[months.Count];

    /// <summary>Who of them became lost, by month.</summary>
    public int[] LostIn { get; } = new int[months.Count];

    public void Add(StagesOfMember stages)
    {
        Array.Clear(_wasLost);
        Array.Clear(_wasThere);
        var (isLostSince, month) = (false, months.Count - 1);
        bool? wasThere = null;
        foreach (ref readonly var change in stages)
        {
            if (change.At > asOf.Microseconds)
                continue;
            if (change.At <= _since)
                wasThere ??= IsThere(change.To);
            else
                isLostSince |= change.To == Stage.Lost;
            for (; month >= 0 && change.At <= months.StartOf(month); month--)
                _wasThere[month] = IsThere(change.To);
            // What comes at the very beginning of a month is how it begins.
            if (change.To == Stage.Lost && months.IndexOf(change.At - 1) is >= 0 and var fell)
                _wasLost[fell] = true;
        }

        if (wasThere == true)
        {
            Start++;
            Lost += isLostSince ? 1 : 0;
        }

        for (var at = 0; at < months.Count; at++)
        {
            StartOf[at] += _wasThere[at] ? 1 : 0;
            LostIn[at] += _wasThere[at] && _wasLost[at] ? 1 : 0;
        }
    }

    private static bool IsThere(Stage stage) => stage is not (Stage.Potential or Stage.Lost);
}
