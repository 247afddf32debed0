using Engagement.Domain.Cards;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Journal.Tallies;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_outstanding_on_cards_is_what_the_cards_of_all_members_hold(int seed)
    {
        var keys = await ManyCardsAsync(seed);
        foreach (var store in (StoreId?[])[null, Glow.Bund, Glow.Soho])
        {
            var expected = default(CardBalance);
            foreach (var key in keys)
            {
                var member = (await Journal.FindAsync(key, Cancel))!.State;
                if (store is null || member.Home == store)
                    expected = member.Cards.Aggregate(expected, (sum, card) => sum + card.Balance);
            }

            Assert.NotEqual(0m, expected.Paid);
            AssertOutstanding(expected, await Store.Tallies.TalliesAsync(Glow.Id, new(["cards"], store), Cancel));
        }
    }

    [Fact]
    public async Task What_was_outstanding_at_the_end_of_any_past_day_is_what_had_happened_by_then()
    {
        var keys = await ManyCardsAsync(3);
        foreach (var days in new[] { -1, 10, 40, 90, 200 })
        {
            var day = DateOnly.FromDateTime(Noon.ToDateTimeOffset().UtcDateTime).AddDays(days);
            foreach (var store in (StoreId?[])[null, Glow.Bund])
            {
                var expected = default(CardBalance);
                foreach (var key in keys)
                {
                    var told = (await Queries.HistoryAsync(key, Cancel))
                        .Where(told => DateOnly.FromDateTime(told.At.ToDateTimeOffset().UtcDateTime) <= day);
                    var member = told.Aggregate(Member.Unknown, (member, told) => Evolution.Evolve(member, told.Happened));
                    if (store is null || member.Home == store)
                        expected = member.Cards.Aggregate(expected, (sum, card) => sum + card.Balance);
                }

                AssertOutstanding(expected, await Store.Tallies.TalliesAsync(Glow.Id, new(["cards"], store, To: day), Cancel));
            }
        }
    }

    [Fact]
    public async Task Suspicious_uses_of_cards_are_listed_newest_first_by_home_store()
    {
        for (var number = 0; number < 3; number++)
        {
            var key = Glow.Member($"m{number}");
            var home = number == 1 ? Glow.Soho : Glow.Bund;
            await Store.TellAsync(CardLives.Rules, key, Noon, new IssueCard(Glow.Key($"i{number}"), Noon, home, new("C"), "ten", null));
            foreach (var use in new[] { 1, 2 })
                await Store.TellAsync(CardLives.Rules, key, Noon, new UseCard(Glow.Key($"u{number}{use}"), Noon, null, new("C")));
        }

        var all = await Queries.CardFlagsAsync(Glow.Id, null, null, 10, Cancel);

        Assert.Equal(["m2", "m1", "m0"], all.Select(told => told.Member.Value));
        Assert.All(all, told => Assert.IsType<CardUseSuspicious>(told.Happened));
        Assert.Equal(["m1", "m0"], Members(await Queries.CardFlagsAsync(Glow.Id, null, all[0].Position, 10, Cancel)));
        Assert.Equal(["m2"], Members(await Queries.CardFlagsAsync(Glow.Id, Glow.Bund, null, 1, Cancel)));
        Assert.Equal(["m1"], Members(await Queries.CardFlagsAsync(Glow.Id, Glow.Soho, null, 10, Cancel)));
        Assert.Empty(await Queries.CardFlagsAsync(new("nowhere"), null, null, 10, Cancel));
    }

    private static IEnumerable<string> Members(IReadOnlyList<CommittedEvent> events) => events.Select(told => told.Member.Value);

    private static void AssertOutstanding(CardBalance expected, IReadOnlyList<Tally> tallies)
    {
        decimal Of(string measure) => tallies.SingleOrDefault(tally => tally.Measure == measure)?.Amount / 10_000m ?? 0m;
        Assert.Equal(
            (expected.Paid, expected.Bonus, expected.UsesWorth, expected.Owed), (Of("paid"), Of("bonus"), Of("uses_worth"), Of("owed")));
        Assert.All(tallies, tally => Assert.Equal(TallySubjects.Cards, tally.Subject));
    }

    private async Task<List<MemberKey>> ManyCardsAsync(int seed)
    {
        var random = new Random(seed);
        List<MemberKey> keys = [.. Enumerable.Range(0, 30).Select(number => Glow.Member($"m{number}"))];
        foreach (var key in keys)
            await Store.LiveWithCardsAsync(key, Noon, random);
        return keys;
    }
}
