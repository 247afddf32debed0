namespace Engagement.Hosting.Tests.Auth;

/// <summary>Real time, moved on by as much as a test says: nothing has to be slept through.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Pass(TimeSpan span) => _ahead += span;
}
