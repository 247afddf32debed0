namespace Engagement.Hosting.Waiting;

/// <summary>Wakes whoever looks for work by turns as soon as there is some. However often it rings, one look serves all.</summary>
internal sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring()
    {
        if (_rung.CurrentCount == 0)
            _rung.Release();
    }

    /// <summary>Waits until it rings, or <paramref name="longest"/> is over by <paramref name="time"/>.</summary>
    /// <exception cref="OperationCanceledException">Told to stop.</exception>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await _rung.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody rang for a while: look all the same.
        }
    }

    public void Dispose() => _rung.Dispose();
}
