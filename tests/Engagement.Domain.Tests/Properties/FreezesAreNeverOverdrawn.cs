using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class FreezesAreNeverOverdrawn
{
    private static readonly Arbitrary<StreakPolicy> Generous =
        (from freezes in Gen.Choose(1, 6)
         from hours in Gen.Elements(24, 48, 168)
         select new StreakPolicy { FreezesPerMonth = freezes, LateUploadHours = hours }).ToArbitrary();

    [Fact]
    public void In_whatever_order_sign_ins_arrive_no_month_forgives_more_than_its_allowance_and_no_day_counts_twice() =>
        Law.Holds(SignIns.Any, Generous, (signIns, streak) =>
        {
            var policy = Lives.Quiet with { Streak = streak };
            var life = new Life(ChainRules.Default with { Chain = new(policy, signIns.TimeZone) });
            var chance = new Random(signIns.Local.Count);
            var uploads = signIns.InOrder.OrderBy(signIn => signIn.At + TimeSpan.FromHours(streak.LateUploadHours) * chance.NextDouble());
            foreach (var (index, signIn) in uploads.Index())
            {
                life.Send(new CheckIn(Deeds.Key(index), signIn.At, null), signIn.At + TimeSpan.FromDays(30));
                AssertSound(life.Member.Streak, streak);
            }

            Assert.Equal(signIns.InOrder.Select(signIn => signIn.Day).Distinct().Count(), life.Member.Streak.Total);
            var runs = life.Member.Streak.Runs;
            if (runs.Sum(run => run.Length) == life.Member.Streak.Total)
                Assert.Equal(DueTo(runs, policy.Points), life.Member.Points);
        });

    private static void AssertSound(Streak streak, StreakPolicy policy)
    {
        var months = streak.Runs.SelectMany(run => run.Frozen).GroupBy(day => (day.Year, day.Month));
        Assert.All(months, month => Assert.True(month.Count() <= policy.FreezesPerMonth));
        Assert.All(streak.Runs, run =>
        {
            Assert.All(run.Frozen, day => Assert.True(day > run.First && day < run.Last));
            Assert.Equal(run.Frozen.Distinct().Order(), run.Frozen);
        });
        Assert.All(streak.Runs.Zip(streak.Runs.Skip(1)), pair => Assert.True(pair.First.Last.DayNumber + 1 < pair.Second.First.DayNumber));
    }

    // What a run had earned before it was mended counts towards what the mended run is due.
    private static long DueTo(IEnumerable<SignInRun> runs, PointsPolicy points) =>
        runs.Sum(run => run.Length * points.SignIn + run.Length / points.StreakBonusEveryDays * (long)points.StreakBonus);
}
