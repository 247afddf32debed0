using Engagement.Domain.Identity;

namespace Engagement.Journal;

/// <summary>
/// What happened, in order and for ever. One append is one transaction: the events, the member's row and everything that
/// is counted from them are stored together or not at all, and nothing is answered before they are.
/// </summary>
public interface IJournal
{
    /// <summary>The member as last stored; null if nobody has heard of her.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read now.</exception>
    ValueTask<MemberRecord?> FindAsync(MemberKey key, CancellationToken cancellation);

    /// <summary>Those of <paramref name="ids"/> that the chain has taken before, with the fingerprint each was taken with.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read now.</exception>
    ValueTask<IReadOnlyDictionary<string, ContentFingerprint>> FindTakenAsync(
        ChainId chain, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>
    /// Stores a turn's outcome durably. It answers a conflict, and stores nothing, where the member has meanwhile gone on
    /// from <see cref="Append.ExpectedVersion"/> or one of the ids has been taken.
    /// </summary>
    /// <exception cref="JournalUnavailableException">
    /// Nothing was stored: the disk is full, the server is away, or too much is waiting already. It may be tried again.
    /// </exception>
    ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellation);

    /// <summary>The chain's latest position; 0 while nothing has happened.</summary>
    ValueTask<long> HeadAsync(ChainId chain, CancellationToken cancellation);

    /// <summary>Raised after each commit, in order of position for each chain, before anyone is answered.</summary>
    event Action<CommittedBatch>? Committed;

    /// <summary>
    /// Raised when another node has stored a chain's events up to a position. A hint that comes soon and may be lost:
    /// <see cref="HeadAsync"/> is the truth.
    /// </summary>
    event Action<ChainId, long>? Advanced;
}
