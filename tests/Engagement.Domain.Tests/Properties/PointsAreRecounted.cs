using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Value;

namespace Engagement.Domain.Tests.Properties;

public class PointsAreRecounted
{
    [Fact]
    public void Her_balance_is_what_a_bookkeeper_finds_in_whatever_order_her_acts_arrive() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var (life, ledger) = (new Life(history.Chain), new Ledger());
            foreach (var (act, clock) in history.Arriving(delays))
            {
                if (life.Send(act, clock) is Decision.Accepted)
                    ledger.Enter(life.Rules.For(life.Member.Home).Policy, act);
                Assert.Equal(ledger.PurchasePoints + ledger.BehaviourPoints, life.Member.Points - SignInPoints(life));
            }
        });

    [Fact]
    public void Whoever_gives_everything_back_keeps_not_a_point_of_what_she_bought() =>
        Law.Holds(Histories.Any, history =>
        {
            var life = new Life(history.Chain).Live(history.Acts);
            var earnedElsewhere = life.Events.OfType<Behaviours.Acted>().Sum(told => told.Points) + SignInPoints(life);
            var (number, now) = (1000, history.End);
            while (life.Member.Acts.Recent.LastOrDefault(act => act.IsPurchase) is { IsPurchase: true } bought)
            {
                var all = new Refund(Deeds.Key(number++), now, null, bought.OrderId, bought.OrderId is null ? bought.Paid : null);
                Assert.IsType<Decision.Accepted>(life.Send(all, now));
                Assert.True(number < 1100, "purchases are given back and do not go");
            }

            var forgotten = life.Events.OfType<Purchased>().Sum(told => told.Points)
                - life.Events.OfType<Refunded>().Sum(told => told.Points);
            Assert.Equal(earnedElsewhere + forgotten, life.Member.Points);
            if (life.Member.Acts.Forgotten.Last is null)
                Assert.Equal(0, forgotten);
        });

    [Fact]
    public void Frequency_and_money_are_what_a_bookkeeper_adds_up_over_the_window() =>
        Law.Holds(Histories.Any, history =>
        {
            var (life, ledger) = (new Life(history.Chain), new Ledger());
            foreach (var act in history.Acts)
            {
                if (life.Send(act, act.At!.Value) is Decision.Accepted)
                    ledger.Enter(life.Rules.For(life.Member.Home).Policy, act);
            }

            var policy = new ValuePolicy { WindowDays = 365 };
            var from = history.End - TimeSpan.FromDays(365);
            var expected = new Rfm(
                ledger.Counted.Length == 0 ? null : (history.End - ledger.Counted.Max()).Days,
                ledger.Counted.Count(at => at > from),
                ledger.PaidSince(from));
            Assert.Equal(expected, Rfm.At(policy, life.Member, history.End));
        });

    private static long SignInPoints(Life life) => life.Events.OfType<CheckedIn>().Sum(told => told.Points);
}
