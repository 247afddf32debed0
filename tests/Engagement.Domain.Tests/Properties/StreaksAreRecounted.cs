using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Recounts;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class StreaksAreRecounted
{
    private static readonly Arbitrary<Policy> Streaks =
        (from points in Terms.Points
         from freezes in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 4), Gen.Choose(5, 30))
         select Lives.Quiet with { Points = points, Streak = new StreakPolicy { FreezesPerMonth = freezes } }).ToArbitrary();

    [Fact]
    public void Runs_totals_freezes_and_points_are_what_a_recount_of_the_days_finds() =>
        Law.Holds(SignIns.Any, Streaks, (signIns, policy) =>
        {
            var life = In(signIns, policy);
            var days = new List<DateOnly>();
            foreach (var (day, at) in signIns.InOrder)
            {
                SignIn(life, days.Count, at, at);
                days.Add(day);
                AssertRecount(life, new NaiveStreak(policy, days), policy, day);
            }
        });

    [Fact]
    public void A_terminal_that_was_offline_for_two_days_at_most_costs_her_nothing() =>
        Law.Holds(SignIns.Any, Terms.Points.ToArbitrary(), (signIns, points) =>
        {
            var policy = Lives.Quiet with { Points = points };
            var chance = new Random(signIns.Local.Count);
            var inOrder = signIns.InOrder.ToList();
            var uploaded = inOrder
                .OrderBy(signIn => signIn.At + TimeSpan.FromHours(48) * chance.NextDouble())
                .ToList();

            var (ordered, mended) = (In(signIns, policy), In(signIns, policy));
            for (var index = 0; index < inOrder.Count; index++)
            {
                SignIn(ordered, index, inOrder[index].At, inOrder[^1].At);
                SignIn(mended, index, uploaded[index].At, inOrder[^1].At);
            }

            Assert.Equal(ordered.Member.Streak, mended.Member.Streak);
            Assert.Equal(ordered.Member.Points, mended.Member.Points);
        });

    [Fact]
    public void What_is_uploaded_later_still_adds_to_the_total_and_never_to_runs_or_points() =>
        Law.Holds(SignIns.Any, Streaks, (signIns, policy) =>
        {
            var life = In(signIns, policy);
            var inOrder = signIns.InOrder.ToList();
            SignIn(life, 0, inOrder[^1].At, inOrder[^1].At);
            var before = life.Member;
            var tooLate = inOrder.Where(signIn => inOrder[^1].At - signIn.At > TimeSpan.FromHours(48) && signIn.Day != inOrder[^1].Day).ToList();
            foreach (var (index, signIn) in tooLate.Index())
                SignIn(life, index + 1, signIn.At, inOrder[^1].At);

            Assert.Equal(1 + tooLate.Select(signIn => signIn.Day).Distinct().Count(), life.Member.Streak.Total);
            Assert.Equal((before.Streak.Longest, before.Points), (life.Member.Streak.Longest, life.Member.Points));
            Assert.True(before.Streak.Runs.SequenceEqual(life.Member.Streak.Runs));
        });

    private static void AssertRecount(Life life, NaiveStreak recount, Policy policy, DateOnly day)
    {
        var streak = life.Member.Streak;
        Assert.Equal((recount.Total, recount.Longest, recount.Points), (streak.Total, streak.Longest, life.Member.Points));
        for (var later = 0; later < 70; later += 3)
            Assert.Equal((later, recount.CurrentOn(day.AddDays(later))), (later, streak.CurrentOn(day.AddDays(later), policy.Streak)));
    }

    private static Life In(SignIns signIns, Policy policy) =>
        new(ChainRules.Default with { Chain = new(policy, signIns.TimeZone) });

    private static void SignIn(Life life, int number, Instant at, Instant clock) =>
        Assert.IsType<Decision.Accepted>(life.Send(new CheckIn(Deeds.Key(number), at, null), clock));
}
