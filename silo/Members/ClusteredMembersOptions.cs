namespace Engagement.Silo.Members;

/// <summary>How many members a node of a cluster keeps awake (<c>Engagement:Members</c>).</summary>
public sealed class ClusteredMembersOptions
{
    /// <summary>
    /// After how long without a turn a member leaves memory. Default 5 minutes of real time, at least 2. More saves reading
    /// rows again; a member who is not in memory costs one read of one row when she is next spoken to.
    /// </summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How much of the memory the process may use can be in use before members leave it early, those idle the longest first.
    /// In percent, default 80; looked at every 5 seconds. Less leaves room for bursts; more keeps more members awake and comes
    /// nearer to being killed for want of memory.
    /// </summary>
    public double MemoryLimitPercent { get; set; } = 80;

    internal bool IsValid => IdleFor >= TimeSpan.FromMinutes(2) && MemoryLimitPercent is > 5 and <= 100;
}
