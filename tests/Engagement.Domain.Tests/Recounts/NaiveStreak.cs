using Engagement.Domain.Policies;

namespace Engagement.Domain.Tests.Recounts;

/// <summary>Sign-ins recounted from the bare days, oldest first, with a purse of freezes for each month (docs/domain §7).</summary>
internal sealed class NaiveStreak
{
    private readonly List<List<DateOnly>> runs = [];
    private readonly Dictionary<(int Year, int Month), int> spent = [];
    private readonly Policy policy;

    public NaiveStreak(Policy policy, IEnumerable<DateOnly> signedIn)
    {
        this.policy = policy;
        foreach (var day in signedIn.Distinct().Order())
        {
            if (runs.Count > 0 && Forgiven(runs[^1][^1], day, spend: true))
                runs[^1].Add(day);
            else
                runs.Add([day]);
        }
    }

    public int Total => runs.Sum(run => run.Count);

    public int Longest => runs.Count == 0 ? 0 : runs.Max(run => run.Count);

    public long Points => (long)Total * policy.Points.SignIn
        + runs.Sum(run => run.Count / policy.Points.StreakBonusEveryDays * (long)policy.Points.StreakBonus);

    public int CurrentOn(DateOnly today) =>
        runs.Count > 0 && (runs[^1][^1] >= today || Forgiven(runs[^1][^1], today, spend: false)) ? runs[^1].Count : 0;

    private bool Forgiven(DateOnly from, DateOnly to, bool spend)
    {
        var missed = new Dictionary<(int, int), int>();
        for (var day = from.AddDays(1); day < to; day = day.AddDays(1))
            missed[(day.Year, day.Month)] = missed.GetValueOrDefault((day.Year, day.Month)) + 1;
        if (missed.Any(month => month.Value + spent.GetValueOrDefault(month.Key) > policy.Streak.FreezesPerMonth))
            return false;
        if (spend)
        {
            foreach (var (month, days) in missed)
                spent[month] = spent.GetValueOrDefault(month) + days;
        }

        return true;
    }
}
