using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Stages;

namespace Engagement.Domain.Recall;

/// <summary>Which members a campaign is for: all that is asked for has to hold; what is left empty asks for nothing.</summary>
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

    /// <summary>Whether members at home in <paramref name="store"/> can be in it; null stands for those without a store.</summary>
    public bool Covers(StoreId? store) => Stores.IsEmpty || (store is { } home && Stores.Contains(home.Value));

    public bool Equals(Segment? other) =>
        other is not null && InStageDaysFrom == other.InStageDaysFrom && InStageDaysTo == other.InStageDaysTo
        && Stages.AsSpan().SequenceEqual(other.Stages.AsSpan()) && Stores.AsSpan().SequenceEqual(other.Stores.AsSpan())
        && Flags.AsSpan().SequenceEqual(other.Flags.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Stages.Length, Stores.Length, Flags.Length, InStageDaysFrom, InStageDaysTo);
}
