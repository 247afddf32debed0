using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Erasure;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Tiers;

namespace Engagement.Domain.Policies;

/// <summary>One thing that is wrong with a policy: where (a JSON path) and why, in words a person understands.</summary>
public sealed record PolicyFault(string Path, string Why);

/// <summary>Finds what would make a policy meaningless or unsafe. See docs/domain §4 to §9.</summary>
public static class PolicyValidation
{
    /// <summary>The longest window a policy may look back over, in days; members remember their visits this long.</summary>
    public const int LongestWindowDays = 730;

    /// <summary>All faults of <paramref name="policy"/>; empty when it may be used.</summary>
    public static ImmutableArray<PolicyFault> Validate(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var faults = new PolicyFaults();
        Check(policy, faults);
        return faults.ToImmutable();
    }

    /// <summary>The bounds that <paramref name="policy"/> is checked against.</summary>
    internal static ImmutableArray<PolicyBound> Bounds(Policy policy)
    {
        var faults = new PolicyFaults { Bounds = [] };
        Check(policy, faults);
        return [.. faults.Bounds];
    }

    private static void Check(Policy policy, PolicyFaults faults)
    {
        Stages(policy.Stages, faults);
        ValueValidation.Validate(policy.Value, faults);
        Points(policy, faults);
        TiersValidation.Validate(policy.Tiers, faults);
        BenefitsValidation.Validate(policy.Benefits, faults);
        ReferralValidation.Validate(policy.Referral, faults);
        // 31 would forgive every day there is: no run would ever break, and a gap of years would be one list of days.
        faults.InRange("streak.freezesPerMonth", policy.Streak.FreezesPerMonth, 0, 30);
        faults.InRange("streak.lateUploadHours", policy.Streak.LateUploadHours, 0, 24 * 7);
        RecallValidation.Validate(policy.Recall, faults);
        CareValidation.Validate(policy.Care, faults);
        CardsValidation.Validate(policy.Cards, faults);
        RetentionValidation.Validate(policy.Retention, faults);
        foreach (var fault in Templates.Faults(policy.Recall))
            faults.Add(fault.Path, fault.Why);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(policy.TimeZone, out _))
            faults.Add("timeZone", $"'{policy.TimeZone}' is no IANA time zone");
    }

    private static void Stages(StagePolicy stages, PolicyFaults faults)
    {
        faults.InRange("stages.dormantAfterDays", stages.DormantAfterDays, 1, LongestWindowDays);
        faults.InRange("stages.lostAfterDays", stages.LostAfterDays, 2, 2 * LongestWindowDays);
        if (stages.LostAfterDays <= stages.DormantAfterDays)
            faults.Add("stages.lostAfterDays", "must be more than stages.dormantAfterDays: a member is dormant before she is lost");
        foreach (var (name, rung) in new[] { ("loyal", stages.Loyal), ("active", stages.Active), ("effective", stages.Effective) })
        {
            faults.InRange($"stages.{name}.visits", rung.Visits, 2, 100);
            faults.InRange($"stages.{name}.withinDays", rung.WithinDays, 1, LongestWindowDays);
        }

        if (stages.Loyal.Visits < stages.Active.Visits)
            faults.Add("stages.loyal.visits", "must not be fewer than stages.active.visits");
        if (stages.Active.Visits < stages.Effective.Visits)
            faults.Add("stages.active.visits", "must not be fewer than stages.effective.visits");
        faults.InRange("stages.secondVisitOverdueAfterDays", stages.SecondVisitOverdueAfterDays, 1, LongestWindowDays);
        faults.InRange("stages.slippingWithinDays", stages.SlippingWithinDays, 0, LongestWindowDays);
    }

    private static void Points(Policy policy, PolicyFaults faults)
    {
        var points = policy.Points;
        faults.InRange("points.perCurrencyUnit", points.PerCurrencyUnit, 0m, 1000m);
        faults.InRange("points.signIn", points.SignIn, 0, 1_000_000);
        faults.InRange("points.streakBonus", points.StreakBonus, 0, 1_000_000);
        faults.InRange("points.streakBonusEveryDays", points.StreakBonusEveryDays, 2, 366);
        faults.InRange("points.expireAfterMonths", points.ExpireAfterMonths, 0, 1200);
        faults.InRange("points.pendingDays", points.PendingDays, 0, 1098);
        faults.InRange("points.pointsPerFeeUnit", points.PointsPerFeeUnit, 1, 1_000_000);
        foreach (var (name, goods) in points.Goods)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > 64)
                faults.Add("points.goods", "the name of goods must have 1 to 64 characters");
            if (goods is null)
                faults.Add($"points.goods.{name}", "must be an object such as {\"points\": 500}");
            else
                faults.InRange($"points.goods.{name}.points", goods.Points, 1, 1_000_000_000);
            faults.Text($"points.goods.{name}.title", goods?.Title);
        }

        foreach (var (name, rule) in points.Acts)
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > 64)
                faults.Add("points.acts", "an act's name must have 1 to 64 characters");
            if (rule is null)
                faults.Add($"points.acts.{name}", "must be an object such as {\"points\": 5}");
            else
                faults.InRange($"points.acts.{name}.points", rule.Points, 0, 1_000_000);
        }
    }
}
