using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>Two stores on one file, by mistake, and a store that is closed while it is busy.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Two_stores_on_one_file_give_out_positions_without_a_gap_and_never_one_twice()
    {
        await using var one = _file.Open();
        await using var two = _file.Open();
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => (number % 2 == 0 ? one : two).TellAsync(Glow.Member($"m{number}"), now, Glow.Visit($"v{number}", now)), Cancel)));

        var feed = await two.Queries.FeedAsync(Glow.Id, 0, 1000, Cancel);
        Assert.Equal(60, feed.Count(told => told.Type == "visit"));
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => told.Position));
    }

    [Fact]
    public async Task Of_two_stores_that_change_the_same_member_one_wins()
    {
        await using var one = _file.Open();
        await using var two = _file.Open();
        await one.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        var li = await one.TellAsync(Glow.Member("li"), now, Glow.Visit("first", now));

        var results = await Task.WhenAll(
            one.Journal.AppendAsync(Turns.Of(li.Key, li, now, Glow.Visit("a", now)), Cancel).AsTask(),
            two.Journal.AppendAsync(Turns.Of(li.Key, li, now, Glow.Visit("b", now)), Cancel).AsTask());

        Assert.Single(results, result => result.IsCommitted);
        var history = await one.Queries.HistoryAsync(li.Key, Cancel);
        Assert.Equal(2, history.Count(told => told.Type == "visit"));
    }

    [Fact]
    public async Task Closing_a_store_first_stores_what_is_waiting()
    {
        var store = _file.Store();
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        var waiting = Enumerable.Range(0, 500)
            .Select(number => store.Journal.AppendAsync(
                Turns.Of(Glow.Member($"m{number}"), null, now, Glow.Visit($"v{number}", now)), Cancel).AsTask())
            .ToList();

        store.Dispose();

        Assert.All(await Task.WhenAll(waiting), result => Assert.True(result.IsCommitted));
        await using var again = _file.Open();
        var feed = await again.Queries.FeedAsync(Glow.Id, 0, 10_000, Cancel);
        Assert.Equal(500, feed.Count(told => told.Type == "visit"));
    }

    [Fact]
    public async Task A_closed_store_takes_nothing_more_and_says_so()
    {
        var store = _file.Store();
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        store.Dispose();
        var now = Glow.At("2026-03-01");

        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => store.Journal.AppendAsync(Turns.Of(Glow.Member("li"), null, now, Glow.Visit("v", now)), Cancel).AsTask());
    }

    [Fact]
    public async Task When_too_much_waits_more_is_refused_and_nothing_of_it_stored()
    {
        var store = new Engagement.Journal.Sqlite.SqliteStore(new() { ConnectionString = _file.ConnectionString, MostWaiting = 3 });
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        var now = Glow.At("2026-03-01");
        using var held = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        store.Journal.Committed += _ =>
        {
            entered.Set();
            held.Wait(Cancel);
        };
        var first = store.Journal.AppendAsync(Turns.Of(Glow.Member("m0"), null, now, Glow.Visit("v0", now)), Cancel).AsTask();
        entered.Wait(Cancel);
        var taken = Enumerable.Range(1, 2).Select(number => store.Journal.AppendAsync(
            Turns.Of(Glow.Member($"m{number}"), null, now, Glow.Visit($"v{number}", now)), Cancel).AsTask()).ToList();

        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => store.Journal.AppendAsync(Turns.Of(Glow.Member("m9"), null, now, Glow.Visit("v9", now)), Cancel).AsTask());

        held.Set();
        Assert.All(await Task.WhenAll([first, .. taken]), result => Assert.True(result.IsCommitted));
        Assert.Null(await store.Journal.FindAsync(Glow.Member("m9"), Cancel));
        store.Dispose();
    }
}
