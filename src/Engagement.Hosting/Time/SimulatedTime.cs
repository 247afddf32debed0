namespace Engagement.Hosting.Time;

/// <summary>
/// Time that starts at a chosen instant and runs so many times faster than real time, timers included. For demonstrations
/// and tests.
/// </summary>
public sealed class SimulatedTime : TimeProvider
{
    private readonly DateTimeOffset _start;
    private readonly double _speed;
    private readonly TimeProvider _real;
    private readonly long _started;

    /// <param name="speed">Greater than 0; how many simulated seconds pass in a real one.</param>
    /// <param name="real">What drives it; the machine's time by default.</param>
    public SimulatedTime(DateTimeOffset start, double speed, TimeProvider? real = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        _start = start.ToUniversalTime();
        _speed = speed;
        _real = real ?? System;
        _started = _real.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow()
    {
        var elapsed = _real.GetElapsedTime(_started).Ticks * _speed;
        // It stands still at the end of the calendar rather than failing there.
        return elapsed >= (DateTimeOffset.MaxValue - _start).Ticks - TimeSpan.TicksPerDay
            ? DateTimeOffset.MaxValue.AddDays(-1)
            : _start.AddTicks((long)elapsed);
    }

    public override long GetTimestamp() => (long)(_real.GetElapsedTime(_started).Ticks * _speed);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_real.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private TimeSpan Scale(TimeSpan simulated)
    {
        if (simulated == Timeout.InfiniteTimeSpan)
            return simulated;
        var real = Math.Min(simulated.Ticks / _speed, TimeSpan.FromDays(30).Ticks);
        return TimeSpan.FromTicks((long)Math.Max(real, 0));
    }

    private sealed class ScaledTimer(ITimer timer, SimulatedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Scale(dueTime), time.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
