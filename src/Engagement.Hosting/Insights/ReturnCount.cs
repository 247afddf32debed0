using Engagement.Domain.Time;

namespace Engagement.Hosting.Insights;

/// <summary>Counts who came, and who came again, member by member (docs/domain/insights.md).</summary>
internal sealed class ReturnCount(Months months, Instant asOf)
{
    /// <summary>Within so many days of her first counted act a second one is what 一转二 asks for.</summary>
    public const int SecondVisitDays = 90;

    private const int RepurchaseDays = 365;

    private readonly long _yearBefore = (asOf - TimeSpan.FromDays(RepurchaseDays)).Microseconds;
    private readonly long _cameAfter = (asOf - TimeSpan.FromDays(2 * SecondVisitDays)).Microseconds;
    private readonly long _cameUntil = (asOf - TimeSpan.FromDays(SecondVisitDays)).Microseconds;
    private readonly int[] _acts = new int[months.Count];

    public int Buyers { get; private set; }

    public int Again { get; private set; }

    public int Came { get; private set; }

    public int CameTwice { get; private set; }

    /// <summary>Who had a counted act, by month.</summary>
    public int[] BuyersOf { get; } = new int[months.Count];

    /// <summary>For whom of them it was not the first, by month.</summary>
    public int[] ReturningOf { get; } = new int[months.Count];

    public void Add(ActsOfMember acts)
    {
        Array.Clear(_acts);
        var (first, second, inYear) = (long.MaxValue, long.MaxValue, 0);
        foreach (ref readonly var act in acts)
        {
            if (act.At < first)
                (first, second) = (act.At, first);
            else if (act.At < second)
                second = act.At;
            if (act.At > _yearBefore)
                inYear++;
            if (months.IndexOf(act.At) is >= 0 and var month)
                _acts[month]++;
        }

        if (first == long.MaxValue)
            return;
        Buyers += inYear > 0 ? 1 : 0;
        Again += inYear > 1 ? 1 : 0;
        if (first > _cameAfter && first <= _cameUntil)
        {
            Came++;
            CameTwice += second != long.MaxValue && new Instant(second) - new Instant(first) <= TimeSpan.FromDays(SecondVisitDays) ? 1 : 0;
        }

        for (var month = 0; month < _acts.Length; month++)
        {
            BuyersOf[month] += _acts[month] > 0 ? 1 : 0;
            ReturningOf[month] += _acts[month] > 1 || (_acts[month] == 1 && first < months.StartOf(month)) ? 1 : 0;
        }
    }
}
