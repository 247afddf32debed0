using Engagement.Domain.Identity;

namespace Engagement.Journal.Insights;

/// <summary>What a chain's insights (docs/domain/insights.md) are worked out from: its history in the order it was told, at its barest.</summary>
public interface ITraces
{
    /// <summary>
    /// Hands over the events after position <paramref name="after"/>, at most <paramref name="limit"/> of them. One portion is one short
    /// read: whoever wants all asks again from the position that comes back.
    /// </summary>
    /// <returns>The position of the last one handed over; <paramref name="after"/> where there are no more, or no such chain.</returns>
    ValueTask<long> ReadAsync(ChainId chain, long after, int limit, Action<Trace> into, CancellationToken cancellation);

    /// <summary>Members by the handles of their rows, as last stored, in no order; rows of other chains are left out.</summary>
    ValueTask<IReadOnlyList<MemberRecord>> MembersAsync(ChainId chain, IReadOnlyCollection<long> rows, CancellationToken cancellation);
}
