using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Erasure;

/// <summary>
/// Who is to be forgotten and how far that has come (docs/domain/erasure.md), and the cleaning of what the store holds of them.
/// Whoever claims an erasure is alone with it until the lease ends; everything done for one may be done again.
/// </summary>
public interface IErasures
{
    /// <summary>Stores that a member is to be forgotten; where that is stored already, it stays as it is. Null where there is no such chain.</summary>
    ValueTask<AskedErasure?> AskAsync(MemberKey member, Instant at, string by, string? reason, CancellationToken cancellation);

    /// <summary>How far it has come with a member; null where nobody has asked for it.</summary>
    ValueTask<AskedErasure?> FindAsync(MemberKey member, CancellationToken cancellation);

    /// <summary>Those of a chain, in the order of the members' ids.</summary>
    /// <param name="after">Only members after this one; empty for all.</param>
    ValueTask<IReadOnlyList<AskedErasure>> ListAsync(ChainId chain, MemberId after, int limit, CancellationToken cancellation);

    /// <summary>Takes erasures of any chain that have a step to go before their files are swept, the oldest first, for one node.</summary>
    ValueTask<IReadOnlyList<AskedErasure>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>It has come to <paramref name="step"/>; never back.</summary>
    /// <param name="lease">For how long whoever has it may go on with it; zero to let go of it.</param>
    ValueTask ReachAsync(MemberKey member, ErasureStep step, TimeSpan lease, CancellationToken cancellation);

    /// <summary>
    /// Cleans her past events where they lie, the rows of her tasks and messages, and takes her referral code away. Positions,
    /// types, amounts and times stay. May be called again, and broken off anywhere.
    /// </summary>
    ValueTask CleanAsync(MemberKey member, CancellationToken cancellation);

    /// <summary>
    /// Cleans words that have become old (<see cref="Depth.OldWords"/>), a portion at a time. What the portions of earlier calls have
    /// dealt with for good is remembered, and not looked at again.
    /// </summary>
    /// <param name="before">Of events that happened before this.</param>
    /// <param name="after">The position that the portion before came to; null for the first.</param>
    ValueTask<OldWords> CleanOldWordsAsync(ChainId chain, Instant before, long? after, int limit, CancellationToken cancellation);

    /// <summary>How many events that happened before an instant have not been dealt with for good.</summary>
    ValueTask<long> CountOldAsync(ChainId chain, Instant before, CancellationToken cancellation);

    /// <summary>
    /// Members who are lost and of whom nobody has asked to have them erased, with no act of any kind since an instant, in the order of
    /// their ids.
    /// </summary>
    ValueTask<IReadOnlyList<MemberId>> SilentAsync(ChainId chain, Instant since, MemberId after, int limit, CancellationToken cancellation);

    /// <summary>How many erasures wait for a sweep, and how large what a sweep would write anew is, in bytes.</summary>
    ValueTask<SweepNeed> NeedAsync(CancellationToken cancellation);

    /// <summary>
    /// Writes the store's files anew without what was cleaned, and is done with all erasures that were cleaned before it began. Others wait
    /// meanwhile; how long goes by the size of the store.
    /// </summary>
    /// <returns>How many erasures it is done with.</returns>
    ValueTask<int> SweepAsync(Instant at, CancellationToken cancellation);

    /// <summary>Whether others can read, and mostly write, while files are swept: then it may be done at night by itself.</summary>
    bool SweepsWhileOthersRead { get; }

    /// <summary>Raised when something was asked for in this process. A hint.</summary>
    event Action? Asked;
}

/// <summary>Somebody who is to be forgotten.</summary>
/// <param name="By">Who asked: an account's or a key's id, or a word such as <c>retention</c>.</param>
/// <param name="Reason">A code, such as <c>member_request</c>; null for none.</param>
/// <param name="DoneAt">When the last step was done; null while some are to go.</param>
public sealed record AskedErasure(MemberKey Member, Instant AskedAt, string By, string? Reason, ErasureStep Step, Instant? DoneAt);

/// <summary>What has been done for an erasure. Each step comes after the one before, and a crash repeats at most one.</summary>
public enum ErasureStep
{
    /// <summary>It is stored that she is to be forgotten.</summary>
    Asked = 0,

    /// <summary>It is noted outside the database, so that a restored backup does not bring her back.</summary>
    Noted = 1,

    /// <summary>Everything pending has ended; nothing is ever sent to her or asked about her again.</summary>
    Withdrawn = 2,

    /// <summary>Her profile is gone, and whatever else keeps something of her.</summary>
    Forgotten = 3,

    /// <summary>What her history said in words is cleaned: no call tells it any more.</summary>
    Cleaned = 4,

    /// <summary>No file of the database holds it any more.</summary>
    Swept = 5,
}

/// <summary>What came of a portion.</summary>
/// <param name="Cleaned">How many events had words to clean.</param>
/// <param name="CameTo">The position it came to; null where there is no more.</param>
public readonly record struct OldWords(int Cleaned, long? CameTo);

/// <summary>What a sweep is needed for, and what it would cost.</summary>
public readonly record struct SweepNeed(int Waiting, long Bytes);
