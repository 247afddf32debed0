namespace Engagement.Domain.Simulation;

/// <summary>What a simulation counts, as one name of up to three words: <c>stages.new</c>, <c>messages.dormancy.sent</c>.</summary>
public readonly record struct Measure(string Group, string First, string? Second = null)
{
    public const string Stages = "stages";
    public const string Movements = "movements";
    public const string Tiers = "tiers";
    public const string Points = "points";
    public const string Messages = "messages";
    public const string Tasks = "tasks";

    /// <summary>Whether it is where members stand, and goes on from day to day, and not what happened on one.</summary>
    public bool IsStanding => Group is Stages or Tiers;

    public override string ToString() => Second is null ? $"{Group}.{First}" : $"{Group}.{First}.{Second}";
}
