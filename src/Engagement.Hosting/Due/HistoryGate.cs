using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Time;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Due;

/// <summary>
/// Knows whether a chain's history is being loaded. History comes in many requests; were members moved on to the present
/// between two of them, the second would reach them late. See docs/adr/0006.
/// </summary>
public sealed class HistoryGate(IOptions<DueOptions> options, TimeProvider time, NodeClock clock)
{
    /// <summary>What is older than this is history.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(48);

    private readonly ConcurrentDictionary<ChainId, long> _lastItem = new();

    // A node that was killed in the middle of a history is told the rest of it once it is back.
    private readonly long _started = time.GetTimestamp();

    public bool IsHistory(Instant at) => at < clock.Now - Age;

    /// <summary>An item of history was taken.</summary>
    public void Note(ChainId chain) => _lastItem[chain] = time.GetTimestamp();

    /// <summary>The earliest due instant that may be woken now.</summary>
    public Instant WakeFrom(ChainId chain)
    {
        var last = _lastItem.GetValueOrDefault(chain, _started);
        return time.GetElapsedTime(last) < options.Value.HistorySettles ? clock.Now - Age : new Instant(long.MinValue);
    }
}
