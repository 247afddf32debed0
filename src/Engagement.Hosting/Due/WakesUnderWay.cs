namespace Engagement.Hosting.Due;

/// <summary>
/// The members who are being woken. While some of them are stored, the next are read and decide: a node that has to catch up
/// keeps its processors and its store busy at the same time.
/// </summary>
/// <param name="most">How many members at most.</param>
internal sealed class WakesUnderWay(int most)
{
    private readonly List<(Task Wakes, int Count)> _batches = [];

    public bool IsEmpty => _batches.Count == 0;

    /// <summary>How many more there may be.</summary>
    public int Room => most - _batches.Sum(static batch => batch.Count);

    public void Add(Task wakes, int count) => _batches.Add((wakes, count));

    /// <summary>Forgets those who have been woken, once there is room for at least one more.</summary>
    /// <exception cref="Exception">What a batch failed with.</exception>
    public async ValueTask MakeRoomAsync()
    {
        await CollectAsync().ConfigureAwait(false);
        while (Room <= 0)
        {
            await Task.WhenAny(_batches.Select(static batch => batch.Wakes)).ConfigureAwait(false);
            await CollectAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Waits until all have been woken, or have failed to be.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(_batches.Select(static batch => batch.Wakes)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _batches.Clear();
    }

    private async ValueTask CollectAsync()
    {
        for (var index = _batches.Count - 1; index >= 0; index--)
        {
            var wakes = _batches[index].Wakes;
            if (!wakes.IsCompleted)
                continue;
            _batches.RemoveAt(index);
            await wakes.ConfigureAwait(false);
        }
    }
}
