using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;

namespace Engagement.Domain.Recall;

/// <summary>
/// Which members are meant: all that is asked for has to hold; what is left out asks for nothing. What it means is
/// <see cref="SegmentTest"/> (docs/domain/campaigns.md).
/// </summary>
public sealed record Segment
{
    /// <summary>She is in one of these.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>Her home store is one of these.</summary>
    public ImmutableArray<string> Stores { get; init; } = [];

    /// <summary>At least one of these is raised.</summary>
    public ImmutableArray<AttentionFlags> Flags { get; init; } = [];

    /// <summary>She has been in her stage for so many whole days at least, at the campaign's time.</summary>
    public int? InStageDaysFrom { get; init; }

    /// <summary>And for so many at most.</summary>
    public int? InStageDaysTo { get; init; }

    /// <summary>Whole days since her last counted act; who never came is not in it.</summary>
    public Between? RecencyDays { get; init; }

    /// <summary>Her counted acts over the policy's window.</summary>
    public Between? Frequency { get; init; }

    /// <summary>What she paid, less refunds, over the policy's window, in the chain's currency.</summary>
    public Between? Money { get; init; }

    /// <summary>She ever paid so much, less refunds, in the chain's currency.</summary>
    public decimal? SpentFrom { get; init; }

    /// <summary>She ever made so many purchases, less those refunded whole.</summary>
    public int? OrdersFrom { get; init; }

    /// <summary>She has one of these tiers; <see cref="NoTier"/> stands for having none.</summary>
    public ImmutableArray<string>? Tiers { get; init; }

    /// <summary>The points she can spend.</summary>
    public Between? Points { get; init; }

    /// <summary>She is in one of these of the eight groups, by the chain's latest grid; without a grid nobody is.</summary>
    public ImmutableArray<string>? RfmGroups { get; init; }

    /// <summary>The probability that she has not left for good, 0 to 1; without a forecast nobody has one.</summary>
    public Between? Alive { get; init; }

    /// <summary>On how many days she is expected to come within a quarter; without a forecast nobody is expected.</summary>
    public Between? ExpectedVisits { get; init; }

    /// <summary>She has a card of one of these kinds that has neither ended nor been given back.</summary>
    public ImmutableArray<string>? CardKinds { get; init; }

    /// <summary>She has a card that ends within so many days; where kinds are asked for too, one of those.</summary>
    public int? CardExpiresWithinDays { get; init; }

    /// <summary>So many friends whom she referred have bought.</summary>
    public int? FriendsBoughtFrom { get; init; }

    /// <summary>What she answered to her latest survey, 0 to 10; who never answered is not in it.</summary>
    public Between? Score { get; init; }

    /// <summary>Whether she has joined.</summary>
    public bool? Joined { get; init; }

    /// <summary>She was born in one of these months, 1 to 12; whose birthday is not known is not in it.</summary>
    public ImmutableArray<int>? BirthdayMonths { get; init; }

    public TagsWanted? Tags { get; init; }

    /// <summary>How often she did what lately: each has to hold.</summary>
    public ImmutableArray<ActsWanted>? Acts { get; init; }

    /// <summary>The name in <see cref="Tiers"/> for members without a tier.</summary>
    public const string NoTier = "none";

    /// <summary>Whether it asks for what only the member herself knows, and no store has a column for.</summary>
    public bool AsksMemory => this != new Segment
    {
        Stages = Stages,
        Stores = Stores,
        Flags = Flags,
        InStageDaysFrom = InStageDaysFrom,
        InStageDaysTo = InStageDaysTo,
    };

    /// <summary>Whether members at home in <paramref name="store"/> can be in it; null stands for those without a store.</summary>
    public bool Covers(StoreId? store) => Stores.IsEmpty || (store is { } home && Stores.Contains(home.Value));

    public bool Equals(Segment? other) =>
        other is not null && InStageDaysFrom == other.InStageDaysFrom && InStageDaysTo == other.InStageDaysTo
        && Stages.AsSpan().SequenceEqual(other.Stages.AsSpan()) && Stores.AsSpan().SequenceEqual(other.Stores.AsSpan())
        && Flags.AsSpan().SequenceEqual(other.Flags.AsSpan())
        && RecencyDays == other.RecencyDays && Frequency == other.Frequency && Money == other.Money
        && SpentFrom == other.SpentFrom && OrdersFrom == other.OrdersFrom && Points == other.Points
        && Alive == other.Alive && ExpectedVisits == other.ExpectedVisits && CardExpiresWithinDays == other.CardExpiresWithinDays
        && FriendsBoughtFrom == other.FriendsBoughtFrom && Score == other.Score && Joined == other.Joined && Tags == other.Tags
        && Lists.Same(Tiers, other.Tiers) && Lists.Same(RfmGroups, other.RfmGroups) && Lists.Same(CardKinds, other.CardKinds)
        && Lists.Same(BirthdayMonths, other.BirthdayMonths) && Lists.Same(Acts, other.Acts);

    public override int GetHashCode() =>
        HashCode.Combine(Stages.Length, Stores.Length, Flags.Length, InStageDaysFrom, InStageDaysTo, RecencyDays, Tags, Acts?.Length);
}

/// <summary>A segment that a chain keeps under a name, for campaigns and for staff to count (docs/domain/campaigns.md).</summary>
public sealed record SavedSegment
{
    /// <summary>What people call it, at most 200 characters; null for its name.</summary>
    public string? Title { get; init; }

    public Segment Segment { get; init; } = new();

    /// <summary>The chain's version that this came into force with.</summary>
    public long Version { get; init; }
}
