using System.Threading.RateLimiting;
using Engagement.Hosting.Auth;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Limits;

/// <summary>
/// How many batches of events are under way. A caller has so many places, which slow senders of hers hold up for nobody else;
/// and so many of those that have come in whole go to their members at once, for beyond they would only wait for each other.
/// </summary>
internal sealed class IngestPlaces(IOptions<LimitOptions> options) : IDisposable
{
    private const int AtMembersAtOnce = 16;

    private readonly PartitionedRateLimiter<string> _ofCaller = PartitionedRateLimiter.Create<string, string>(
        caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = options.Value.BatchesOfCaller, QueueLimit = 0 }));

    // Whoever waits here has a place already: their number is bounded.
    private readonly ConcurrencyLimiter _atMembers = new(new()
    {
        PermitLimit = AtMembersAtOnce,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A place for a batch, before its body is read; not acquired where the caller has all of hers.</summary>
    public RateLimitLease Take(Caller? caller) => _ofCaller.AttemptAcquire(Rates.CallerKey(caller));

    /// <summary>Waits until the batch may go to its members.</summary>
    public ValueTask<RateLimitLease> GoAsync(CancellationToken cancellation) => _atMembers.AcquireAsync(1, cancellation);

    public void Dispose()
    {
        _ofCaller.Dispose();
        _atMembers.Dispose();
    }
}
