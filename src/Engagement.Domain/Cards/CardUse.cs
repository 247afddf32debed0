using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Cards;

/// <summary>A use as its card remembers it, so that it can be cancelled.</summary>
/// <param name="Id">The sender's id of the use.</param>
/// <param name="Uses">How many uses it counts for on its day: 1, but on a count card what it took.</param>
/// <param name="Parts">What it took from which lots.</param>
/// <param name="Owed">What it took on credit.</param>
/// <param name="Saved">What it saved her.</param>
/// <param name="Visit">The number of the visit among her counted acts; null where it was none, or another member's.</param>
public sealed record CardUse(
    string Id, Instant At, int Uses, ImmutableArray<CardPart> Parts, decimal Owed, decimal Saved, int? Visit)
{
    public bool Equals(CardUse? other) =>
        other is not null && Id == other.Id && At == other.At && Uses == other.Uses && Owed == other.Owed && Saved == other.Saved
        && Visit == other.Visit && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, At, Uses, Owed, Visit);
}
