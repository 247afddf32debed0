namespace Engagement.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something was rejected, unreadable or failed.</summary>
    public const int Failed = 1;

    public const int WrongUse = 2;

    public const int ServerUnreachable = 3;
}
