namespace Engagement.Hosting.Members;

/// <summary>How many members an embedded node keeps awake (<c>Engagement:Members</c>).</summary>
public sealed class LocalMembersOptions
{
    /// <summary>
    /// The most members kept in memory. Default 20,000, which is some 40 MB. More saves reading busy members again; a
    /// member that is not in memory costs one read of one row when she is next spoken to.
    /// </summary>
    public int MostAwake { get; set; } = 20_000;

    /// <summary>After how long without a turn a member leaves memory. Default 5 minutes of real time.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(5);
}
