using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class LotsAreRecounted
{
    private static readonly Arbitrary<Deed[]> Books = Gen.ArrayOf(
        from kind in Gen.Choose(0, 9)
        from hours in Gen.OneOf(Gen.Choose(0, 48), Gen.Choose(0, 24 * 120))
        from cents in Gen.Choose(0, 6_000)
        from pick in Gen.Choose(0, 1000)
        from months in Gen.Elements(0, 1, 3, 12)
        from pending in Gen.Elements(0, 0, 14, 60)
        select new Deed(kind, hours, cents / 100m, pick, months, pending)).ToArbitrary();

    [Fact]
    public void Every_balance_is_the_sum_of_its_lots_and_what_a_bookkeeper_has_in_single_slips() =>
        Law.Holds(Books, deeds =>
        {
            var (life, book, now) = (Lives.ByDefault(), new PointsBook(), Told.Instant("2020-01-31T12:00"));
            var number = 0;
            foreach (var deed in deeds)
            {
                now += TimeSpan.FromHours(deed.Hours);
                var policy = new PointsPolicy { ExpireAfterMonths = deed.Months, PendingDays = deed.Pending };
                life.Rules = Lives.By(Lives.Quiet with { Points = policy }).Rules;
                life.Until(now);
                book.Age(now);
                Assert.Equal(book.UsableAt(now), life.Member.Ledger.UsableAt(now));
                Do(life, book, policy, deed, now, ++number);
                Assert.Equal(book.Balance, life.Member.Points);
                Assert.Equal(life.Member.Ledger.Lots.Sum(lot => lot.Left) - life.Member.Ledger.Debt, life.Member.Points);
                Assert.True(life.Member.Ledger.Debt == 0 || life.Member.Ledger.Lots.IsEmpty, "she owes points and has some");
                Assert.Equal(life.Member.Points, life.Events.Sum(PointsMovement.Of));
            }
        });

    [Fact]
    public void Of_random_lives_every_movement_adds_up_to_the_balance_at_every_position() =>
        Law.Holds(Histories.Any, Histories.Delays, (history, delays) =>
        {
            var life = new Life(history.Chain);
            foreach (var (act, clock) in history.Arriving(delays))
                life.Send(act, clock);
            var (member, balance) = (Member.Unknown, 0L);
            foreach (var told in life.Events)
            {
                (member, balance) = (Evolution.Evolve(member, told), balance + PointsMovement.Of(told));
                Assert.Equal(balance, member.Points);
            }
        });

    private static void Do(Life life, PointsBook book, PointsPolicy policy, Deed deed, Instant now, int number)
    {
        var key = Deeds.Key(number);
        switch (deed.Kind)
        {
            case 0 or 1 or 2:
                life.Send(new Purchase(key, now, null, deed.Amount, $"{number}"), now);
                book.Buy(now, deed.Amount, policy);
                break;
            case 3:
                life.Send(new Behaviours.Act(key, now, null, "share"), now);
                book.Earn(now, 10, policy);
                break;
            case 4 or 5 when life.Member.Ledger.UsableAt(now) is > 0 and var usable:
                var points = 1 + deed.Pick % usable;
                Assert.IsType<Decision.Accepted>(life.Send(new RedeemPoints(key, now, null, points, null), now));
                book.Spend(now, points);
                break;
            case 6:
                var by = deed.Pick - 500;
                life.Send(new AdjustPoints(key, now, null, by, "a check", new("mei")), now);
                if (by > 0)
                    book.Earn(now, by, policy);
                else
                    book.Spend(now, -by);
                break;
            case 7 or 8 or 9 when life.Member.Acts.Recent is { Length: > 0 } bought:
                var act = bought[deed.Pick % bought.Length];
                var amount = deed.Kind == 7 ? act.Paid : Math.Round(act.Paid / 3, 2);
                if (amount > 0m && life.Send(new Refund(key, now, null, act.OrderId, amount), now) is Decision.Accepted)
                    book.GiveBack(act.Number, amount);
                break;
        }
    }

    private sealed record Deed(int Kind, int Hours, decimal Amount, int Pick, int Months, int Pending);
}
