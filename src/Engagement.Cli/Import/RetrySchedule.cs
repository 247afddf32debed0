namespace Engagement.Cli.Import;

/// <summary>How long to wait before a batch is sent again, and when to give up on it.</summary>
internal sealed class RetrySchedule(TimeProvider time)
{
    /// <summary>A restart of the server must fit in; an outage should not look like patience.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    private readonly long firstFailure = time.GetTimestamp();
    private TimeSpan delay = FirstDelay;

    /// <param name="asked">How long the server asked to be left alone, if it did.</param>
    /// <returns>Null when patience would be over before the next try.</returns>
    public TimeSpan? Next(TimeSpan? asked)
    {
        var wait = asked is { } wish && wish > delay ? wish : delay;
        delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        return time.GetElapsedTime(firstFailure) + wait > Patience ? null : wait;
    }
}
