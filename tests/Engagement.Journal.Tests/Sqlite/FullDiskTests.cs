using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>A full disk costs nothing that was promised, and the store goes on once there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_does_not_fit_is_refused_whole_and_the_rest_can_still_be_read()
    {
        await using var store = _file.Open(mostPages: 120);
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);

        var (stored, refused) = await FillAsync(store);

        var feed = await store.Queries.FeedAsync(Glow.Id, 0, 100_000, Cancel);
        Assert.True(stored.Count >= 2, "nothing fitted at all");
        Assert.Equal(stored, feed.Where(told => told.Id is not null).Select(told => told.Id!));
        Assert.Equal(feed.Count, feed[^1].Position);
        Assert.Null(await store.Journal.FindAsync(refused.Key, Cancel));
        Assert.Empty(await store.Journal.FindTakenAsync(Glow.Id, [refused.Key.Member.Value], Cancel));
        Assert.NotNull(await store.Journal.FindAsync(Glow.Member(stored[0]), Cancel));
    }

    [Fact]
    public async Task Once_there_is_room_the_same_can_be_stored_without_a_gap()
    {
        Append refused;
        IReadOnlyList<string> stored;
        await using (var full = _file.Open(mostPages: 120))
        {
            await full.Chains.SaveAsync(Glow.Chain(), Cancel);
            (stored, refused) = await FillAsync(full);
            await Assert.ThrowsAsync<JournalUnavailableException>(() => full.Journal.AppendAsync(refused, Cancel).AsTask());
        }

        await using var store = _file.Open();
        Assert.True((await store.Journal.AppendAsync(refused, Cancel)).IsCommitted);

        var feed = await store.Queries.FeedAsync(Glow.Id, 0, 100_000, Cancel);
        Assert.Equal([.. stored, refused.Key.Member.Value], feed.Where(told => told.Id is not null).Select(told => told.Id!));
        Assert.Equal(feed.Count, feed[^1].Position);
    }

    [Fact]
    public async Task The_running_store_goes_on_by_itself_when_room_is_made()
    {
        await using var store = _file.Open(mostPages: 120);
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        _file.Run("CREATE TABLE ballast AS SELECT zeroblob(40000) AS weight");
        var (_, refused) = await FillAsync(store);

        _file.Run("DROP TABLE ballast");

        Assert.True((await store.Journal.AppendAsync(refused, Cancel)).IsCommitted);
        Assert.Equal(refused.State, (await store.Journal.FindAsync(refused.Key, Cancel))!.State);
    }

    /// <summary>Stores members, one visit with a long note each, until one does not fit.</summary>
    private static async Task<(IReadOnlyList<string> Stored, Append Refused)> FillAsync(OpenedStore store)
    {
        var now = Glow.At("2026-03-01");
        var extra = $$"""{"note":"{{new string('x', 6000)}}"}""";
        var stored = new List<string>();
        while (stored.Count < 1000)
        {
            var id = $"m{stored.Count}";
            var append = Turns.Of(Glow.Member(id), null, now, Glow.Visit(id, now, Glow.Bund, extra: extra));
            try
            {
                Assert.True((await store.Journal.AppendAsync(append, Cancel)).IsCommitted);
                stored.Add(id);
            }
            catch (JournalUnavailableException exception)
            {
                Assert.Contains("disk is full", exception.Message, StringComparison.Ordinal);
                Assert.True(exception.RetryAfter > TimeSpan.Zero);
                return (stored, append);
            }
        }

        throw new InvalidOperationException("The disk never was full.");
    }
}
