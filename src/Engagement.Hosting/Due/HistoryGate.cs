using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Due;

/// <summary>
/// Knows whether a chain's history is being loaded. History comes in many requests; were members moved on to the present
/// between two of them, the second would reach them late. See docs/adr/0006.
/// </summary>
public sealed class HistoryGate(IDueIndex index, IOptions<DueOptions> options, TimeProvider time, NodeClock clock)
{
    /// <summary>What is older than this is history.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(48);

    // Other nodes are told of a history at most this often, and so much longer than it takes to settle.
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ChainId, long> _lastItem = new();
    private readonly ConcurrentDictionary<ChainId, int> _underWay = new();
    private readonly ConcurrentDictionary<ChainId, long> _lastToldOthers = new();

    // A node that was killed in the middle of a history is told the rest of it once it is back.
    private readonly long _started = time.GetTimestamp();

    public bool IsHistory(Instant at) => at < clock.Now - Age;

    /// <summary>Items of history are on their way to members; dispose when they have been taken or not.</summary>
    /// <exception cref="JournalUnavailableException">The other nodes could not be told.</exception>
    public async ValueTask<IDisposable> ExpectAsync(ChainId chain, CancellationToken cancellation)
    {
        if (!_lastToldOthers.TryGetValue(chain, out var told) || time.GetElapsedTime(told) >= BetweenTellings)
        {
            _lastToldOthers[chain] = time.GetTimestamp();
            await index.HoldHistoryAsync(chain, options.Value.HistorySettles + (2 * BetweenTellings), cancellation).ConfigureAwait(false);
        }

        _underWay.AddOrUpdate(chain, 1, (_, count) => count + 1);
        return new Expectation(this, chain);
    }

    /// <summary>An item of history was taken.</summary>
    public void Note(ChainId chain) => _lastItem[chain] = time.GetTimestamp();

    /// <summary>The earliest due instant that may be woken now.</summary>
    public async ValueTask<Instant> WakeFromAsync(ChainId chain, CancellationToken cancellation)
    {
        var last = _lastItem.GetValueOrDefault(chain, _started);
        var isHeld = _underWay.GetValueOrDefault(chain) > 0
            || time.GetElapsedTime(last) < options.Value.HistorySettles
            || await index.IsHistoryHeldAsync(chain, cancellation).ConfigureAwait(false);
        return isHeld ? clock.Now - Age : new Instant(long.MinValue);
    }

    private sealed class Expectation(HistoryGate gate, ChainId chain) : IDisposable
    {
        public void Dispose() => gate._underWay.AddOrUpdate(chain, 0, (_, count) => count - 1);
    }
}
