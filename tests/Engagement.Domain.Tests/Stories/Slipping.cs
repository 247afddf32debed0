using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Stories;

public class Slipping
{
    // A gym: its members come twice a week and hardly ever leave.
    private static readonly ForecastParameters Gym = new(4, 2, 0.4, 40);

    [Fact]
    public void Without_a_forecast_she_is_flagged_two_weeks_before_she_falls()
    {
        var life = Lives.ByDefault();
        life.Visits("2021-01-01");
        life.Until("2021-04-15");

        Assert.Contains("2021-03-18T00:00:00Z + Slipping", life.Flags());
    }

    [Fact]
    public void Somebody_who_may_well_come_before_she_falls_is_not_flagged_until_that_is_less_likely_than_the_policy_says()
    {
        // A gym calls loyal who came five times within 40 days: she comes every week, so the fall is never far.
        var life = With(Gym, 0.5m, new() { Loyal = new(5, 40) });
        for (var week = 0; week < 20; week++)
            life.Visits((Told.Instant("2021-01-01T18:00") + TimeSpan.FromDays(7 * week)).ToString());
        Assert.DoesNotContain(life.Flags(), line => line.EndsWith("+ Slipping", StringComparison.Ordinal));
        var fall = Passage(life);
        life.Until(fall - TimeSpan.FromDays(1));
        var flagged = life.Last<Engagement.Domain.Stages.FlagRaised>();

        Assert.True(flagged.At > fall - TimeSpan.FromDays(14), $"{flagged.At} is two weeks before {fall}");
        Assert.Equal(0, (fall - flagged.At).Ticks % TimeSpan.TicksPerDay);
        var rhythm = VisitRhythm.At(life.Member.Acts, TimeZoneInfo.Utc, flagged.At)!.Value;
        Assert.True(Forecast.Comes(life.Rules.Chain.Forecast!, rhythm, (fall - flagged.At).TotalDays / 7) < 0.5);
        Assert.True(Forecast.Comes(life.Rules.Chain.Forecast!, rhythm with { Days = rhythm.Days - 1 }, ((fall - flagged.At).TotalDays + 1) / 7) >= 0.5);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_policy_flags_nobody_or_everybody_who_is_about_to_fall(int below, bool isFlagged)
    {
        var life = With(Gym, below);
        life.Visits("2021-01-01");
        life.Until("2021-03-31");

        Assert.Equal(isFlagged, life.Flags().Any(line => line.EndsWith("+ Slipping", StringComparison.Ordinal)));
    }

    private static Instant Passage(Life life) =>
        Stages.Lifecycle.FallsAt(life.Rules.Chain.Policy.Stages, life.Member.Acts, life.Member.Stage!.Value)!.Value;

    private static Life With(ForecastParameters forecast, decimal below, Stages.StagePolicy? stages = null)
    {
        var policy = Lives.Quiet with { Value = new() { SlippingBelow = below }, Stages = stages ?? new() };
        return new((ChainRules.Default with { Chain = new(policy, TimeZoneInfo.Utc) }).With(forecast));
    }
}
