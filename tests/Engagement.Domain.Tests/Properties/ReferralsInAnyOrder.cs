using Engagement.Domain.Errands;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Referral;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class ReferralsInAnyOrder
{
    private const int People = 6;

    private static readonly Arbitrary<Step[]> Steps = Gen.ArrayOf(
        from kind in Gen.Choose(0, 7)
        from who in Gen.Choose(0, People - 1)
        from whom in Gen.Choose(0, People - 1)
        from lot in Gen.Choose(0, 1000)
        select new Step(kind, $"{who}", $"{whom}", lot)).ToArbitrary();

    // Errands are late, overtake each other and come twice.
    [Fact]
    public void However_errands_come_there_are_no_rings_and_each_reward_is_given_to_both_once() =>
        Law.Holds(Steps, steps =>
        {
            var town = Town.Quiet();
            var onTheWay = new List<Errand>();
            var number = 0;
            var at = Told.Instant("2020-01-01");
            foreach (var step in steps)
            {
                at += TimeSpan.FromMinutes(step.Lot % 3);
                var life = town[step.Who];
                _ = step.Kind switch
                {
                    0 or 1 => life.Send(new Join(Deeds.Key(++number), at, null, Referrer: new(step.Whom)), at),
                    2 => life.Send(new Join(Deeds.Key(++number), at, null), at),
                    3 or 4 => life.Send(new Purchases.Purchase(Deeds.Key(++number), at, null, step.Lot % 4, $"{number}"), at),
                    5 when life.Member.Acts.Recent is [.., { OrderId: { } order }] =>
                        life.Send(new Purchases.Refund(Deeds.Key(++number), at, null, order, null), at),
                    _ => null,
                };
                onTheWay.AddRange(town.Asked().Select(asked => asked.Errand));
                if (step.Kind >= 5 && onTheWay.Count > 0)
                    Bring(town, onTheWay, step.Lot % onTheWay.Count, twice: step.Lot % 5 == 0, at);
            }

            at += TimeSpan.FromDays(1);
            onTheWay.AddRange(town.Asked().Select(asked => asked.Errand));
            // Who never came is not waited for.
            for (var round = 0; round < 5_000 && onTheWay.Count > 0; round++)
            {
                Bring(town, onTheWay, 0, twice: false, at);
                onTheWay.AddRange(town.Asked().Select(asked => asked.Errand));
            }

            var lives = town.All.Where(life => life.Member.Since is not null).ToList();
            var confirmed = lives.Where(life => life.Member.Referral.Standing == ReferralStanding.Confirmed)
                .ToDictionary(life => life.Member.Id, life => life.Member.Referral.Referrer!.Value);
            foreach (var start in confirmed.Keys)
            {
                var (seen, walker) = (new HashSet<MemberId>(), start);
                while (confirmed.TryGetValue(walker, out walker))
                    Assert.True(seen.Add(walker), "a ring of referrals");
            }

            foreach (var life in lives)
            {
                var rewarded = life.Member.Referral.RewardedPurchase > 0;
                if (rewarded)
                    Assert.Contains(life.Member.Acts.Recent, act => act.Number == life.Member.Referral.RewardedPurchase);
                var friends = lives.Count(other => other.Member.Referral is { RewardedPurchase: > 0 } referral && referral.Referrer == life.Member.Id);
                Assert.Equal(friends, life.Member.Referral.Bought);
                var bought = life.Member.Acts.Recent.Sum(act => act.Payment?.Points ?? 0);
                Assert.Equal(bought + (rewarded ? 200 : 0) + friends * 200, life.Member.Points);
            }
        });

    private static void Bring(Town town, List<Errand> onTheWay, int index, bool twice, Instant at)
    {
        var errand = onTheWay[index];
        onTheWay.RemoveAt(index);
        var isHeard = town.Bring(errand, at);
        if (twice)
            town.Bring(errand, at);
        if (!isHeard)
            onTheWay.Add(errand);
    }

    private sealed record Step(int Kind, string Who, string Whom, int Lot);
}
