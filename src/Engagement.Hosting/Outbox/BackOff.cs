namespace Engagement.Hosting.Outbox;

/// <summary>
/// When something that failed is tried again: after a first wait, then after twice as long each time up to a longest, until the
/// time is over after which nobody waits any more.
/// </summary>
internal sealed record BackOff(TimeSpan First, TimeSpan Longest, TimeSpan GiveUpAfter)
{
    /// <summary>The most that a receiver may ask us to wait before one try.</summary>
    public static readonly TimeSpan MostAskedFor = TimeSpan.FromHours(12);

    /// <summary>What could not be tried while a node was down is tried so often at least, however old it is.</summary>
    private const int FewestTries = 5;

    /// <summary>The wait after so many tries that failed; null when it is time to give up.</summary>
    /// <param name="age">How long ago it was to happen: waits add up to less where tries are put off for other reasons.</param>
    /// <param name="draw">From 0 to 1: where in the span from three quarters to five quarters of the wait it falls, so that
    /// what failed together does not come back together.</param>
    /// <param name="asked">How long the other side asked us to wait; null where it did not.</param>
    public TimeSpan? After(int tries, TimeSpan age, double draw, TimeSpan? asked = null)
    {
        if (Waited(tries) > GiveUpAfter || (age > GiveUpAfter && tries >= FewestTries))
            return null;
        var wait = Nominal(tries) * (0.75 + (draw / 2));
        return asked is { } least && least > wait ? (least < MostAskedFor ? least : MostAskedFor) : wait;
    }

    // In seconds, which doubling does not overflow.
    /// <summary>The wait after so many tries that failed, for those who do not come back in a crowd.</summary>
    public TimeSpan Nominal(int tries) =>
        TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, Math.Max(tries - 1, 0)), Longest.TotalSeconds));

    private TimeSpan Waited(int tries)
    {
        var waited = TimeSpan.Zero;
        for (var number = 1; number <= tries && waited <= GiveUpAfter; number++)
            waited += Nominal(number);
        return waited;
    }
}
