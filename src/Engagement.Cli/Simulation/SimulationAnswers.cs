namespace Engagement.Cli.Simulation;

/// <summary>A simulation on the server.</summary>
internal sealed record SimulationAnswer(string Id, string State, ProgressAnswer Progress, ReportAnswer? Report);

internal sealed record ProgressAnswer(long Done, long Of);

internal sealed record ReportAnswer(
    string Baseline,
    string From,
    string To,
    long Events,
    long Members,
    long Refused,
    long NoLongerApply,
    FiguresAnswer Totals,
    DifferingAnswer Differing);

internal sealed record FiguresAnswer(IReadOnlyDictionary<string, long> Draft, IReadOnlyDictionary<string, long> Baseline);

internal sealed record DifferingAnswer(long Members, long Stage, long Tier, long Points, IReadOnlyList<DifferingMemberAnswer> Examples);

internal sealed record DifferingMemberAnswer(string Member, StandingAnswer Draft, StandingAnswer Baseline);

internal sealed record StandingAnswer(string? Stage, string? Tier, long Points);
