using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Tests.Support;
using Engagement.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Generators;

/// <summary>What a member does with three cards, in the order in which it happened, and what her chain sells.</summary>
internal sealed record CardHistory(CardsPolicy Policy, IReadOnlyList<CardCommand> Commands)
{
    public ChainRules Chain => ChainRules.Default with
    {
        Chain = new(Lives.Quiet with { Cards = Policy }, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")),
    };

    public Instant End => Commands.Count > 0 ? Commands[^1].At!.Value : Told.Instant("2020-01-01");

    public override string ToString() => $"{Policy}\n{string.Join('\n', Commands)}";
}

internal static class CardHistories
{
    private static readonly string[] Kinds = ["gold", "gold", "credit", "ten", "year", "tenth", "odd"];

    private static readonly Gen<CardsPolicy> Policies =
        from expired in Gen.Elements(ExpiredBalance.Keep, ExpiredBalance.Forfeit)
        from perDay in Gen.Elements(3, 30)
        from overdraft in Gen.Elements(0m, 50.5m, 2000m)
        from uses in Gen.Elements(3, 7, 10)
        from steps in Gen.Elements<ImmutableArray<BonusStep>?>(null, [], [new(0.01m, 0.03m), new(10m, 33.33m), new(11m, 33.33m), new(1_500m, 3_000m)])
        select CardDeeds.Sold with
        {
            ExpiredBalance = expired,
            UsesPerDay = perDay,
            Kinds = CardDeeds.Sold.Kinds
                .SetItem("credit", new(CardForm.StoredValue) { Overdraft = overdraft, ValidDays = 400, UsesPerDay = perDay })
                .SetItem("odd", new(CardForm.StoredValue) { BonusSteps = steps, ValidDays = 30, Price = 12.34m, Overdraft = 5m })
                .SetItem("ten", new(CardForm.Count) { Uses = uses, Price = 100m, ValidDays = 90, UsesPerDay = 30 }),
        };

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Choose(1, 3000).Select(yuan => (decimal)yuan),
        Gen.Choose(1, 600_000).Select(cents => cents / 100m),
        Gen.Elements(1_000m, 2_000m, 5_000m, 0.01m, 999.99m));

    private static readonly Gen<TimeSpan> Gaps = Gen.Frequency(
        (1, Gen.Constant(TimeSpan.Zero)),
        (3, Gen.Choose(1, 200).Select(seconds => TimeSpan.FromSeconds(seconds))),
        (6, Gen.Choose(1, 72).Select(hours => TimeSpan.FromHours(hours))),
        (1, Gen.Choose(10, 200).Select(days => TimeSpan.FromDays(days))));

    private static readonly Gen<(TimeSpan Gap, int Kind, int Card, decimal Amount, int Pick)> Drafts =
        from gap in Gaps
        from kind in Gen.Choose(0, 19)
        from card in Gen.Choose(0, 2)
        from amount in Amounts
        from pick in Gen.Choose(0, 1000)
        select (gap, kind, card, amount, pick);

    public static readonly Arbitrary<CardHistory> Any = Arb.From(
        from policy in Policies
        from kinds in Gen.ArrayOf(Gen.Elements(Kinds), 3)
        from length in Gen.Choose(0, 40)
        from drafts in Gen.ArrayOf(Drafts, length)
        select new CardHistory(policy, Written(kinds, drafts)),
        history => history.Commands.Select((_, left) => history with { Commands = [.. history.Commands.Where((_, index) => index != left)] }));

    private static List<CardCommand> Written(string[] kinds, (TimeSpan Gap, int Kind, int Card, decimal Amount, int Pick)[] drafts)
    {
        var at = Told.Instant("2020-01-01");
        List<CardCommand> commands = [.. kinds.Select((kind, card) => new IssueCard(Deeds.Key(card + 1), at, null, new($"C{card}"), kind, null))];
        foreach (var (gap, kind, card, amount, pick) in drafts)
        {
            at += gap;
            commands.Add(Written(Deeds.Key(commands.Count + 1), at, kind, new($"C{card}"), kinds[card], amount, pick, commands));
        }

        return commands;
    }

    private static CardCommand Written(
        EventKey key, Instant at, int kind, CardId card, string of, decimal amount, int pick, List<CardCommand> before)
    {
        switch (kind)
        {
            case 0 or 1 or 2:
                return new TopUpCard(key, at, null, card, amount);
            case 3 or 4 or 5 when before.OfType<UseCard>().ToList() is { Count: > 0 } uses:
                return new CancelCardUse(key, at, null, uses[^(1 + pick % Math.Min(4, uses.Count))].Key.Id);
            case 6:
                return new FreezeCard(key, at, null, card);
            case 7 or 8:
                return new UnfreezeCard(key, at, null, card);
            case 9:
                return new RefundCard(key, at, null, card, of == "ten" || pick % 3 == 0 ? null : amount / 4 is var part ? Math.Round(part + 0.01m, 2) : 0m);
            case 10:
                return new RenewCard(key, at, null, card, at + TimeSpan.FromDays(pick + 1))
                {
                    Uses = of == "ten" ? 1 + pick % 7 : null,
                    Paid = of == "ten" ? amount : null,
                };
            case 11 when pick % 5 == 0:
                return new TransferCard(key, at, null, card, new("zhao"));
            default:
                var takesMoney = of is not ("ten" or "year");
                return new UseCard(
                    key, at, null, card, takesMoney ? amount : null, of == "ten" && pick % 3 == 0 ? 2 : null, of == "tenth" ? "skin" : null, null, pick % 4 > 0);
        }
    }
}
