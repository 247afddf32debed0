using System.Collections.Concurrent;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task Positions_of_each_chain_are_1_2_3_without_a_gap_however_many_append_at_once()
    {
        ChainId[] chains = [Glow.Id, new("fit"), new("learn")];
        foreach (var chain in chains[1..])
            await Store.Chains.SaveAsync(Glow.Chain(chain), Cancel);
        var answered = new ConcurrentDictionary<(ChainId Chain, long Last), MemberKey>();

        await Task.WhenAll(Enumerable.Range(0, 120).Select(number => Task.Run(
            async () =>
            {
                var key = new MemberKey(chains[number % 3], new($"m{number / 3}"));
                for (var visit = 0; visit < 5; visit++)
                {
                    var append = Turns.Of(
                        key, await Journal.FindAsync(key, Cancel), Noon, Glow.Visit($"{key.Member}-{visit}", Noon, Glow.Bund));
                    var result = await Journal.AppendAsync(append, Cancel);
                    Assert.True(result.IsCommitted);
                    Assert.True(answered.TryAdd((key.Chain, result.LastPosition), key), "two appends were told the same position");
                }
            },
            Cancel)));

        foreach (var chain in chains)
        {
            var feed = await WholeFeedAsync(chain);
            Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(happened => happened.Position));
            Assert.Equal(40 * 5, feed.Count(happened => happened.Type == "visit"));
            Assert.Equal(feed.Count, await Journal.HeadAsync(chain, Cancel));
            foreach (var ((_, last), key) in answered.Where(answer => answer.Key.Chain == chain))
                Assert.Equal(key.Member, feed[(int)last - 1].Member);
        }
    }

    [Fact]
    public async Task Commits_are_told_in_order_of_position_before_anybody_is_answered()
    {
        var told = new List<CommittedEvent>();
        var last = 0L;
        Journal.Committed += batch =>
        {
            told.AddRange(batch.Events);
            Volatile.Write(ref last, batch.LastPosition);
        };

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(
            async () =>
            {
                var append = Turns.Of(Glow.Member($"m{number}"), null, Noon, Glow.Visit($"v{number}", Noon, Glow.Soho));
                var result = await Journal.AppendAsync(append, Cancel);
                Assert.True(Volatile.Read(ref last) >= result.LastPosition, "answered before it was told");
            },
            Cancel)));

        var feed = await WholeFeedAsync();
        Assert.Equal(200, feed.Count(happened => happened.Type == "visit"));
        Assert.Equal(feed.Select(Told.Of), told.Select(Told.Of));
    }
}
