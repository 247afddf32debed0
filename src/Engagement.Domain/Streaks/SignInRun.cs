using System.Collections.Immutable;

namespace Engagement.Domain.Streaks;

/// <summary>
/// Days of sign-in without a gap, but for the days a freeze forgave (docs/domain §7). A forgiven day keeps the run whole
/// and adds nothing to its length.
/// </summary>
public sealed record SignInRun(DateOnly First, DateOnly Last, ImmutableArray<DateOnly> Frozen)
{
    /// <summary>The number of days signed in.</summary>
    public int Length => Last.DayNumber - First.DayNumber + 1 - Frozen.Length;

    public bool Covers(DateOnly day) => day >= First && day <= Last;

    public bool Equals(SignInRun? other) =>
        other is not null && First == other.First && Last == other.Last && Frozen.AsSpan().SequenceEqual(other.Frozen.AsSpan());

    public override int GetHashCode() => HashCode.Combine(First, Last, Frozen.Length);
}
