using System.Collections.Concurrent;
using System.Collections.Immutable;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Jobs;
using Engagement.Journal;
using Engagement.Journal.Campaigns;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Segments;

/// <summary>
/// Finds who is in a segment. The store leaves out whom its columns rule out; of the others each is asked by
/// <see cref="SegmentTest"/>, which alone says what a segment means (docs/domain/campaigns.md).
/// </summary>
public sealed class SegmentReading(ISegments segments, IValueFigures figures, ChainCatalogue chains)
{
    private const int PageSize = 1000;

    // Large enough that a part is worth a reader of its own, small enough that none has to wait long for the last one.
    private const int PartSize = 4000;

    /// <summary>How many they are at <paramref name="at"/>, by home store.</summary>
    public async ValueTask<IReadOnlyDictionary<StoreKey, long>> CountAsync(
        Chain chain, Segment segment, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(segment);
        var search = Audience.Of(chain, segment, null, at);
        if (!segment.AsksMemory)
            return await segments.CountAsync(chain.Id, search, cancellation).ConfigureAwait(false);
        var test = await TestAsync(chain.Id, segment, at, cancellation).ConfigureAwait(false);
        var counts = new ConcurrentDictionary<StoreKey, long>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            await PartsAsync(chain.Id, cancellation).ConfigureAwait(false),
            parallel,
            async (part, cancellation) =>
            {
                var after = part.After;
                while (true)
                {
                    var page = await segments.RecordsAsync(chain.Id, search, after, part.Until, PageSize, cancellation).ConfigureAwait(false);
                    foreach (var home in page.Where(record => test.Holds(record.State)).GroupBy(record => new StoreKey(record.State.Home)))
                        counts.AddOrUpdate(home.Key, home.Count(), (_, count) => count + home.Count());
                    if (page.Count < PageSize)
                        return;
                    after = page[^1].Key.Member;
                }
            }).ConfigureAwait(false);
        return counts;
    }

    /// <summary>The first of them after <paramref name="after"/>, in the order of their ids, at most <paramref name="limit"/>.</summary>
    public async ValueTask<IReadOnlyList<MemberRecord>> PageAsync(
        Chain chain, Segment segment, Instant at, MemberId? after, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(segment);
        var search = Audience.Of(chain, segment, null, at);
        var test = await TestAsync(chain.Id, segment, at, cancellation).ConfigureAwait(false);
        // Where the columns tell all, nobody is read who is not wanted.
        var size = segment.AsksMemory ? PageSize : limit;
        var found = new List<MemberRecord>();
        while (true)
        {
            var page = await segments.RecordsAsync(chain.Id, search, after, null, size, cancellation).ConfigureAwait(false);
            foreach (var record in page)
            {
                if (!test.Holds(record.State))
                    continue;
                found.Add(record);
                if (found.Count == limit)
                    return found;
            }

            if (page.Count < size)
                return found;
            after = page[^1].Key.Member;
            // The reads of an embedded node do not wait: others are to have a turn as well.
            await Task.Yield();
        }
    }

    /// <summary>What members of <paramref name="chain"/> are asked, with the rules and the grid as they are now.</summary>
    internal async ValueTask<SegmentGate> TestAsync(ChainId chain, Segment segment, Instant at, CancellationToken cancellation) => new(
        segment,
        await chains.RulesAsync(chain, cancellation).ConfigureAwait(false),
        segment.RfmGroups is null ? null : await figures.GridAsync(chain, cancellation).ConfigureAwait(false),
        at);

    private async ValueTask<ImmutableArray<(MemberId? After, MemberId? Until)>> PartsAsync(ChainId chain, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<(MemberId? After, MemberId? Until)>();
        MemberId? after = null;
        foreach (var cut in await segments.CutsAsync(chain, PartSize, cancellation).ConfigureAwait(false))
        {
            parts.Add((after, cut));
            after = cut;
        }

        // Who joins meanwhile is behind the last cut or in one of the parts.
        parts.Add((after, null));
        return parts.ToImmutable();
    }
}

/// <summary>A segment with all that has to be known of a chain to ask its members.</summary>
internal sealed record SegmentGate(Segment Segment, ChainRules Rules, RfmGrid? Grid, Instant At)
{
    public bool Holds(Member member) => SegmentTest.Holds(Segment, Rules.For(member.Home), member, Grid, At);
}
