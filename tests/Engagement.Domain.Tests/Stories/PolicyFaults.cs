using System.Collections.Immutable;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Properties;
using Engagement.Domain.Value;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Stories;

public class PolicyFaults
{
    public static TheoryData<Policy, string> Faulty => new()
    {
        { Stages(new() { DormantAfterDays = 0 }), "stages.dormantAfterDays: must be between 1 and 730, not 0" },
        { Stages(new() { LostAfterDays = 1461 }), "stages.lostAfterDays: must be between 2 and 1460, not 1461" },
        {
            Stages(new() { LostAfterDays = 90 }),
            "stages.lostAfterDays: must be more than stages.dormantAfterDays: a member is dormant before she is lost"
        },
        { Stages(new() { Effective = new(1, 90) }), "stages.effective.visits: must be between 2 and 100, not 1" },
        { Stages(new() { Active = new(3, 731) }), "stages.active.withinDays: must be between 1 and 730, not 731" },
        { Stages(new() { Loyal = new(2, 180) }), "stages.loyal.visits: must not be fewer than stages.active.visits" },
        { Stages(new() { Effective = new(4, 90) }), "stages.active.visits: must not be fewer than stages.effective.visits" },
        {
            Stages(new() { SecondVisitOverdueAfterDays = 0 }),
            "stages.secondVisitOverdueAfterDays: must be between 1 and 730, not 0"
        },
        { Stages(new() { SlippingWithinDays = -1 }), "stages.slippingWithinDays: must be between 0 and 730, not -1" },
        { Policy.Default with { Value = new ValuePolicy { WindowDays = 0 } }, "value.windowDays: must be between 1 and 730, not 0" },
        { Points(new() { PerCurrencyUnit = -0.01m }), "points.perCurrencyUnit: must be between 0 and 1000" },
        { Points(new() { SignIn = -1 }), "points.signIn: must be between 0 and 1000000, not -1" },
        { Points(new() { StreakBonus = 1_000_001 }), "points.streakBonus: must be between 0 and 1000000, not 1000001" },
        { Points(new() { StreakBonusEveryDays = 1 }), "points.streakBonusEveryDays: must be between 2 and 366, not 1" },
        { Points(Earning(" ", 1)), "points.acts: an act's name must have 1 to 64 characters" },
        { Points(Earning("share", -5)), "points.acts.share.points: must be between 0 and 1000000, not -5" },
        { Streak(new() { FreezesPerMonth = 31 }), "streak.freezesPerMonth: must be between 0 and 30, not 31" },
        { Streak(new() { LateUploadHours = 169 }), "streak.lateUploadHours: must be between 0 and 168, not 169" },
        { Policy.Default with { TimeZone = "Mars/Olympus" }, "timeZone: 'Mars/Olympus' is no IANA time zone" },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_a_policy_is_said_with_the_field_and_the_reason(Policy policy, string expected)
    {
        var fault = Assert.Single(PolicyValidation.Validate(policy));
        Assert.Equal(expected, $"{fault.Path}: {fault.Why}");
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var policy = Stages(new() { DormantAfterDays = 0, SlippingWithinDays = -1 }) with { TimeZone = "" };
        Assert.Equal(
            ["stages.dormantAfterDays", "stages.slippingWithinDays", "timeZone"],
            PolicyValidation.Validate(policy).Select(fault => fault.Path));
    }

    [Fact]
    public void The_defaults_and_every_policy_the_properties_are_tried_on_are_faultless()
    {
        Assert.Empty(PolicyValidation.Validate(Policy.Default));
        Law.Holds(Terms.Any.ToArbitrary(), policy => Assert.Empty(PolicyValidation.Validate(policy)));
    }

    private static Policy Stages(StagePolicy stages) => Policy.Default with { Stages = stages };

    private static Policy Points(PointsPolicy points) => Policy.Default with { Points = points };

    private static Policy Streak(StreakPolicy streak) => Policy.Default with { Streak = streak };

    private static PointsPolicy Earning(string act, int points) =>
        new() { Acts = ImmutableSortedDictionary<string, ActRule>.Empty.Add(act, new(points)) };
}
