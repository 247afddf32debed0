using System.Collections.Immutable;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;

namespace Engagement.Domain.Policies;

/// <summary>One thing that is wrong with a policy: where (a JSON path) and why, in words a person understands.</summary>
public sealed record PolicyFault(string Path, string Why);

/// <summary>Finds what would make a policy meaningless or unsafe. See docs/domain §4 to §7.</summary>
public static class PolicyValidation
{
    /// <summary>The longest window a policy may look back over, in days; members remember their visits this long.</summary>
    public const int LongestWindowDays = 730;

    /// <summary>All faults of <paramref name="policy"/>; empty when it may be used.</summary>
    public static ImmutableArray<PolicyFault> Validate(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var faults = ImmutableArray.CreateBuilder<PolicyFault>();
        Stages(policy.Stages, faults);
        InRange("value.windowDays", policy.Value.WindowDays, 1, LongestWindowDays, faults);
        Points(policy, faults);
        // 31 would forgive every day there is: no run would ever break, and a gap of years would be one list of days.
        InRange("streak.freezesPerMonth", policy.Streak.FreezesPerMonth, 0, 30, faults);
        InRange("streak.lateUploadHours", policy.Streak.LateUploadHours, 0, 24 * 7, faults);
        faults.AddRange(Templates.Faults(policy.Recall));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(policy.TimeZone, out _))
            faults.Add(new("timeZone", $"'{policy.TimeZone}' is no IANA time zone"));
        return faults.ToImmutable();
    }

    private static void Stages(StagePolicy stages, ImmutableArray<PolicyFault>.Builder faults)
    {
        InRange("stages.dormantAfterDays", stages.DormantAfterDays, 1, LongestWindowDays, faults);
        InRange("stages.lostAfterDays", stages.LostAfterDays, 2, 2 * LongestWindowDays, faults);
        if (stages.LostAfterDays <= stages.DormantAfterDays)
            faults.Add(new("stages.lostAfterDays", "must be more than stages.dormantAfterDays: a member is dormant before she is lost"));
        foreach (var (name, rung) in new[] { ("loyal", stages.Loyal), ("active", stages.Active), ("effective", stages.Effective) })
        {
            InRange($"stages.{name}.visits", rung.Visits, 2, 100, faults);
            InRange($"stages.{name}.withinDays", rung.WithinDays, 1, LongestWindowDays, faults);
        }

        if (stages.Loyal.Visits < stages.Active.Visits)
            faults.Add(new("stages.loyal.visits", "must not be fewer than stages.active.visits"));
        if (stages.Active.Visits < stages.Effective.Visits)
            faults.Add(new("stages.active.visits", "must not be fewer than stages.effective.visits"));
        InRange("stages.secondVisitOverdueAfterDays", stages.SecondVisitOverdueAfterDays, 1, LongestWindowDays, faults);
        InRange("stages.slippingWithinDays", stages.SlippingWithinDays, 0, LongestWindowDays, faults);
    }

    private static void Points(Policy policy, ImmutableArray<PolicyFault>.Builder faults)
    {
        var points = policy.Points;
        if (points.PerCurrencyUnit is < 0 or > 1000)
            faults.Add(new("points.perCurrencyUnit", "must be between 0 and 1000"));
        InRange("points.signIn", points.SignIn, 0, 1_000_000, faults);
        InRange("points.streakBonus", points.StreakBonus, 0, 1_000_000, faults);
        InRange("points.streakBonusEveryDays", points.StreakBonusEveryDays, 2, 366, faults);
        foreach (var (name, rule) in points.Acts)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > 64)
                faults.Add(new("points.acts", "an act's name must have 1 to 64 characters"));
            if (rule is null)
                faults.Add(new($"points.acts.{name}", "must be an object such as {\"points\": 5}"));
            else
                InRange($"points.acts.{name}.points", rule.Points, 0, 1_000_000, faults);
        }
    }

    private static void InRange(string path, int value, int from, int to, ImmutableArray<PolicyFault>.Builder faults)
    {
        if (value < from || value > to)
            faults.Add(new(path, $"must be between {from} and {to}, not {value}"));
    }
}
