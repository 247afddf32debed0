using System.Collections.Immutable;

namespace Engagement.Domain.Policies;

/// <summary>What one field of a policy may hold (docs/domain §2), just as <see cref="PolicyValidation"/> checks it.</summary>
/// <param name="Path">Where, such as <c>stages.dormantAfterDays</c>; in a list or under names of the chain's own, one of them for all.</param>
/// <param name="From">The least number; null for no such bound.</param>
/// <param name="To">The greatest number; null for no such bound.</param>
/// <param name="IsName">It is a name that programs use; see <see cref="NamePattern"/>.</param>
/// <param name="MostCharacters">The most characters; null for no such bound.</param>
/// <param name="MostItems">The most items, or names; null for no such bound.</param>
public sealed record PolicyBound(
    string Path, decimal? From = null, decimal? To = null, bool IsName = false, int? MostCharacters = null, int? MostItems = null)
{
    /// <summary>A regular expression for names that programs use: of a template, a kind of task, a channel.</summary>
    public const string NamePattern = "^[a-z0-9_]{1,64}$";

    /// <summary>
    /// Every bound there is. They are noted down while the default policy is validated, so that what is told of them and what is
    /// checked cannot differ. Rules between two fields ("must be more than …") are none of them.
    /// </summary>
    public static ImmutableArray<PolicyBound> All { get; } = PolicyValidation.Bounds(Policy.Default);
}
