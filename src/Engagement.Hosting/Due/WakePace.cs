namespace Engagement.Hosting.Due;

/// <summary>Keeps to so many wakes a second of real time.</summary>
internal sealed class WakePace(int mostPerSecond, TimeProvider time)
{
    /// <summary>
    /// What was missed in so short a time is made up for, so that a commit that takes longer costs nothing; what was missed
    /// before is not.
    /// </summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _paidUntil;

    /// <summary>How many may be woken at a stroke without going faster than the pace for longer than the slack.</summary>
    public int AtOnce { get; } = (int)Math.Max(1, mostPerSecond * Slack.TotalSeconds);

    /// <summary>Waits until <paramref name="woken"/> more members are within the pace.</summary>
    public Task KeepAsync(int woken, CancellationToken cancellation)
    {
        var now = time.GetElapsedTime(_started);
        if (_paidUntil < now - Slack)
            _paidUntil = now - Slack;
        _paidUntil += TimeSpan.FromSeconds((double)woken / mostPerSecond);
        return _paidUntil > now ? Task.Delay(_paidUntil - now, time, cancellation) : Task.CompletedTask;
    }
}
