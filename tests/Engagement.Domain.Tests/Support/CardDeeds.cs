using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Support;

/// <summary>What is done with cards, as a story tells it: each thing at its instant, arriving at once unless it is said to come later.</summary>
internal static class CardDeeds
{
    /// <summary>A chain that sells one card of each form.</summary>
    public static readonly CardsPolicy Sold = new()
    {
        Kinds = new Dictionary<string, CardKind>
        {
            ["gold"] = new(CardForm.StoredValue),
            ["credit"] = new(CardForm.StoredValue) { Overdraft = 200m, ValidDays = 400 },
            ["ten"] = new(CardForm.Count) { Uses = 10, Price = 999.99m, UsesPerDay = 5 },
            ["year"] = new(CardForm.Period) { ValidDays = 365, Price = 3980m },
            ["tenth"] = new(CardForm.Discount) { DiscountPercent = 10m, Categories = ["skin", "hair"] },
            ["facial"] = new(CardForm.Count) { Uses = 6, Price = 600m, Services = ["facial"] },
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    public static Life Holder(string zone = "UTC", CardsPolicy? policy = null) => new(ChainRules.Default with
    {
        Chain = new(Lives.Quiet with { Cards = policy ?? Sold }, TimeZoneInfo.FindSystemTimeZoneById(zone)),
    }, new("li"));

    public static Card Card(this Life life, string card = "C") => life.Member.Cards.Single(held => held.Id == new CardId(card));

    /// <summary>What is on the card: her own money, the bonus, and what she owes.</summary>
    public static (decimal Paid, decimal Bonus, decimal Owed) Money(this Life life, string card = "C")
    {
        var balance = life.Card(card).Balance;
        return (balance.Paid, balance.Bonus, balance.Owed);
    }

    public static Decision Issued(
        this Life life, string at, string kind, decimal? paid = null, decimal? balance = null, int? uses = null, string? until = null, string card = "C") =>
        life.Does((key, when) => new IssueCard(key, when, null, new(card), kind, until is null ? null : Told.Instant(until))
        {
            Paid = paid,
            Balance = balance,
            Uses = uses,
        }, at);

    public static Decision RenewsWith(this Life life, string at, string until, decimal? paid = null, int? uses = null, string card = "C") =>
        life.Does((key, when) => new RenewCard(key, when, null, new(card), Told.Instant(until)) { Paid = paid, Uses = uses }, at);

    public static Decision TopsUp(this Life life, string at, decimal amount, string card = "C") =>
        life.Does((key, when) => new TopUpCard(key, when, null, new(card), amount), at);

    public static Decision Uses(
        this Life life, string at, decimal? amount = null, int? uses = null, string? service = null, bool visit = true, string? arriving = null,
        string card = "C") =>
        life.Does((key, when) => new UseCard(key, when, null, new(card), amount, uses, service, null, visit), at, arriving);

    /// <summary>The id under which the latest use was told.</summary>
    public static string LastUse(this Life life) => life.Last<CardUsed>().Key.Id;

    public static Decision Cancels(this Life life, string at, string use) =>
        life.Does((key, when) => new CancelCardUse(key, when, null, use), at);

    public static Decision Freezes(this Life life, string at, string card = "C") =>
        life.Does((key, when) => new FreezeCard(key, when, null, new(card), "away"), at);

    public static Decision Unfreezes(this Life life, string at, string card = "C") =>
        life.Does((key, when) => new UnfreezeCard(key, when, null, new(card)), at);

    public static Decision RefundsCard(this Life life, string at, decimal? amount = null, string card = "C") =>
        life.Does((key, when) => new RefundCard(key, when, null, new(card), amount), at);

    public static Decision Transfers(this Life life, string at, string to, string card = "C") =>
        life.Does((key, when) => new TransferCard(key, when, null, new(card), new(to)), at);

    public static string Code(this Decision decision) => Assert.IsType<Decision.Rejected>(decision).Rejection.Code;

    private static Decision Does(this Life life, Func<EventKey, Instant, ActCommand> act, string at, string? clock = null) =>
        life.Send(act(Deeds.Key(life.Events.Count + 1), Told.Instant(at)), Told.Instant(clock ?? at));
}
