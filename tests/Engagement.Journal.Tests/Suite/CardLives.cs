using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

/// <summary>Lives in which cards are bought, used, given back, passed on and left to end.</summary>
internal static class CardLives
{
    public static readonly ChainRules Rules = Glow.RulesOf(Glow.Policy with
    {
        Cards = new()
        {
            ExpiredBalance = ExpiredBalance.Forfeit,
            UsesPerDay = 30,
            Kinds = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                new Dictionary<string, CardKind>
                {
                    ["gold"] = new(CardForm.StoredValue) { Overdraft = 300m, ValidDays = 120 },
                    ["ten"] = new(CardForm.Count) { Uses = 7, Price = 100m, ValidDays = 60 },
                }),
        },
    });

    /// <summary>Half a year of a member by chance; what was refused is left out. Some have no home store for a while.</summary>
    public static async Task LiveWithCardsAsync(this OpenedStore store, MemberKey key, Instant from, Random random)
    {
        var now = from + TimeSpan.FromMinutes(random.Next(20_000));
        StoreId? home = random.Next(2) == 0 ? Glow.Bund : null;
        await store.TellAsync(Rules, key, now, new Join(Glow.Key($"{key.Member}-join"), now, home));
        for (var turn = 0; turn < 40; turn++)
        {
            now += TimeSpan.FromMinutes(random.Next(random.Next(4) == 0 ? 20_000 : 500));
            var member = (await store.TellAsync(Rules, key, now, new Advance(now))).State;
            var command = Next(new($"{key.Member}-{turn}", new(7)), now, random);
            if (Decider.Decide(Rules, member, command, now) is Decision.Accepted)
                await store.TellAsync(Rules, key, now, command);
        }
    }

    private static CardCommand Next(EventKey key, Instant now, Random random)
    {
        var card = new CardId($"C{random.Next(3)}");
        StoreId? store = random.Next(6) == 0 ? Glow.Soho : null;
        var amount = random.Next(1, 300_000) / 100m;
        return random.Next(12) switch
        {
            0 or 1 => new IssueCard(key, now, store, card, random.Next(2) == 0 ? "gold" : "ten", null) { Paid = random.Next(2) == 0 ? amount : null },
            2 or 3 => new TopUpCard(key, now, store, card, amount),
            4 => new RefundCard(key, now, store, card, random.Next(2) == 0 ? null : Math.Round(amount / 3 + 0.01m, 2)),
            5 => new TransferCard(key, now, store, card, new("zhao")),
            6 => new RenewCard(key, now, store, card, now + TimeSpan.FromDays(random.Next(1, 300))),
            7 or 8 => new UseCard(key, now, store, card, Uses: random.Next(1, 3)),
            _ => new UseCard(key, now, store, card, amount),
        };
    }
}
