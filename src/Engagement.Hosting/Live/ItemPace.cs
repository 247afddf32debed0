namespace Engagement.Hosting.Live;

/// <summary>
/// Keeps items to one watcher apart. Under a steady load items have slots of their own, one gap after the other, so that the
/// lateness of a timer does not add up from item to item.
/// </summary>
internal sealed class ItemPace(TimeSpan gap, TimeProvider time)
{
    private long _slot = time.GetTimestamp() - time.TimestampFrequency;

    /// <summary>How long to wait before the next item.</summary>
    public TimeSpan Remaining => gap - time.GetElapsedTime(_slot);

    private long _looked = time.GetTimestamp();

    /// <summary>Whether so long has passed since this was last true, or since the beginning.</summary>
    public bool IsTimeToLook(TimeSpan every)
    {
        var isTime = time.GetElapsedTime(_looked) >= every;
        if (isTime)
            _looked = time.GetTimestamp();
        return isTime;
    }

    /// <summary>An item went out now.</summary>
    public void Sent()
    {
        var now = time.GetTimestamp();
        var next = _slot + (long)(gap.TotalSeconds * time.TimestampFrequency);
        _slot = time.GetElapsedTime(next, now) < gap ? next : now;
    }
}
