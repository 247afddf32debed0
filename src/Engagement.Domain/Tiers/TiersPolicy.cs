using System.Collections.Immutable;
using Engagement.Domain.Benefits;

namespace Engagement.Domain.Tiers;

/// <summary>The tiers (等级) of a chain and how a member gets up and down (docs/domain §6).</summary>
public sealed record TiersPolicy
{
    /// <summary>The tiers, lowest first. Default: basic, pro, premium.</summary>
    public ImmutableArray<Tier> Ladder { get; init; } =
    [
        new("basic") { Rules = [new(Spend: 500m)], Benefits = new() { Discounts = Discount.OnAll(10m) } },
        new("pro") { Rules = [new(Spend: 5_000m, WithinDays: 365)], Benefits = new() { Discounts = Discount.OnAll(12m) } },
        new("premium")
        {
            Rules = [new(Spend: 20_000m), new(Invitation: true)],
            Benefits = new() { Discounts = Discount.OnAll(15m), IsSharedWithFamily = true },
        },
    ];

    /// <summary>So many referred friends who bought lift her by one tier; 0 for never. Default 5.</summary>
    public int FriendsToLift { get; init; } = 5;

    /// <summary>For how many calendar months a tier is hers before she has to deserve it anew. Default 12.</summary>
    public int QualificationMonths { get; init; } = 12;

    /// <summary>How many days before she loses a tier she is warned; 0 for not at all. Default 30.</summary>
    public int WarnDaysBefore { get; init; } = 30;

    /// <summary>The tier of that name with its place on the ladder, from 0; null and −1 where there is none.</summary>
    public (Tier? Tier, int Place) Find(string? name)
    {
        for (var place = 0; place < Ladder.Length; place++)
        {
            if (Ladder[place].Name == name)
                return (Ladder[place], place);
        }

        return (null, -1);
    }

    public bool Equals(TiersPolicy? other) =>
        other is not null && Ladder.AsSpan().SequenceEqual(other.Ladder.AsSpan()) && FriendsToLift == other.FriendsToLift
        && QualificationMonths == other.QualificationMonths && WarnDaysBefore == other.WarnDaysBefore;

    public override int GetHashCode() => HashCode.Combine(Ladder.Length, FriendsToLift, QualificationMonths, WarnDaysBefore);
}

/// <summary>One tier.</summary>
/// <param name="Name">What programs call it.</param>
public sealed record Tier(string Name)
{
    /// <summary>What people call it; null for its name.</summary>
    public string? Title { get; init; }

    /// <summary>Whoever fulfils one of these deserves the tier.</summary>
    public ImmutableArray<TierRule> Rules { get; init; } = [];

    public BenefitSet Benefits { get; init; } = new();

    public bool Equals(Tier? other) =>
        other is not null && Name == other.Name && Title == other.Title && Rules.AsSpan().SequenceEqual(other.Rules.AsSpan())
        && Benefits.Equals(other.Benefits);

    public override int GetHashCode() => HashCode.Combine(Name, Title, Rules.Length);
}

/// <summary>What deserves a tier: all that is given has to hold.</summary>
/// <param name="Spend">So much was paid, less what was refunded.</param>
/// <param name="WithinDays">It was paid within so many days; null for ever.</param>
/// <param name="Points">So many points were ever earned, less what refunds took back.</param>
/// <param name="Friends">So many friends she referred have bought.</param>
/// <param name="Invitation">She was invited to it.</param>
public sealed record TierRule(
    decimal? Spend = null, int? WithinDays = null, long? Points = null, int? Friends = null, bool Invitation = false);
