using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;
using Engagement.Hosting.Demo.Lives;

namespace Engagement.Hosting.Tests.Demo;

public sealed class LifeTests
{
    private static readonly Instant Start = Instant.FromDateTimeOffset(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private static readonly Population People = new(seed: 11, members: 400, Start);

    [Fact]
    public void The_same_seed_and_number_live_the_same_life()
    {
        var again = new Population(seed: 11, members: 400, Start);

        for (var number = 1; number <= 450; number++)
            Assert.Equal(People.LifeOf(number).Take(300), again.LifeOf(number).Take(300));
    }

    [Fact]
    public void Another_seed_is_another_life()
    {
        var others = new Population(seed: 12, members: 400, Start);

        Assert.DoesNotContain(
            Enumerable.Range(1, 450),
            number => People.LifeOf(number).First().At == others.LifeOf(number).First().At);
    }

    [Fact]
    public void A_life_is_told_in_order_under_ids_of_its_own()
    {
        HashSet<string> ids = [];
        for (var number = 1; number <= 450; number++)
        {
            var earlier = new Instant(long.MinValue);
            foreach (var act in People.LifeOf(number).Take(300))
            {
                Assert.True(act.At >= earlier);
                Assert.Equal(act.At, act.Command.At);
                Assert.True(ids.Add(act.Command.Key.Id));
                earlier = act.At;
            }
        }
    }

    [Fact]
    public void It_begins_with_joining_in_the_past_or_as_a_newcomer()
    {
        for (var number = 1; number <= 450; number++)
        {
            var first = People.LifeOf(number).First();
            Assert.IsType<Join>(first.Command);
            Assert.InRange((first.At - Start).TotalDays, -Population.PastDays - 1, 60);
            if (number <= 400)
                Assert.True(first.At < Start);
            if (number > People.LastOfPast)
                Assert.True(first.At >= Start);
        }
    }

    [Fact]
    public void Stores_are_visited_when_they_are_open()
    {
        var stores = DemoStore.All.ToDictionary(store => store.Store.Id);
        var inStore = Enumerable.Range(1, 450).SelectMany(number => People.LifeOf(number).Take(300))
            .Where(act => act.Command is Join or Visit or Purchase or Refund).ToList();

        Assert.Equal(DemoStore.All.Count, inStore.Select(act => act.Command.Store).Distinct().Count());
        Assert.All(inStore, act =>
        {
            var store = stores[act.Command.Store!.Value];
            var local = TimeZoneInfo.ConvertTime(act.At.ToDateTimeOffset(), store.Zone);
            Assert.True(store.IsOpenOn(store.DayOf(act.At)), $"{local:O} at {store.Store.Id}");
            Assert.InRange(local.TimeOfDay, TimeSpan.FromHours(store.Opens), TimeSpan.FromHours(store.Closes));
        });
    }

    [Fact]
    public void Some_sign_in_day_after_day()
    {
        var longest = Enumerable.Range(1, 400)
            .Select(number => LongestRun(People.LifeOf(number).TakeWhile(act => act.At < Start)))
            .Max();

        Assert.InRange(longest, 30, Population.PastDays);
    }

    [Fact]
    public void Some_are_brought_by_friends_who_joined_before_them_and_a_few_bring_many()
    {
        var people = new Population(seed: 11, members: 1_200, Start);
        var joined = Enumerable.Range(1, 1_200).Select(number => people.LifeOf(number).First()).ToDictionary(act => act.Member);

        var brought = joined.Values.Where(act => ((Join)act.Command).Referrer is not null).ToList();

        Assert.InRange(brought.Count / (double)joined.Count, 0.06, 0.15);
        Assert.All(brought, act => Assert.True(joined[((Join)act.Command).Referrer!.Value].At < act.At));
        Assert.InRange(brought.CountBy(act => ((Join)act.Command).Referrer!.Value).Max(friends => friends.Value), 5, 30);
        // Some of those were brought themselves.
        Assert.Contains(brought, act => ((Join)joined[((Join)act.Command).Referrer!.Value].Command).Referrer is not null);
    }

    [Fact]
    public void Some_take_goods_for_their_points_and_some_pay_with_them()
    {
        var redeemed = Enumerable.Range(1, 450).SelectMany(number => People.LifeOf(number).Take(300))
            .Select(act => act.Command).OfType<RedeemPoints>().ToList();

        Assert.Contains(redeemed, command => command.Goods is not null);
        Assert.Contains(redeemed, command => command.Points >= 100);
    }

    private static int LongestRun(IEnumerable<DemoAct> acts)
    {
        var (run, longest, last) = (0, 0, default(DateOnly));
        foreach (var act in acts.Where(act => act.Command is CheckIn))
        {
            var day = DemoStore.All.Single(store => store.Store.Id == act.Command.Store).DayOf(act.At);
            run = day == last.AddDays(1) ? run + 1 : 1;
            (longest, last) = (Math.Max(longest, run), day);
        }

        return longest;
    }
}
