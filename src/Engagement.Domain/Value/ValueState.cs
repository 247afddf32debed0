using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>What a member remembers for the sake of her value (docs/domain §5), beside her acts.</summary>
public sealed record ValueState
{
    private const int MostCategories = 16;
    private const int MostMarks = 16;

    public static readonly ValueState None = new();

    /// <summary>The first categories she bought in, in that order.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Her latest high-value acts, in the order in which they were told.</summary>
    public ImmutableArray<HighValueMark> Marks { get; init; } = [];

    /// <summary>The most she ever paid for a card, in the chain's currency; null if she never had one.</summary>
    public decimal? DearestCard { get; init; }

    /// <summary>Her latest survey's score, 0 to 10; null if she never answered one.</summary>
    public int? LastScore { get; init; }

    /// <summary>When she gave it.</summary>
    public Instant? LastScoreAt { get; init; }

    internal static ValueState Evolve(ValueState value, MemberEvent happened) => happened switch
    {
        Purchased { Items: { } items } => value.Bought(Value.Categories.Of(items)),
        HighValueActDone done => value with
        {
            Marks = (value.Marks.Length < MostMarks ? value.Marks : value.Marks.RemoveAt(0)).Add(new(done.Code, done.At)),
        },
        CardIssued issued when !(issued.Paid <= value.DearestCard) => value with { DearestCard = issued.Paid },
        // One that comes late does not take the place of a later one.
        Surveyed surveyed when value.LastScoreAt is not { } last || surveyed.At >= last => value with
        {
            LastScore = surveyed.Score,
            LastScoreAt = surveyed.At,
        },
        _ => value,
    };

    private ValueState Bought(IReadOnlyList<string> categories)
    {
        if (Categories.Length == MostCategories || categories.All(category => Categories.Contains(category)))
            return this;
        return this with { Categories = [.. Categories.Concat(categories).Distinct().Take(MostCategories)] };
    }

    public bool Equals(ValueState? other) =>
        other is not null && LastScore == other.LastScore && LastScoreAt == other.LastScoreAt && DearestCard == other.DearestCard
        && Categories.AsSpan().SequenceEqual(other.Categories.AsSpan()) && Marks.AsSpan().SequenceEqual(other.Marks.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Categories.Length, Marks.Length, LastScore, LastScoreAt);
}
