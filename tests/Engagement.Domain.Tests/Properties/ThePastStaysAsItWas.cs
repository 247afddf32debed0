using Engagement.Domain.Members;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class ThePastStaysAsItWas
{
    private static readonly Arbitrary<int> Parts = Gen.Choose(0, 1000).ToArbitrary();

    [Fact]
    public void Whoever_lived_in_order_looks_at_any_past_instant_like_one_of_whom_no_more_was_ever_told() =>
        Law.Holds(Histories.Any, Parts, (history, part) =>
        {
            var whole = new Life(history.Chain).Live(history.Acts).Until(history.End + TimeSpan.FromDays(400));
            var at = InstantOf(history, part);
            var unaware = new Life(history.Chain).Live(history.Acts.Where(act => act.At <= at)).Until(at);

            var then = Hindsight.At(whole.Member, whole.Events, at, out var told);

            Assert.Equal(unaware.Member.Stage is null ? null : unaware.Member, then);
            if (then is null)
                return;
            var rules = history.Chain.For(then.Home);
            Assert.Equal(unaware.Events.Count, told);
            Assert.Equal(
                Passage.NextDue(rules, unaware.Member),
                Passage.NextDue(rules, then with { LivedThrough = Instant.Later(then.LivedThrough, at) }));
        });

    [Fact]
    public void Her_counted_acts_of_the_past_are_those_she_remembered_then() =>
        Law.Holds(Histories.Any, Parts, (history, part) =>
        {
            var whole = new Life(history.Chain).Live(history.Acts);
            var at = InstantOf(history, part);
            var unaware = new Life(history.Chain).Live(history.Acts.Where(act => act.At <= at));

            var acts = Hindsight.ActsAt(whole.Events, at, at);

            Assert.Equal(unaware.Member.Acts.Recent.Select(act => (act.Number, act.At, act.Paid)), acts.Recent.Select(act => (act.Number, act.At, act.Paid)));
            Assert.Equal(unaware.Member.Acts.Forgotten, acts.Forgotten);
        });

    [Fact]
    public void In_whatever_order_her_acts_arrive_all_that_has_happened_is_hers_at_the_end() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var life = new Life(history.Chain);
            foreach (var (act, clock) in history.Arriving(delays))
                life.Send(act, clock);

            var now = Hindsight.At(life.Member, life.Events, life.Member.LivedThrough, out var told);

            Assert.Equal(life.Member.Stage is null ? null : life.Member, now);
            Assert.Equal(life.Events.Count, told);
        });

    // Now and then just the instant of an act, or of what followed from time.
    private static Instant InstantOf(History history, int part) => history.Acts.Count == 0 ? history.End
        : part < history.Acts.Count ? history.Acts[part].At!.Value
        : history.Acts[0].At!.Value + (history.End + TimeSpan.FromDays(200) - history.Acts[0].At!.Value) * (part / 1000.0);
}
