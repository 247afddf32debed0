namespace Engagement.Cli.Import;

/// <summary>How an import ended, and what became of the rows up to there.</summary>
internal abstract record ImportOutcome(Tally Tally)
{
    public sealed record Completed(Tally Tally) : ImportOutcome(Tally);

    public sealed record Stopped(Tally Tally) : ImportOutcome(Tally);

    public sealed record GivenUp(Tally Tally, string Why, int ExitCode) : ImportOutcome(Tally);
}
