using System.Collections.Immutable;

namespace Engagement.Domain.Recall;

/// <summary>From one number to another, both included; null on a side for no end there.</summary>
public sealed record Between(decimal? From = null, decimal? To = null)
{
    public bool Holds(decimal value) => !(value < From) && !(value > To);

    public bool Holds(double value) => !(value < (double?)From) && !(value > (double?)To);
}

/// <summary>Which tags (标签) are asked for: all of the first, one of the second, none of the third.</summary>
public sealed record TagsWanted(
    ImmutableArray<string>? All = null, ImmutableArray<string>? Any = null, ImmutableArray<string>? None = null)
{
    public bool Equals(TagsWanted? other) =>
        other is not null && Lists.Same(All, other.All) && Lists.Same(Any, other.Any) && Lists.Same(None, other.None);

    public override int GetHashCode() => HashCode.Combine(All?.Length, Any?.Length, None?.Length);
}

/// <summary>How often something was done lately, of what a member remembers act by act (docs/domain/campaigns.md).</summary>
/// <param name="Type">One of <see cref="ActsRemembered"/>.</param>
/// <param name="WithinDays">Days of 24 hours up to now; of sign-ins, local calendar days, of which today is one.</param>
/// <param name="AtLeast">So often or more often.</param>
/// <param name="AtMost">So often or less often; 0 for not at all.</param>
/// <param name="SumFrom">Purchases only: so much was paid or more, less refunds, in the chain's currency.</param>
public sealed record ActsWanted(string Type, int WithinDays, int? AtLeast = null, int? AtMost = null, decimal? SumFrom = null);

/// <summary>Two lists, each of which may be missing.</summary>
internal static class Lists
{
    public static bool Same<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        left.HasValue == right.HasValue && left.GetValueOrDefault([]).AsSpan().SequenceEqual(right.GetValueOrDefault([]).AsSpan());
}
