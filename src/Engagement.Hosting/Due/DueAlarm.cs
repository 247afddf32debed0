using Engagement.Domain.Time;

namespace Engagement.Hosting.Due;

/// <summary>Lets a turn ring the due clock when it has made something due earlier than the clock means to wake.</summary>
public sealed class DueAlarm : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);
    private long _next = long.MaxValue;

    /// <summary>Somebody will be due at <paramref name="due"/>.</summary>
    public void Consider(Instant? due)
    {
        if (due is not { } at || at.Microseconds >= Volatile.Read(ref _next))
            return;
        Volatile.Write(ref _next, long.MinValue);
        if (_bell.CurrentCount > 0)
            return;
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang it at the same moment.
        }
    }

    /// <summary>From now on everything that becomes due rings. Armed before the index is read, so that nothing slips between.</summary>
    internal void Arm() => Volatile.Write(ref _next, long.MaxValue);

    /// <summary>From now on only what is due before <paramref name="next"/> rings.</summary>
    internal void SleepUntil(Instant? next) =>
        Interlocked.CompareExchange(ref _next, next?.Microseconds ?? long.MaxValue, long.MaxValue);

    /// <summary>Waits until it rings or <paramref name="delay"/> of real time is over.</summary>
    internal Task WaitAsync(TimeSpan delay, CancellationToken cancellation) => _bell.WaitAsync(delay, cancellation);

    public void Dispose() => _bell.Dispose();
}
