using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class StagesAreCounted
{
    private static readonly Arbitrary<TimeSpan[]> Steps = Gen.ArrayOf(Gaps.Any, 12).ToArbitrary();

    [Fact]
    public void At_any_instant_stage_and_flags_are_what_a_recount_of_the_windows_finds() =>
        Law.Holds(Histories.Any, Steps, (history, steps) =>
        {
            var (life, ledger) = Lived(history);
            var at = history.End;
            foreach (var step in steps)
            {
                at += step;
                life.Until(at);
                AssertRecount(life, ledger, at);
            }
        });

    [Fact]
    public void On_every_turn_of_a_window_stage_and_flags_change_to_the_microsecond() =>
        Law.Holds(Histories.Any, history =>
        {
            var (life, ledger) = Lived(history);
            var rules = life.Rules.For(life.Member.Home);
            var turns = new NaiveLifecycle(rules.Policy.Stages, ledger.Counted).Turns();
            foreach (var turn in turns.Where(turn => turn > history.End).Distinct().Order())
            {
                life.Until(turn - Instant.Resolution);
                AssertRecount(life, ledger, turn - Instant.Resolution);
                life.Until(turn);
                AssertRecount(life, ledger, turn);
            }
        });

    [Fact]
    public void Whatever_order_her_acts_arrive_in_she_stands_in_the_end_where_a_recount_of_all_of_them_puts_her() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var life = new Life(history.Chain);
            var ledger = new Ledger();
            foreach (var (act, clock) in history.Arriving(delays))
            {
                Entered(life, ledger, act, clock);
                AssertRecount(life.Copy().Until(clock), ledger, clock);
            }

            var now = history.End + TimeSpan.FromDays(9_000);
            AssertRecount(life.Until(now), ledger, now);
        });

    private static (Life Life, Ledger Ledger) Lived(History history)
    {
        var life = new Life(history.Chain);
        var ledger = new Ledger();
        foreach (var act in history.Acts)
            Entered(life, ledger, act, act.At!.Value);
        return (life, ledger);
    }

    private static void Entered(Life life, Ledger ledger, ActCommand act, Instant clock)
    {
        if (life.Send(act, clock) is Decision.Accepted)
            ledger.Enter(life.Rules.For(life.Member.Home).Policy, act);
    }

    private static void AssertRecount(Life life, Ledger ledger, Instant at)
    {
        if (life.Member.Stage is not { } stage)
            return;
        var recount = new NaiveLifecycle(life.Rules.For(life.Member.Home).Policy.Stages, ledger.Counted);
        Assert.Equal((at, recount.StageAt(at), recount.FlagsAt(at)), (at, stage, life.Member.Flags));
    }
}
