using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;

namespace Engagement.Domain.Families;

/// <summary>A family (家庭) shares the benefits of its head (docs/domain §6): a member is the head of hers, belongs to another's, or neither.</summary>
public sealed record Family
{
    public static readonly Family None = new();

    /// <summary>Whose family she belongs to; null where it is her own, or none.</summary>
    public MemberId? Head { get; init; }

    /// <summary>Who belongs to hers, in the order in which they were asked.</summary>
    public ImmutableArray<Relative> Relatives { get; init; } = [];

    /// <summary>Whether somebody belongs to her family, and has said so.</summary>
    public bool Has(MemberId relative) => Relatives.Any(known => known.Id == relative && known.HasAgreed);

    internal Family Evolve(MemberEvent happened) => happened switch
    {
        FamilyAsked asked => this with { Relatives = Relatives.Add(new(asked.Relative, HasAgreed: false)) },
        FamilyGrown grown => With(grown.Relative, hasAgreed: true),
        FamilyShrunk shrunk => Without(shrunk.Relative),
        FamilyDismissed dismissed => Without(dismissed.Relative),
        FamilyJoined joined => this with { Head = joined.Head },
        FamilyLeft => this with { Head = null },
        FamilyParted => this with { Head = null },
        _ => this,
    };

    private Family With(MemberId relative, bool hasAgreed) => this with
    {
        Relatives = [.. Relatives.Select(known => known.Id == relative ? known with { HasAgreed = hasAgreed } : known)],
    };

    private Family Without(MemberId relative) => this with { Relatives = Relatives.RemoveAll(known => known.Id == relative) };

    public bool Equals(Family? other) =>
        other is not null && Head == other.Head && Relatives.AsSpan().SequenceEqual(other.Relatives.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Head, Relatives.Length);
}

/// <summary>Somebody of a family.</summary>
/// <param name="HasAgreed">She was asked and has no other family.</param>
public readonly record struct Relative(MemberId Id, bool HasAgreed);
