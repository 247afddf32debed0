using Engagement.Hosting.Waiting;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Outbox;

/// <summary>
/// Claims what members' commits have released and gives each message to the lane of its channel: at once when told, and by a
/// look every second. It runs on every node; the outbox keeps two from taking the same.
/// </summary>
public sealed partial class OutboxDispatcher(
    IOutbox outbox, MessageDelivery delivery, TimeProvider time, IOptions<OutboxOptions> options, ILogger<OutboxDispatcher> logger)
    : BackgroundService
{
    // Those of channels that do not exist fail fast, and share one.
    private const string OfNoChannel = "";

    private readonly Bell _bell = new();
    private readonly Dictionary<string, ChannelLane> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private bool _stopped;

    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        outbox.Released += _bell.Ring;
        // At the very moment it is told to stop a node begins nothing more.
        await using var stop = stoppingToken.Register(Stop).ConfigureAwait(false);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await RoundAsync(stoppingToken).ConfigureAwait(false) < options.Value.BatchSize)
                    await _bell.WaitAsync(options.Value.LongestSleep, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what is in hand is finished below.
        }
        finally
        {
            outbox.Released -= _bell.Ring;
            await Task.WhenAll(_lanes.Values.Select(lane => lane.DrainAsync())).ConfigureAwait(false);
        }
    }

    private ChannelLane LaneOf(string name)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes[name] = lane = new(options.Value, time, DeliverAsync, PutBackAsync);
            if (_stopped)
                lane.Stop();
            return lane;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            foreach (var lane in _lanes.Values)
                lane.Stop();
        }
    }

    private async Task<int> RoundAsync(CancellationToken cancellation)
    {
        try
        {
            var claimed = await outbox.ClaimAsync(options.Value.BatchSize, options.Value.Lease, cancellation).ConfigureAwait(false);
            foreach (var message in claimed)
            {
                var lane = LaneOf(await delivery.LaneOfAsync(message).ConfigureAwait(false) ?? OfNoChannel);
                if (!lane.TryTake(message, out var comeBackIn))
                    await outbox.RetryAsync(message.Key, comeBackIn, CancellationToken.None).ConfigureAwait(false);
            }

            return claimed.Count;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            RoundFailed(exception);
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation).ConfigureAwait(false);
            return 0;
        }
    }

    private async Task DeliverAsync(OutboxMessage message)
    {
        try
        {
            await delivery.DeliverAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Its lease runs out and it is claimed again; a lane goes on with the next.
            DeliveryFailed(exception, message.Id);
        }
    }

    private async Task PutBackAsync(OutboxMessage message, TimeSpan wait)
    {
        try
        {
            await outbox.RetryAsync(message.Key, wait, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            DeliveryFailed(exception, message.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for released messages failed; the next look is in a second")]
    private partial void RoundFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Delivering message {Id} failed; it is tried again when its lease has ended")]
    private partial void DeliveryFailed(Exception exception, string id);
}
