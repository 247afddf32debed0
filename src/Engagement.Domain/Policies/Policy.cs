using System.Collections.Immutable;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Points;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tiers;
using Engagement.Domain.Value;

namespace Engagement.Domain.Policies;

/// <summary>
/// The numbers a chain lives by. Every default is the one of docs/domain; a chain may change each of them, and a store
/// those that its chain has not locked. A policy is only ever used after <see cref="PolicyValidation"/> found nothing.
/// </summary>
public sealed record Policy
{
    public static readonly Policy Default = new();

    /// <summary>The lifecycle (docs/domain §4).</summary>
    public StagePolicy Stages { get; init; } = new();

    /// <summary>Recency, frequency and monetary value (docs/domain §5).</summary>
    public ValuePolicy Value { get; init; } = new();

    /// <summary>What acts earn (docs/domain §6).</summary>
    public PointsPolicy Points { get; init; } = new();

    /// <summary>Tiers (docs/domain §6).</summary>
    public TiersPolicy Tiers { get; init; } = new();

    /// <summary>What being a member is good for (docs/domain §6).</summary>
    public BenefitsPolicy Benefits { get; init; } = new();

    /// <summary>Bringing friends (docs/domain §10).</summary>
    public ReferralPolicy Referral { get; init; } = new();

    /// <summary>Daily sign-in (docs/domain §7).</summary>
    public StreakPolicy Streak { get; init; } = new();

    /// <summary>Playbooks and the rule of sending (docs/domain §9).</summary>
    public RecallPolicy Recall { get; init; } = new();

    /// <summary>Tasks of staff and of new members (docs/domain §8).</summary>
    public CarePolicy Care { get; init; } = new();

    /// <summary>Cards (docs/domain §6).</summary>
    public CardsPolicy Cards { get; init; } = new();

    /// <summary>How long what leads to a person is kept (docs/domain/erasure.md).</summary>
    public RetentionPolicy Retention { get; init; } = new();

    /// <summary>The IANA zone whose calendar days count for members that have no store yet. Default: UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Paths such as <c>stages.dormantAfterDays</c> or <c>points</c> that no store may override. Default: none.</summary>
    public ImmutableArray<string> Locked { get; init; } = [];

    // Compared by what it says: two policies read from the same document are equal.
    public bool Equals(Policy? other) =>
        other is not null && Stages == other.Stages && Value == other.Value && Points.Equals(other.Points)
        && Tiers.Equals(other.Tiers) && Benefits == other.Benefits && Referral == other.Referral
        && Streak == other.Streak && Recall.Equals(other.Recall) && Care.Equals(other.Care) && Cards.Equals(other.Cards) && Retention == other.Retention && TimeZone == other.TimeZone && Locked.AsSpan().SequenceEqual(other.Locked.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Stages, Value, Points, Streak, TimeZone, Locked.Length);
}
