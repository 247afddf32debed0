namespace Engagement.Hosting.Time;

/// <summary>A simulated clock (<c>Engagement:Clock</c>), for demonstrations and tests.</summary>
public sealed class ClockOptions
{
    /// <summary>Where the clock starts when the node does. Default: now.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>
    /// How many times faster than real time it runs. Default 1. What a member has lived through stays as it is when a later
    /// start sets the clock back.
    /// </summary>
    public double Speed { get; set; } = 1;
}
