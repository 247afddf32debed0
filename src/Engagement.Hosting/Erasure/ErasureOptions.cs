namespace Engagement.Hosting.Erasure;

/// <summary>How members are forgotten (<c>Engagement:Erasure</c>). All spans are real time.</summary>
public sealed class ErasureOptions
{
    /// <summary>
    /// The file outside the database in which every erasure is noted, so that a restored backup brings nobody back. Default
    /// <c>erasures.log</c> in the folder of the keys. Keep it apart from the database's backups; each node of a cluster writes its own,
    /// or all of them one on a shared disk. Empty switches it off: then a restored backup brings back whoever it holds.
    /// </summary>
    public string? LogFile { get; set; }

    /// <summary>
    /// Up to this size of what is to be written anew, in MiB, the database's files are swept as soon as somebody has been erased. Default
    /// 256, which holds up commits for some seconds. 0 leaves all to the night (SQLite) or to the operator (PostgreSQL).
    /// </summary>
    public int SweepAtOnceUpToMebibytes { get; set; } = 256;

    /// <summary>
    /// From this time of day on, by the clock of the chain's zone, members and words that have become too old are erased, and files
    /// swept. Default 03:30: choose an hour with little else to do.
    /// </summary>
    public TimeOnly RetentionAt { get; set; } = new(3, 30);

    /// <summary>How long an erasure is left to the node that has it. Default 5 minutes. After a crash another goes on with it then.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest sleep between two looks. Default 5 seconds. What this node is asked for is seen at once.</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(5);
}
