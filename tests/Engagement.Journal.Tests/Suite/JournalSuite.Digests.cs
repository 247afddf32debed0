using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Journal.Digests;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    private static readonly DateOnly FirstOfMarch = new(2026, 3, 1);

    private IDigests Digests => Store.Digests;

    [Fact]
    public async Task A_digest_comes_back_as_it_was_made_and_is_made_once()
    {
        var made = new Digest(Glow.Bund, FirstOfMarch, Noon, new()
        {
            Joined = 1,
            Purchases = 2,
            Revenue = 380.5m,
            Visits = 3,
            Checkins = 4,
            Movements = [new(null, "new", 2), new("new", "dormant", 1)],
            Tasks = new(5, 6, 7, 8),
            Messages = new(9, 10),
        });
        Assert.True(await Digests.SaveAsync(Glow.Id, made, Cancel));
        Assert.False(await Digests.SaveAsync(Glow.Id, made with { Figures = new() }, Cancel));
        Assert.False(await Digests.SaveAsync(new("nowhere"), made, Cancel));
        await ReopenAsync();

        var found = Assert.Single(await Digests.ListAsync(Glow.Id, new(null, null, null, 10), Cancel));
        Assert.Equal((made.Store, made.Day, made.MadeAt), (found.Store, found.Day, found.MadeAt));
        Assert.Equal(made.Figures.Movements, found.Figures.Movements);
        Assert.Equal(made.Figures with { Movements = [] }, found.Figures with { Movements = [] });
    }

    [Fact]
    public async Task Digests_are_found_by_store_and_day_the_latest_first_page_by_page()
    {
        var all = new List<(DateOnly Day, StoreId Store)>();
        for (var day = 0; day > -4; day--)
        {
            foreach (var store in new[] { Glow.Bund, Glow.Soho })
            {
                all.Add((FirstOfMarch.AddDays(day), store));
                await Digests.SaveAsync(Glow.Id, new(store, FirstOfMarch.AddDays(day), Noon, new()), Cancel);
            }
        }

        foreach (StoreId? store in (StoreId?[])[null, Glow.Bund, new("closed")])
        {
            foreach (DateOnly? day in (DateOnly?[])[null, FirstOfMarch.AddDays(-2)])
            {
                var expected = all.Where(place => (store is null || place.Store == store) && (day is null || place.Day == day));
                Assert.Equal(expected, await AllDigestsAsync(new(store, day, null, 3)));
            }
        }

        Assert.Equal(
            new Dictionary<StoreId, DateOnly> { [Glow.Bund] = FirstOfMarch, [Glow.Soho] = FirstOfMarch },
            await Digests.LatestAsync(Glow.Id, Cancel));
    }

    [Fact]
    public async Task Tasks_that_were_open_at_an_instant_are_counted_by_store()
    {
        var rows = await ManyTasksAsync(5);
        foreach (var days in new[] { 0, 20, 40, 90, 200 })
        {
            var at = Opening + TimeSpan.FromDays(days);
            var open = rows.Where(row => row.Task.OpenedAt <= at && (row.ClosedAt is not { } closed || closed > at)).ToList();
            var expected = open.GroupBy(row => new StoreKey(row.Store)).ToDictionary(
                store => store.Key, store => new OpenTasks(store.Count(), store.Count(row => row.Task.DueAt <= at)));
            Assert.Equal(expected, await Digests.OpenTasksAsync(Glow.Id, at, Cancel));
        }

        Assert.Contains(rows, row => row.Task.State == TaskState.Done);
        Assert.Empty(await Digests.OpenTasksAsync(new("nowhere"), Noon, Cancel));
    }

    private async Task<List<(DateOnly Day, StoreId Store)>> AllDigestsAsync(DigestSearch search)
    {
        var all = new List<(DateOnly Day, StoreId Store)>();
        while (await Digests.ListAsync(Glow.Id, search, Cancel) is { Count: > 0 } page)
        {
            all.AddRange(page.Select(digest => (digest.Day, digest.Store)));
            search = search with { After = new(page[^1].Day, page[^1].Store) };
        }

        return all;
    }
}
