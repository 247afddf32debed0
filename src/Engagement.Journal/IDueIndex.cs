using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal;

/// <summary>
/// Which members time will change next. What is due lives in the store, so that millions of timers cost index entries and
/// no memory, and survive everything.
/// </summary>
public interface IDueIndex
{
    /// <summary>The earliest instant from <paramref name="from"/> on at which a member of the chain is due; null if none is.</summary>
    ValueTask<Instant?> NextDueAsync(ChainId chain, Instant from, CancellationToken cancellation);

    /// <summary>
    /// Takes members that are due within the span of <paramref name="claim"/>, earliest first, for one node: until the lease
    /// ends, or their row is next stored, nobody else is given them.
    /// </summary>
    ValueTask<IReadOnlyList<DueMember>> ClaimDueAsync(DueClaim claim, CancellationToken cancellation);

    /// <summary>The same for members who were last judged by older rules than the chain's present ones.</summary>
    ValueTask<IReadOnlyList<DueMember>> ClaimOutdatedAsync(
        ChainId chain, long rulesVersion, int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Gives claimed members back: they have been woken, whether or not anything came of it.</summary>
    ValueTask ReleaseAsync(IEnumerable<MemberKey> members, CancellationToken cancellation);

    /// <summary>
    /// Lets the other nodes know that a chain's history is being loaded and will not be complete before
    /// <paramref name="span"/> of real time is over. Longer spans win.
    /// </summary>
    ValueTask HoldHistoryAsync(ChainId chain, TimeSpan span, CancellationToken cancellation);

    /// <summary>Whether a node has said so of this chain. Where there is no other node, nobody has.</summary>
    ValueTask<bool> IsHistoryHeldAsync(ChainId chain, CancellationToken cancellation);
}

/// <summary>Which members a node asks for: due from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record DueClaim(ChainId Chain, Instant From, Instant To, int Limit, TimeSpan Lease);

public readonly record struct DueMember(MemberKey Key, Instant DueAt);
