namespace Engagement.Hosting.Errands;

/// <summary>How members hear what others ask of them (<c>Engagement:Errands</c>). All spans are real time.</summary>
public sealed class ErrandOptions
{
    /// <summary>How many errands are claimed at once. Default 200. More costs the store less each, and memory.</summary>
    public int BatchSize { get; set; } = 200;

    /// <summary>How many members hear something at the same time. Default 16. More is faster, and crowds out what comes from outside.</summary>
    public int MostAtOnce { get; set; } = 16;

    /// <summary>How long a claimed errand is left to the node that claimed it. Default 1 minute. After a crash it is brought again then.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest sleep between two looks. Default 1 second. What this node stores is seen at once.</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before somebody who is not known yet is asked for again; each further one is twice as long. Default 1 second.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries. Default 1 hour.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);
}
