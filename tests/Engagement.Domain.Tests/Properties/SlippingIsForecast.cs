using Engagement.Domain.Members;
using Engagement.Domain.Stages;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

/// <summary>With a forecast all laws of time hold as without one.</summary>
public class SlippingIsForecast
{
    private static readonly Gen<ForecastParameters> Parameters =
        from r in Gen.Elements(0.1, 0.5, 2, 10)
        from alpha in Gen.Elements(0.3, 2, 8, 40)
        from a in Gen.Elements(0.05, 0.8, 2)
        from b in Gen.Elements(0.5, 3, 20)
        select new ForecastParameters(r, alpha, a, b);

    private static readonly Arbitrary<(ForecastParameters Parameters, decimal Below, int Seed)> Cases = (
        from parameters in Parameters
        from below in Gen.Elements(0m, 0.05m, 0.3m, 0.5m, 0.5m, 0.9m, 0.99m, 1m)
        from seed in Gen.Choose(0, int.MaxValue)
        select (parameters, below, seed)).ToArbitrary();

    [Fact]
    public void One_step_to_the_end_tells_the_same_as_many() =>
        Law.Holds(Histories.Any, Cases, (history, forecast) =>
        {
            history = Forecast(history, forecast);
            var end = history.End + TimeSpan.FromDays(1500);
            var inOneStep = new Life(history.Chain) { Delivers = false }.Live(history.Acts).InOneStepUntil(end);

            var inManySteps = new Life(history.Chain) { Delivers = false };
            var chance = new Random(forecast.Seed);
            var start = history.Acts.Count > 0 ? history.Acts[0].At!.Value : end - TimeSpan.FromDays(1);
            foreach (var command in Enumerable.Range(0, 300).Select(_ => (MemberCommand)new Advance(start + (end - start) * chance.NextDouble()))
                .Append(new Advance(end)).Concat(history.Acts).OrderBy(At))
                inManySteps.Send(command, At(command));

            Assert.Equal(inOneStep.Events.Select(told => told.ToString()), inManySteps.Events.Select(told => told.ToString()));
            Assert.Equal(inOneStep.Member, inManySteps.Member);
        });

    [Fact]
    public void She_is_woken_at_the_instant_at_which_the_flag_is_raised() =>
        Law.Holds(Histories.Any, Cases, (history, forecast) =>
        {
            var life = new Life(Forecast(history, forecast).Chain).Live(history.Acts);
            // A tier comes up again every year, for ever.
            var horizon = history.End + TimeSpan.FromDays(12 * 366);
            while (Passage.NextDue(life.Rules.For(life.Member.Home), life.Member) is { } due && due <= horizon)
            {
                var told = life.Events.Count;
                life.Until(due - Instant.Resolution);
                Assert.Equal(told, life.Events.Count);
                life.Until(due);
                Assert.NotEmpty(life.Events.Skip(told));
            }
        });

    [Fact]
    public void Whoever_is_flagged_would_have_been_flagged_without_a_forecast_too() =>
        Law.Holds(Histories.Any, Cases, (history, forecast) =>
        {
            var (with, without) = (new Life(Forecast(history, forecast).Chain), new Life(history.Chain));
            foreach (var act in history.Acts)
            {
                with.Send(act, act.At!.Value);
                without.Send(act, act.At!.Value);
                Assert.Equal(AttentionFlags.None, with.Member.Flags & ~without.Member.Flags);
                Assert.Equal(without.Member.Stage, with.Member.Stage);
                if (forecast.Below == 1)
                    Assert.Equal(without.Member.Flags, with.Member.Flags);
            }
        });

    private static Instant At(MemberCommand command) => (command as ActCommand)?.At ?? ((Advance)command).To;

    private static History Forecast(History history, (ForecastParameters Parameters, decimal Below, int Seed) forecast) => history with
    {
        Chain = (history.Chain with
        {
            Chain = Below(history.Chain.Chain, forecast.Below),
            Stores = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                history.Chain.Stores, store => store.Key, store => Below(store.Value, forecast.Below)),
        }).With(forecast.Parameters),
    };

    private static Policies.Rules Below(Policies.Rules rules, decimal below) =>
        rules with { Policy = rules.Policy with { Value = rules.Policy.Value with { SlippingBelow = below } } };
}
