using System.Collections.Frozen;
using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Generators;

/// <summary>Policies that a chain may have, from the defaults to the odd, and chains of two stores that live by them.</summary>
internal static class Terms
{
    public static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"];

    public static readonly Gen<PointsPolicy> Points =
        from rate in Gen.Elements(0m, 1m, 1m, 0.5m, 1.5m, 0.333m, 10m)
        from signIn in Gen.Choose(0, 5)
        from bonus in Gen.Choose(0, 80)
        from every in Gen.Choose(2, 9)
        select new PointsPolicy
        {
            ExpireAfterMonths = 0,
            PerCurrencyUnit = rate,
            SignIn = signIn,
            StreakBonus = bonus,
            StreakBonusEveryDays = every,
        };

    private static readonly CardsPolicy Cards = new()
    {
        Kinds = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, CardKind>
            {
                ["gold"] = new(CardForm.StoredValue) { Price = 100m, Overdraft = 1m, ValidDays = 700 },
                ["ten"] = new(CardForm.Count) { Uses = 10, Price = 99.99m, ValidDays = 200 },
            }),
    };

    private static readonly Gen<StagePolicy> OddStages =
        from dormant in Gen.Choose(1, 200)
        from silence in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, 730))
        from effective in Gen.Choose(2, 4)
        from active in Gen.Choose(0, 3)
        from loyal in Gen.Choose(0, 3)
        from windows in Gen.ArrayOf(Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(60, 400), Gen.Constant(730)), 3)
        from overdue in Gen.Choose(1, 120)
        from slipping in Gen.OneOf(Gen.Choose(0, 40), Gen.Constant(730))
        select new StagePolicy
        {
            DormantAfterDays = dormant,
            LostAfterDays = dormant + silence,
            Effective = new(effective, windows[0]),
            Active = new(effective + active, windows[1]),
            Loyal = new(effective + active + loyal, windows[2]),
            SecondVisitOverdueAfterDays = overdue,
            SlippingWithinDays = slipping,
        };

    private static readonly Gen<StreakPolicy> Streaks =
        from freezes in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 5)), (1, Gen.Choose(20, 30)))
        from hours in Gen.Elements(48, 48, 0, 24, 168)
        select new StreakPolicy { FreezesPerMonth = freezes, LateUploadHours = hours };

    private static readonly Gen<MessagePolicy> Messages =
        from quiet in Gen.Elements(21, 22, 0, 12)
        from until in Gen.Elements(9, 9, 0, 6, 12)
        from day in Gen.Choose(1, 3)
        from window in Gen.Choose(1, 9)
        from most in Gen.Choose(1, 5)
        from spread in Gen.Elements(0, 60, 179)
        select new MessagePolicy
        {
            QuietFrom = new(quiet, 0),
            QuietUntil = new(until, 0),
            MostADay = day,
            MostInWindow = most,
            WindowDays = window,
            SpreadMinutes = spread,
        };

    private static readonly Gen<Step> Steps =
        from after in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 200), Gen.Choose(0, 24 * 90))
        from at in Gen.Elements<TimeOnly?>(null, null, new TimeOnly(9, 0), new TimeOnly(2, 30), new TimeOnly(0, 0))
        from kind in Gen.Choose(0, 2)
        from useless in Gen.Elements<int?>(null, null, 4, 72)
        select new Step(
            after, at, kind == 1 ? null : new MessageStep("text", null, useless), kind == 0 ? null : new TaskStep("call", "Call her"));

    private static readonly Gen<Playbook> Books =
        from when in Gen.Elements(Occasion.Joined, Occasion.FirstVisit, Occasion.Dormant, Occasion.Lost, Occasion.StreakAtRisk)
        from steps in Gen.Choose(1, 5).SelectMany(count => Gen.ArrayOf(Steps, count))
        from exit in Gen.Elements<Exit[]>([], [Exit.CountedAct], [Exit.Purchase], [Exit.SignIn, Exit.SecondVisit])
        from priority in Gen.Elements(10, 50, 50, 90)
        from ends in Gen.Elements<int?>(null, 1, 72, 24 * 60)
        from pause in Gen.Elements(0, 0, 30, 400)
        from holdout in Gen.Elements(0, 0, 50, 100)
        select new Playbook
        {
            Trigger = when == Occasion.StreakAtRisk ? new(when, At: new(20, 0), Run: 2) : new(when),
            Steps = [.. steps.OrderBy(step => step.AfterHours)],
            Exits = [.. exit],
            Priority = priority,
            EndsAfterHours = ends,
            CoolDownDays = pause,
            HoldoutPercent = holdout,
        };

    private static readonly Gen<RecallPolicy> OddRecall =
        from messages in Messages
        from books in Gen.Choose(1, 5).SelectMany(count => Gen.ArrayOf(Books, count))
        select new RecallPolicy
        {
            Messages = messages,
            Templates = ImmutableSortedDictionary<string, Template>.Empty.Add("text", new("Come back", "回来吧")),
            Playbooks = books.Select((book, number) => KeyValuePair.Create($"book{number}", book)).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private static readonly Gen<RecallPolicy> Recall =
        Gen.Frequency((1, Gen.Constant(Lives.Quiet.Recall)), (1, Gen.Constant(new RecallPolicy())), (2, OddRecall));

    public static readonly Gen<Policy> Any =
        from stages in Gen.Frequency((1, Gen.Constant(new StagePolicy())), (2, OddStages))
        from points in Points
        from streak in Streaks
        from recall in Recall
        select Policy.Default with { Stages = stages, Points = points, Streak = streak, Recall = recall, Cards = Cards };

    private static readonly Gen<Rules> OfAPlace =
        from policy in Any
        from zone in Gen.Elements(Zones)
        select new Rules(policy, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>A chain with the stores "north" and "south", each with a policy and a zone of its own.</summary>
    public static readonly Gen<ChainRules> Chain =
        from own in OfAPlace
        from north in OfAPlace
        from south in OfAPlace
        select ChainRules.Default with
        {
            Chain = own,
            Stores = new Dictionary<StoreId, Rules> { [new("north")] = north, [new("south")] = south }.ToFrozenDictionary(),
        };
}
