using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class SegmentsAreRecounted
{
    private static readonly Arbitrary<(int Days, TimeSpan Later)> Windows = (
        from days in Gen.Choose(1, 365)
        from later in Gaps.Any
        select (days, later)).ToArbitrary();

    [Fact]
    public void Recency_frequency_and_money_are_those_of_a_recount_of_all_that_was_told() =>
        Law.Holds(Histories.Any, Windows, (history, window) =>
        {
            var (life, ledger) = Lived(history);
            var at = history.End + window.Later;
            if (life.Until(at).Member.Stage is null)
                return;
            var since = at - TimeSpan.FromDays(life.Rules.For(life.Member.Home).Policy.Value.WindowDays);

            var counted = ledger.Counted;
            AssertExactly(life, at, counted.Count(act => act > since), range => new() { Frequency = range });
            AssertExactly(life, at, ledger.PaidSince(since), range => new() { Money = range });
            if (counted.Length > 0)
                AssertExactly(life, at, Math.Floor((decimal)(at - counted.Max()).TotalDays), range => new() { RecencyDays = range });
            else
                Assert.False(Holds(life, at, new() { RecencyDays = new(0m) }));
        });

    [Fact]
    public void Acts_in_a_window_are_as_many_as_a_recount_finds() =>
        Law.Holds(Histories.Any, Windows, (history, window) =>
        {
            var (life, ledger) = Lived(history);
            var at = history.End + window.Later;
            if (life.Until(at).Member.Stage is null)
                return;
            var since = at - TimeSpan.FromDays(window.Days);
            var today = at.LocalDate(life.Rules.For(life.Member.Home).Zone);
            var days = life.Events.OfType<CheckedIn>().Select(signed => signed.Day).Distinct();

            AssertActs(life, at, ActsRemembered.Purchase, window.Days, ledger.CountedOf(purchases: true).Count(act => act > since));
            AssertActs(life, at, ActsRemembered.Visit, window.Days, ledger.CountedOf(purchases: false).Count(act => act > since));
            AssertActs(life, at, ActsRemembered.CheckIn, window.Days, days.Count(day => day > today.AddDays(-window.Days) && day <= today));
            Assert.True(Holds(life, at, Asking(new(ActsRemembered.Purchase, window.Days, SumFrom: ledger.PaidSince(since)))));
            Assert.False(Holds(life, at, Asking(new(ActsRemembered.Purchase, window.Days, SumFrom: ledger.PaidSince(since) + 0.01m))));
        });

    private static void AssertExactly(Life life, Instant at, decimal value, Func<Between, Segment> asking)
    {
        Assert.True(Holds(life, at, asking(new(value, value))));
        Assert.False(Holds(life, at, asking(new(From: value + 0.01m))));
        Assert.False(Holds(life, at, asking(new(To: value - 0.01m))));
    }

    private static void AssertActs(Life life, Instant at, string type, int days, int count)
    {
        Assert.True(Holds(life, at, Asking(new(type, days, count, count))));
        Assert.False(Holds(life, at, Asking(new(type, days, AtLeast: count + 1))));
        Assert.False(Holds(life, at, Asking(new(type, days, AtMost: count - 1))));
    }

    private static Segment Asking(ActsWanted acts) => new() { Acts = [acts] };

    private static bool Holds(Life life, Instant at, Segment segment) =>
        SegmentTest.Holds(segment, life.Rules.For(life.Member.Home), life.Member, null, at);

    private static (Life Life, Ledger Ledger) Lived(History history)
    {
        var life = new Life(history.Chain);
        var ledger = new Ledger();
        foreach (var act in history.Acts)
        {
            if (life.Send(act, act.At!.Value) is Decision.Accepted)
                ledger.Enter(life.Rules.For(life.Member.Home).Policy, act);
        }

        return (life, ledger);
    }
}
