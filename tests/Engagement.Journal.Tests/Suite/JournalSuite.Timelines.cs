using Engagement.Domain.Identity;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task The_feed_is_read_page_by_page_without_missing_or_repeating_anything()
    {
        await LiAsync();
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(new(new("fit"), new("other")), Noon, Glow.Visit("elsewhere", Noon));
        var whole = await WholeFeedAsync();

        var pages = new List<CommittedEvent>();
        while (await Queries.FeedAsync(Glow.Id, pages.Count, 7, Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count == 7 || page[^1].Position == whole[^1].Position);
            pages.AddRange(page);
        }

        Assert.Equal(whole.Select(Told.Of), pages.Select(Told.Of));
        Assert.DoesNotContain(pages, happened => happened.Id == "elsewhere");
        Assert.Empty(await Queries.FeedAsync(Glow.Id, whole[^1].Position + 1000, 7, Cancel));
        Assert.Empty(await Queries.FeedAsync(new ChainId("nowhere"), 0, 7, Cancel));
    }

    [Fact]
    public async Task What_happened_in_a_chain_is_read_backwards_from_any_instant_by_when_it_happened()
    {
        var li = await LiAsync();
        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("hers", Noon));
        await Store.Chains.SaveAsync(Glow.Chain(new("fit")), Cancel);
        await Store.TellAsync(new(new("fit"), new("other")), Noon, Glow.Visit("elsewhere", Noon));
        var expected = (await WholeFeedAsync()).OrderByDescending(told => told.At).ThenByDescending(told => told.Position).ToList();
        var end = new TimelinePlace(expected[0].At, expected[0].Position + 1);

        var pages = new List<CommittedEvent>();
        var before = end;
        while (await Queries.HappenedAsync(Glow.Id, null, before, 3, Cancel) is { Count: > 0 } page)
        {
            pages.AddRange(page);
            before = new(page[^1].At, page[^1].Position);
        }

        Assert.Equal(expected.Select(Told.Of), pages.Select(Told.Of));
        var store = expected.Select(told => told.Store).OfType<StoreId>().First();
        var here = await Queries.HappenedAsync(Glow.Id, store, end, 1000, Cancel);
        Assert.Equal(expected.Where(told => told.Store == store).Select(Told.Of), here.Select(Told.Of));
        // Nothing of an instant's own, where its place is before all positions.
        var earlier = await Queries.HappenedAsync(Glow.Id, null, new(expected[0].At, 0), 1000, Cancel);
        Assert.Equal(expected.Where(told => told.At < expected[0].At).Select(Told.Of), earlier.Select(Told.Of));
        Assert.Empty(await Queries.HappenedAsync(new ChainId("nowhere"), null, end, 7, Cancel));
        Assert.Contains(pages, told => told.Member == li.Key.Member);
    }

    [Fact]
    public async Task A_timeline_is_ordered_by_when_things_happened_and_then_by_when_they_were_told()
    {
        var li = await LiAsync();
        await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("hers", Noon));

        var timeline = await Queries.TimelineAsync(li.Key, null, 1000, Cancel);

        var history = await Queries.HistoryAsync(li.Key, Cancel);
        var expected = history.OrderByDescending(told => told.At).ThenByDescending(told => told.Position);
        Assert.Equal(expected.Select(Told.Of), timeline.Select(Told.Of));
        Assert.NotEqual(history.Reverse().Select(told => told.Position), timeline.Select(told => told.Position));
    }

    [Fact]
    public async Task A_timeline_goes_on_from_any_of_its_places_and_from_any_instant()
    {
        var li = await LiAsync();
        var whole = await Queries.TimelineAsync(li.Key, null, 1000, Cancel);

        for (var index = 0; index < whole.Count; index++)
        {
            var place = await Queries.PlaceAsync(li.Key, whole[index].Position, Cancel);
            Assert.Equal(new TimelinePlace(whole[index].At, whole[index].Position), place);
            var rest = await Queries.TimelineAsync(li.Key, place, 3, Cancel);
            Assert.Equal(whole.Skip(index + 1).Take(3).Select(Told.Of), rest.Select(Told.Of));

            var earlier = await Queries.TimelineAsync(li.Key, new TimelinePlace(whole[index].At, 0), 1000, Cancel);
            Assert.Equal(whole.Where(told => told.At < whole[index].At).Select(Told.Of), earlier.Select(Told.Of));
        }
    }

    [Fact]
    public async Task A_position_that_is_none_of_hers_has_no_place_on_her_timeline()
    {
        var li = await LiAsync();
        var zhao = await Store.TellAsync(Glow.Member("zhao"), Noon, Glow.Visit("hers", Noon));
        var position = (await Queries.HistoryAsync(zhao.Key, Cancel))[0].Position;

        Assert.Null(await Queries.PlaceAsync(li.Key, position, Cancel));
        Assert.Null(await Queries.PlaceAsync(li.Key, 0, Cancel));
        Assert.Null(await Queries.PlaceAsync(Glow.Member("nobody"), 1, Cancel));
        Assert.Empty(await Queries.TimelineAsync(Glow.Member("nobody"), null, 10, Cancel));
    }
}
