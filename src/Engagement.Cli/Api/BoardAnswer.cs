namespace Engagement.Cli.Api;

/// <summary>The board. Figures are kept by name, so that those of later servers are shown as well.</summary>
internal sealed record BoardAnswer(
    string Chain,
    string? Store,
    long Position,
    DateTimeOffset AsOf,
    IReadOnlyDictionary<string, long> Stages,
    IReadOnlyDictionary<string, decimal> Today,
    IReadOnlyDictionary<string, long>? Flags,
    IReadOnlyList<StageMovement>? Movements);

internal sealed record StageMovement(string? From, string To, long Count);
