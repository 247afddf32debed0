using Engagement.Domain.Identity;

namespace Engagement.Journal.Value;

/// <summary>All members of a chain, each with what she knows of herself, page by page: for what is worked out of everybody.</summary>
public interface IMemberRoll
{
    /// <summary>Members after <paramref name="after"/>, in the order of their ids, as last stored.</summary>
    ValueTask<IReadOnlyList<MemberRecord>> PageAsync(ChainId chain, MemberId? after, int limit, CancellationToken cancellation);
}
