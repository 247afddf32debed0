using Engagement.Domain.Chains;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Journal;
using Engagement.Journal.Campaigns;

namespace Engagement.Hosting.Jobs;

/// <summary>
/// Whom a store has to look at to find who is in a segment at an instant: its columns tell only part of what may be asked for.
/// Counts, previews and runs all ask by the same search, so that they mean the same members.
/// </summary>
internal static class Audience
{
    /// <summary>Those who live by the clocks of <paramref name="zone"/>; of all zones where it is null.</summary>
    public static SegmentSearch Of(Chain chain, Segment segment, string? zone, Instant at)
    {
        var homes = chain.Stores.Select(store => new StoreKey(store.Id)).Append(new StoreKey(null))
            .Where(home => segment.Covers(home.Store) && (zone is null || chain.ZoneOf(home.Store) == zone));
        return new(
            [.. homes],
            segment.Stages,
            segment.Flags.Aggregate(AttentionFlags.None, (all, flag) => all | flag),
            // So many whole days: on the last of them she is in until it is over.
            segment.InStageDaysTo is { } to ? at - TimeSpan.FromDays(to + 1) : null,
            segment.InStageDaysFrom is { } from ? at - TimeSpan.FromDays(from) : null);
    }
}
