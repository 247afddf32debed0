using System.Diagnostics;
using Engagement.Domain.Time;

namespace Engagement.Bench.Recall;

/// <summary>A clock that stands where it was put, or goes on from there as fast as real time.</summary>
internal sealed class LeapingClock(Instant start) : TimeProvider
{
    private Instant _at = start;
    private long? _since;

    public Instant Now => _since is { } since ? _at + Stopwatch.GetElapsedTime(since) : _at;

    /// <summary>Stands at <paramref name="at"/> from now on.</summary>
    public void Leap(Instant at) => (_since, _at) = (null, at);

    /// <summary>Goes on from where it stands.</summary>
    public void Run() => _since = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
