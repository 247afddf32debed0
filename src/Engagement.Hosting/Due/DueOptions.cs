namespace Engagement.Hosting.Due;

/// <summary>How time wakes members (<c>Engagement:Due</c>).</summary>
public sealed class DueOptions
{
    /// <summary>
    /// The most members woken in a second of real time. Default 10,000. It bounds how hard a node works to catch up after
    /// it was down; less leaves more of the machine to people, and makes catching up take longer.
    /// </summary>
    public int MostPerSecond { get; set; } = 10_000;

    /// <summary>
    /// How many members are claimed at once. Default 500; up to four such batches are being woken at a time. More costs the index
    /// less a member, and makes those claimed last wait longer.
    /// </summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long a claimed member is left to the node that claimed her. Default 30 seconds of real time.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest sleep between two looks at the index. Default 1 second of real time.</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// While a chain's history is being loaded, members whose time lies more than 48 hours back wait until so long after
    /// the last item, so that the rest of their history still finds them in its own past. Default 3 seconds of real time.
    /// Less shows stages sooner, more forgives slower senders.
    /// </summary>
    public TimeSpan HistorySettles { get; set; } = TimeSpan.FromSeconds(3);
}
