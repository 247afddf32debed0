using Engagement.Domain.Identity;
using Engagement.Domain.Members;

namespace Engagement.Journal.Histories;

/// <summary>
/// The whole of a chain's history, member by member, for whoever goes through all of it. Members are read in portions by the numbers of
/// their rows, so that several can read side by side, each with no more than a portion in memory.
/// </summary>
public interface IHistories
{
    /// <summary>What there is to be read; null where there is no such chain.</summary>
    ValueTask<HistoryExtent?> ExtentAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>The members whose rows are numbered from <paramref name="first"/> to <paramref name="last"/>, in that order.</summary>
    /// <param name="head">Events after this position are left out.</param>
    /// <param name="stores">Only members at home in one of these; empty for all.</param>
    /// <param name="needsData">Which events are wanted with what they say, by their stored type. Of others only when they happened is read.</param>
    ValueTask<IReadOnlyList<MemberHistory>> ReadAsync(
        ChainId chain, long first, long last, long head, IReadOnlySet<StoreId> stores, Func<string, bool> needsData, CancellationToken cancellation);
}

/// <summary>How much history a chain has.</summary>
/// <param name="Head">Its latest position, which is also how many events there are.</param>
/// <param name="FirstMember">The number of its first member's row; not less than <paramref name="LastMember"/> plus one where it has none.</param>
/// <param name="LastMember">The number of its last member's row. Numbers between may belong to other chains.</param>
public sealed record HistoryExtent(long Head, long FirstMember, long LastMember);

/// <summary>A member and all that was told of her, in order.</summary>
/// <param name="Birthday">It is in no event.</param>
public sealed record MemberHistory(MemberId Id, Birthday? Birthday, IReadOnlyList<CommittedEvent> Events);
