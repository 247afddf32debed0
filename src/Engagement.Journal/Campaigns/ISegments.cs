using Engagement.Domain.Identity;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Journal.Campaigns;

/// <summary>Who can be in a segment, as far as the read columns of the members' rows tell (docs/domain/campaigns.md).</summary>
public interface ISegments
{
    /// <summary>Members after <paramref name="after"/>, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<MemberRow>> PageAsync(
        ChainId chain, SegmentSearch search, MemberId? after, int limit, CancellationToken cancellation);

    /// <summary>How many they are, by home store.</summary>
    ValueTask<IReadOnlyDictionary<StoreKey, long>> CountAsync(ChainId chain, SegmentSearch search, CancellationToken cancellation);

    /// <summary>
    /// The same members each with what she knows of herself, after <paramref name="after"/> up to and including
    /// <paramref name="until"/>; null for the first and the last there are.
    /// </summary>
    ValueTask<IReadOnlyList<MemberRecord>> RecordsAsync(
        ChainId chain, SegmentSearch search, MemberId? after, MemberId? until, int limit, CancellationToken cancellation);

    /// <summary>Every so many-th of all members, in the order of their ids: where the chain can be cut to be gone through in parts.</summary>
    ValueTask<IReadOnlyList<MemberId>> CutsAsync(ChainId chain, int every, CancellationToken cancellation);
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
