using System.Threading.Channels;
using Engagement.Journal;

namespace Engagement.Hosting.Outbox;

/// <summary>
/// The messages of one channel that this node has in hand: a bounded queue and so many who work on it, so that a channel that
/// is slow holds up nobody but itself.
/// </summary>
internal sealed class ChannelLane
{
    private static readonly TimeSpan LongestPutBack = TimeSpan.FromMinutes(10);

    private readonly Channel<(OutboxMessage Message, long ClaimedAt)> _queue;
    private readonly Func<OutboxMessage, Task> _deliver;
    private readonly Func<OutboxMessage, TimeSpan, Task> _putBack;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lease;
    private readonly int _mostAtOnce;
    private readonly Task[] _workers;
    private long _horizon;
    private double _usualSeconds = 0.1;
    private volatile bool _stopping;

    public ChannelLane(
        OutboxOptions options, TimeProvider time, Func<OutboxMessage, Task> deliver, Func<OutboxMessage, TimeSpan, Task> putBack)
    {
        _queue = Channel.CreateBounded<(OutboxMessage, long)>(new BoundedChannelOptions(options.BatchSize) { SingleWriter = true });
        (_deliver, _putBack, _time) = (deliver, putBack, time);
        (_lease, _mostAtOnce) = (options.Lease, options.MostAtOnce);
        _horizon = time.GetTimestamp();
        _workers = [.. Enumerable.Range(0, options.MostAtOnce).Select(_ => Task.Run(WorkAsync))];
    }

    /// <summary>
    /// Takes a message that was just claimed, or tells when there will be room: for each that finds none a little later than
    /// for the one before, as fast as the channel has been of late.
    /// </summary>
    public bool TryTake(OutboxMessage message, out TimeSpan comeBackIn)
    {
        comeBackIn = TimeSpan.Zero;
        var now = _time.GetTimestamp();
        if (_queue.Writer.TryWrite((message, now)))
            return true;
        if (_stopping)
            return false;
        var spacing = Volatile.Read(ref _usualSeconds) / _mostAtOnce * _time.TimestampFrequency;
        _horizon = Math.Max(_horizon, now) + Math.Max(1, (long)spacing);
        comeBackIn = _time.GetElapsedTime(now, _horizon) + TimeSpan.FromSeconds(1);
        if (comeBackIn > LongestPutBack)
            comeBackIn = LongestPutBack;
        return false;
    }

    /// <summary>From now on nothing is begun: what waits here is given back.</summary>
    public void Stop()
    {
        _stopping = true;
        _queue.Writer.TryComplete();
    }

    /// <summary>Waits for what has been begun.</summary>
    public Task DrainAsync()
    {
        Stop();
        return Task.WhenAll(_workers);
    }

    private async Task WorkAsync()
    {
        await foreach (var (message, claimedAt) in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var waited = _time.GetElapsedTime(claimedAt);
            if (_stopping)
            {
                await _putBack(message, TimeSpan.Zero).ConfigureAwait(false);
            }
            else if (waited < _lease / 2)
            {
                var started = _time.GetTimestamp();
                await _deliver(message).ConfigureAwait(false);
                Volatile.Write(ref _usualSeconds, (0.9 * Volatile.Read(ref _usualSeconds)) + (0.1 * _time.GetElapsedTime(started).TotalSeconds));
            }
            else if (waited < _lease)
            {
                // Too little of the lease is left to be sure of being alone with it.
                await _putBack(message, TimeSpan.Zero).ConfigureAwait(false);
            }
        }
    }
}
