namespace Engagement.Hosting.Jobs;

/// <summary>What follows a calendar (<c>Engagement:Jobs</c>).</summary>
public sealed class JobsOptions
{
    /// <summary>
    /// A time of a campaign that nobody was there for is made up for if it is younger than this: the latest one, once. Default 24
    /// hours of the node's clock, at most 7 days; 0 makes up for nothing. More reaches members longer after the day that was meant.
    /// </summary>
    public TimeSpan MissedWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// From this time of day on, by its own clocks, a store's digest of the day before is made. Default 06:00. Earlier leaves less
    /// time for what tills send late.
    /// </summary>
    public TimeOnly DigestAt { get; set; } = new(6, 0);

    /// <summary>
    /// From this time of day on, by the clock of the chain's zone, the forecast and the quintiles of its members are worked out anew.
    /// Default 03:00. It reads all members: choose an hour with little else to do.
    /// </summary>
    public TimeOnly ValueAt { get; set; } = new(3, 0);

    /// <summary>How many members of a run are told at the same time. Default 16. More is faster and leaves less for others.</summary>
    public int MostAtOnce { get; set; } = 16;

    /// <summary>How many members a run takes before it notes how far it has come. Default 200; after a crash so many are asked again.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>
    /// How long a run is left to the node that has it. Default 1 minute of real time; 5 seconds or more. After a crash another node
    /// goes on when it has ended.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often a node looks whether anything was missed and whether all is scheduled, beside being told of it. Default 1 minute of
    /// real time.
    /// </summary>
    public TimeSpan BetweenLooks { get; set; } = TimeSpan.FromMinutes(1);
}
