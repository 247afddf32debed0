using System.Collections.Immutable;

namespace Engagement.Domain.Value;

/// <summary>How a member's value is measured (docs/domain §5).</summary>
public sealed record ValuePolicy
{
    /// <summary>Days over which frequency and monetary value are summed. Default 365.</summary>
    public int WindowDays { get; init; } = 365;

    /// <summary>A member whose monetary value over that window is at least this is one of high value. Default 20,000.</summary>
    public decimal HighValueFrom { get; init; } = 20_000m;

    /// <summary>
    /// Where the chain has a forecast, a member who is about to fall a stage is flagged as slipping from the day on which it is less
    /// likely than this that she comes before. Default 0.5; 1 flags everybody who is about to fall, 0 nobody.
    /// </summary>
    public decimal SlippingBelow { get; init; } = 0.5m;

    /// <summary>How many years a member is kept, for her lifetime value. Default 3.</summary>
    public decimal YearsKept { get; init; } = 3m;

    /// <summary>
    /// What winning a member costs, in the chain's currency; null where nobody has said. A lifetime value should be three times that.
    /// </summary>
    public decimal? AcquisitionCost { get; init; }

    /// <summary>How willing to recommend somebody is who was never asked, 0 to 1. Default 0.5.</summary>
    public decimal Willingness { get; init; } = 0.5m;

    /// <summary>Acts after which a member's value jumps (高价值行为). Default: a better card, a second category, a friend who buys.</summary>
    public ImmutableArray<HighValueAct> HighValueActs { get; init; } = HighValueAct.Usual;

    public bool Equals(ValuePolicy? other) =>
        other is not null && WindowDays == other.WindowDays && HighValueFrom == other.HighValueFrom && SlippingBelow == other.SlippingBelow
        && YearsKept == other.YearsKept && AcquisitionCost == other.AcquisitionCost && Willingness == other.Willingness
        && HighValueActs.AsSpan().SequenceEqual(other.HighValueActs.AsSpan());

    public override int GetHashCode() =>
        HashCode.Combine(WindowDays, HighValueFrom, SlippingBelow, YearsKept, AcquisitionCost, Willingness, HighValueActs.Length);
}
