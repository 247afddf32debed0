namespace Engagement.Domain.Streaks;

/// <summary>Daily sign-in (docs/domain §7).</summary>
public sealed record StreakPolicy
{
    /// <summary>How many missed days of a calendar month are forgiven by themselves (补签). Default 0.</summary>
    public int FreezesPerMonth { get; init; }

    /// <summary>How many hours before her latest sign-in one that arrives late still mends the run. Default 48.</summary>
    public int LateUploadHours { get; init; } = 48;
}
