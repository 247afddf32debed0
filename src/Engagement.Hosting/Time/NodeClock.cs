using Engagement.Domain.Time;

namespace Engagement.Hosting.Time;

/// <summary>
/// The clock that members live by. It is kept apart from the machine's own time, which leases, time-outs and sign-in
/// cookies go by, because it may be simulated.
/// </summary>
public sealed class NodeClock(TimeProvider time, double speed = 1)
{
    public TimeProvider Time { get; } = time;

    /// <summary>How many times faster than real time this clock runs; 1 unless simulated.</summary>
    public double Speed { get; } = speed;

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());
}
