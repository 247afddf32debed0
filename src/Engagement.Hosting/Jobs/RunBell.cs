namespace Engagement.Hosting.Jobs;

/// <summary>Lets those who open runs wake the one who carries them out on this node.</summary>
public sealed class RunBell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0);

    public void Ring() => _bell.Release();

    /// <summary>Waits until it rings, or <paramref name="longest"/> of real time is over.</summary>
    internal async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        await _bell.WaitAsync(longest, cancellation).ConfigureAwait(false);
        // One look serves all who rang meanwhile.
        while (_bell.Wait(0, CancellationToken.None))
        {
        }
    }

    public void Dispose() => _bell.Dispose();
}
