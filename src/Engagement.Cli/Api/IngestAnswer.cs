namespace Engagement.Cli.Api;

/// <summary>What the server did with a batch; the three counts add up to its items.</summary>
internal sealed record IngestAnswer(int Accepted, int Duplicates, IReadOnlyList<RejectedItem> Rejected, long Position);

internal sealed record RejectedItem(int Index, string? Id, string? Code, string? Detail);
