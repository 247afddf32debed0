using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tiers;

/// <summary>Which tier a member has, and what speaks for her (docs/domain §6).</summary>
public sealed record TierState
{
    public static readonly TierState None = new();

    /// <summary>Her tier by its name; null for none.</summary>
    public string? Name { get; init; }

    public Instant Since { get; init; }

    /// <summary>The end of the year for which it is hers.</summary>
    public Instant Until { get; init; }

    /// <summary>She was warned that she will lose it then.</summary>
    public bool IsAtRisk { get; init; }

    /// <summary>The tiers she is invited to.</summary>
    public ImmutableArray<string> Invitations { get; init; } = [];

    /// <summary>All she ever paid, less what was refunded, in the chain's currency.</summary>
    public decimal Spent { get; init; }

    /// <summary>How many purchases she ever made, less those refunded whole.</summary>
    public int Orders { get; init; }

    internal TierState Evolve(MemberEvent happened) => happened switch
    {
        TierInvited { IsGiven: true } invited => Invitations.Contains(invited.Tier) ? this : this with { Invitations = Invitations.Add(invited.Tier) },
        TierInvited invited => this with { Invitations = Invitations.Remove(invited.Tier) },
        TierChanged changed => this with { Name = changed.To, Since = changed.At, Until = changed.Until ?? default, IsAtRisk = false },
        TierKept kept => this with { Until = kept.Until, IsAtRisk = false },
        TierAtRisk risk => this with { Until = risk.On, IsAtRisk = true },
        _ => this,
    };

    public bool Equals(TierState? other) =>
        other is not null && Name == other.Name && Since == other.Since && Until == other.Until && IsAtRisk == other.IsAtRisk
        && Spent == other.Spent && Orders == other.Orders && Invitations.AsSpan().SequenceEqual(other.Invitations.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Since, Until, IsAtRisk, Spent, Orders);
}
