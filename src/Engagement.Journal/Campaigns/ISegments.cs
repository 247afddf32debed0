using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Campaigns;

/// <summary>Who is in a segment, from the read columns of the members' rows.</summary>
public interface ISegments
{
    /// <summary>Members after <paramref name="after"/>, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<MemberRow>> PageAsync(
        ChainId chain, SegmentSearch search, MemberId? after, int limit, CancellationToken cancellation);

    /// <summary>How many they are, by home store.</summary>
    ValueTask<IReadOnlyDictionary<StoreKey, long>> CountAsync(ChainId chain, SegmentSearch search, CancellationToken cancellation);
}

/// <summary>Whom to look for.</summary>
/// <param name="Homes">She is at home in one of these; none: nobody is meant.</param>
/// <param name="Stages">She is in one of these; none: in any.</param>
/// <param name="Flags">One of these is raised; none: it does not matter.</param>
/// <param name="StageSinceAfter">She came into her stage later than this; null: whenever.</param>
/// <param name="StageSinceUntil">She came into her stage at this instant or earlier; null: whenever.</param>
public sealed record SegmentSearch(
    IReadOnlyList<StoreKey> Homes,
    IReadOnlyList<Stage> Stages,
    AttentionFlags Flags = AttentionFlags.None,
    Instant? StageSinceAfter = null,
    Instant? StageSinceUntil = null);
