using Engagement.Domain.Time;

namespace Engagement.Domain.Points;

/// <summary>Points that were earned at one time and are still there (docs/domain §6).</summary>
/// <param name="At">When they were earned: the oldest are spent first.</param>
/// <param name="Left">How many are left, more than 0.</param>
/// <param name="Purchase">The number of the purchase that earned them; 0 for what no refund takes back.</param>
/// <param name="Terms">On which terms they were earned; no later change of the policy touches them.</param>
public readonly record struct PointsLot(Instant At, long Left, int Purchase, PointsTerms Terms)
{
    /// <summary>From then on they are gone; null for never. Worked out once, for it is asked with every turn.</summary>
    public Instant? ExpiresAt { get; } = Terms.ExpiryOf(At);

    /// <summary>From then on they can be spent: the purchase that earned them will not be refunded any more.</summary>
    public Instant UsableFrom => At + TimeSpan.FromDays(Terms.PendingDays);
}

/// <summary>On which terms points were earned.</summary>
/// <param name="ValidMonths">So many calendar months after they were earned they expire; 0 for never.</param>
/// <param name="PendingDays">For so many days they are there and cannot be spent.</param>
public sealed record PointsTerms(int ValidMonths, int PendingDays)
{
    /// <summary>The terms of what says nothing of them.</summary>
    public static readonly PointsTerms Usual = new(12, 0);

    /// <summary>When points that were earned at <paramref name="at"/> expire; months are those of the calendar in UTC.</summary>
    public Instant? ExpiryOf(Instant at) =>
        ValidMonths > 0 && at >= Instant.Earliest && at < Instant.Latest && at.ToDateTimeOffset() is var earned && earned.Year < 9000
            ? Instant.FromDateTimeOffset(earned.AddMonths(ValidMonths))
            : null;
}

/// <summary>What has gone from one lot: points of that age, of that purchase.</summary>
public readonly record struct PointsPart(Instant EarnedAt, int Purchase, long Points);
