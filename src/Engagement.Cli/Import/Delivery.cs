using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary>What became of a batch.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    public sealed record Acknowledged(Tally Tally, IReadOnlyList<RejectedItem> Rejected) : Delivery;

    public sealed record GivenUp(string Why, int ExitCode) : Delivery;

    /// <summary>The user ended the import before the batch was acknowledged.</summary>
    public sealed record Stopped : Delivery;
}
