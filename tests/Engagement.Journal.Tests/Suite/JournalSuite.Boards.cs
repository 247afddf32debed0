using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly Instant Opening = Glow.At("2024-12-30 20:00");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Boards_of_any_instant_count_what_a_recount_of_the_events_counts(int seed)
    {
        var random = new Random(seed);
        for (var member = 0; member < 30; member++)
            await LiveAtRandomAsync(Glow.Member($"m{member}"), random);
        var feed = await WholeFeedAsync();

        var present = await Queries.BoardAsync(Glow.Id, new(null, Noon), Cancel);
        Assert.Equal(Recount.Of(feed, new(long.MaxValue)), Recount.Of(present.Levels));
        Assert.Equal(feed.Count, present.Position);

        var told = feed.Where(happened => happened.Id is null).Select(happened => happened.At).ToList();
        var moments = Enumerable.Range(0, 40).Select(_ => Opening + TimeSpan.FromMinutes(random.Next(-2000, 700_000)))
            .Concat(Enumerable.Range(0, 40).Select(_ => told[random.Next(told.Count)]))
            .SelectMany(at => new[] { at, at - Instant.Resolution });
        foreach (var at in moments)
        {
            var past = await Queries.BoardAsync(Glow.Id, new(at, at), Cancel);
            Assert.Equal(Recount.Of(feed, at), Recount.Of(past.Levels));
        }
    }

    [Fact]
    public async Task A_board_brings_the_events_of_its_days_in_the_order_in_which_they_happened()
    {
        var random = new Random(4);
        for (var member = 0; member < 10; member++)
            await LiveAtRandomAsync(Glow.Member($"m{member}"), random);
        var feed = await WholeFeedAsync();
        var at = feed[feed.Count / 2].At;
        var from = at - TimeSpan.FromDays(40);

        var reading = await Queries.BoardAsync(Glow.Id, new(at, from), Cancel);

        var expected = feed.Where(told => told.At >= from && told.At <= at).OrderBy(told => told.At).ThenBy(told => told.Position);
        Assert.Equal(expected.Select(Told.Of), reading.Events.Select(Told.Of));
        Assert.NotEmpty(reading.Events);
    }

    [Fact]
    public async Task A_board_hands_out_just_the_members_who_are_overdue()
    {
        await ManyMembersAsync();
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(new(new("fit"), new("other")), Noon, Glow.Visit("elsewhere", Noon - TimeSpan.FromDays(80)));
        var members = await SearchAllAsync(new(null, null, default, null, null, 100));
        var moment = members.Where(row => row.DueAt is not null).Select(row => row.DueAt!.Value).Order().ElementAt(9);
        var overdue = new List<MemberRecord>();

        await Queries.BoardAsync(Glow.Id, new(null, Noon, moment, overdue.Add), Cancel);

        Assert.Equal(
            members.Where(row => row.DueAt <= moment).Select(row => row.Id.Value),
            overdue.Select(record => record.Key.Member.Value).Order(StringComparer.Ordinal));
        Assert.True(overdue.Count >= 10);
        foreach (var record in overdue)
            Assert.Equal(await Journal.FindAsync(record.Key, Cancel), record);
    }

    [Fact]
    public async Task The_board_of_a_chain_that_is_not_there_is_empty()
    {
        var reading = await Queries.BoardAsync(new("nowhere"), new(Noon, Noon), Cancel);

        Assert.Equal((0, 0, 0), (reading.Position, reading.Levels.Count, reading.Events.Count));
    }

    /// <summary>A life of some 400 days: with or without a home store at first, with silences, and with acts told late.</summary>
    private async Task LiveAtRandomAsync(MemberKey key, Random random)
    {
        StoreId?[] stores = [null, null, Glow.Bund, Glow.Soho];
        var now = Opening + TimeSpan.FromSeconds(random.Next(50_000_000));
        for (var act = 0; act < 8; act++)
        {
            var at = random.Next(6) == 0 ? now - TimeSpan.FromDays(random.Next(1, 60)) : now;
            var id = $"{key.Member}-{act}";
            var store = stores[random.Next(stores.Length)];
            ActCommand command = random.Next(4) switch
            {
                0 => Glow.CheckIn(id, at, store),
                1 => Glow.Purchase(id, at, random.Next(1000), store: store),
                _ => Glow.Visit(id, at, store),
            };
            await Store.TellAsync(key, now, command);
            now += TimeSpan.FromSeconds(random.Next(random.Next(3) == 0 ? 20_000_000 : 2_000_000));
            if (random.Next(2) == 0)
                await Store.TellAsync(key, now, new Advance(now));
        }
    }
}
