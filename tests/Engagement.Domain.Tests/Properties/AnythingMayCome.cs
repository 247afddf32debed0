using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Generators;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Domain.Visits;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

public class AnythingMayCome
{
    private static readonly Gen<Instant> AnyInstant = Gen.Frequency(
        (1, Gen.Constant(Instant.Earliest)),
        (1, Gen.Constant(Instant.Latest)),
        (2, Gen.Choose(0, int.MaxValue).Select(part =>
            Instant.Earliest + TimeSpan.FromTicks((Instant.Latest - Instant.Earliest).Ticks / int.MaxValue * part))),
        (4, Gen.Choose(0, 200 * 86_400).Select(seconds => Told.Instant("2020-01-01") + TimeSpan.FromSeconds(seconds))));

    private static readonly Gen<decimal> AnyAmount =
        Gen.OneOf(Gen.Elements(0m, 0.01m, 1_000_000_000_000m, 999_999_999_999.99m), Gen.Choose(0, 1000).Select(cents => cents / 100m));

    private static readonly Gen<MemberCommand> AnyCommand =
        from kind in Gen.Choose(0, 16)
        from id in Gen.Choose(0, 30)
        from at in AnyInstant
        from now in Gen.Elements(false, false, true)
        from store in Gen.Elements(null, "north", "south", "nowhere", "")
        from amount in AnyAmount
        from order in Gen.Elements(null, "", "A1", "A2")
        select Made(kind, id, at, now ? null : at, store, amount, order);

    private static readonly Arbitrary<(MemberCommand Command, Instant Clock)[]> AnyCommands =
        Gen.ArrayOf(from command in AnyCommand from clock in AnyInstant select (command, clock), 60).ToArbitrary();

    [Fact]
    public void No_command_at_any_clock_makes_her_throw_or_lets_her_forget_what_she_is() =>
        Law.Holds(Terms.Chain.ToArbitrary(), AnyCommands, (chain, commands) =>
        {
            var life = new Life(chain);
            foreach (var (command, clock) in commands)
            {
                life.Send(command, clock);
                var rules = chain.For(life.Member.Home);
                var now = Instant.Later(clock, life.Member.LivedThrough);
                Passage.NextDue(rules, life.Member);

                Assert.Equal(life.Member.Since is null, life.Member.Stage is null);
                Assert.InRange(life.Member.Streak.CurrentOn(now.LocalDate(rules.Zone), rules.Policy.Streak), 0, life.Member.Streak.Longest);
                Assert.True(Rfm.At(rules.Policy.Value, life.Member, now).Monetary >= 0);
                Assert.NotEmpty(life.Member.ToString());
            }
        });

    private static MemberCommand Made(int kind, int id, Instant to, Instant? at, string? store, decimal amount, string? order)
    {
        var key = Deeds.Key(id);
        return kind switch
        {
            0 => new Join(key, at, Deeds.Store(store)),
            1 => new Purchase(key, at, Deeds.Store(store), amount, order),
            2 => new Refund(key, at, Deeds.Store(store), order, amount),
            3 => new Refund(key, at, Deeds.Store(store), order, null),
            4 => new Visit(key, at, Deeds.Store(store)),
            5 => new CheckIn(key, at, Deeds.Store(store)),
            6 => new Behaviours.Act(key, at, Deeds.Store(store), order ?? "comment"),
            8 => new IssueCard(key, at, Deeds.Store(store), new($"C{id % 3}"), id % 2 == 0 ? "gold" : "ten", null) { Paid = amount, Uses = id % 4 == 0 ? id : null },
            9 => new TopUpCard(key, at, Deeds.Store(store), new($"C{id % 3}"), amount),
            10 => new UseCard(key, at, Deeds.Store(store), new($"C{id % 3}"), id % 2 == 0 ? amount : null),
            11 => new CancelCardUse(key, at, Deeds.Store(store), $"{id}"),
            12 => new FreezeCard(key, at, Deeds.Store(store), new($"C{id % 3}")),
            13 => new UnfreezeCard(key, at, Deeds.Store(store), new($"C{id % 3}")),
            14 => new RefundCard(key, at, Deeds.Store(store), new($"C{id % 3}"), id % 2 == 0 ? amount : null),
            15 => new RenewCard(key, at, Deeds.Store(store), new($"C{id % 3}"), to),
            _ => id % 2 == 0 ? new Advance(to) : new AdoptRules(to),
        };
    }
}
