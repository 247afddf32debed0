namespace Engagement.Cli.Api;

/// <summary>What became of a call. Nothing else is expected; any exception is a fault.</summary>
internal abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <param name="Tag">The version of what was answered, for a change that is to be guarded; null where there is none.</param>
    public sealed record Taken(T Value, string? Tag = null) : Answer<T>;

    public sealed record Refused(Problem Problem) : Answer<T>;

    /// <summary>No connection, or it broke before the answer: whether the server did the work is not known.</summary>
    public sealed record Unreachable(string Reason) : Answer<T>;
}
