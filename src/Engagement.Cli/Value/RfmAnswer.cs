namespace Engagement.Cli.Value;

/// <summary>A chain's quintiles, means and groups.</summary>
internal sealed record RfmAnswer(
    DateTimeOffset? AsOf, int Members, CutPoints? CutPoints, Means? Means, IReadOnlyList<GroupCount> Groups, IReadOnlyList<CellCount> Cells);

internal sealed record CutPoints(IReadOnlyList<decimal> RecencyDays, IReadOnlyList<decimal> Frequency, IReadOnlyList<decimal> Monetary);

internal sealed record Means(decimal RecencyDays, decimal Frequency, decimal Monetary);

internal sealed record GroupCount(string Group, int Members);

internal sealed record CellCount(int R, int F, int M, int Members);
