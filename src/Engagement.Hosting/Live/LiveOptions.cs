namespace Engagement.Hosting.Live;

/// <summary>How watchers are served (<c>Engagement:Live</c>).</summary>
public sealed class LiveOptions
{
    /// <summary>
    /// Events of a watched chain kept in memory for all its watchers. Default 16,384, some 8 MB. Watchers who are further
    /// behind are served from the store.
    /// </summary>
    public int Window { get; set; } = 16_384;

    /// <summary>
    /// How many events a watcher may be behind and still be given every one of them. Default 50,000. Beyond that she gets
    /// a fresh snapshot.
    /// </summary>
    public int MostBehind { get; set; } = 50_000;

    /// <summary>The most events in one item. Default 2,000.</summary>
    public int MostInOneItem { get; set; } = 2_000;

    /// <summary>The shortest time between two items to one watcher. Default 100 ms of real time: at most 10 a second.</summary>
    public TimeSpan ShortestGap { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The shortest time between two items to one watcher of recall. Default 1 second of real time; each item is a read of the
    /// store.
    /// </summary>
    public TimeSpan RecallGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many of the latest events a snapshot shows. Default 50.</summary>
    public int RecentInSnapshot { get; set; } = 50;

    /// <summary>How often a watcher without news is given the board again if it changed, as at midnight. Default 5 seconds.</summary>
    public TimeSpan BoardRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often a watcher is asked whether she is still signed in and who she was. Default 3 seconds, which with
    /// <see cref="BoardRefresh"/> ends what should end within some 8; each look is a read of the store.
    /// </summary>
    public TimeSpan SignedInCheck { get; set; } = TimeSpan.FromSeconds(3);
}
