using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Points;

/// <summary>She pays with points: a fee, or goods of the catalogue (docs/domain §6).</summary>
/// <param name="Points">How many, towards a fee; null where she takes goods.</param>
/// <param name="Goods">The name of the goods; null where she pays a fee.</param>
/// <param name="Count">How many of the goods, 1 or more.</param>
public sealed record RedeemPoints(
    EventKey Key, Instant? At, StoreId? Store, long? Points, string? Goods, int Count = 1, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>Somebody on the staff gives or takes points by hand, and says why (docs/domain §6).</summary>
/// <param name="Points">More than 0 to give, less than 0 to take; a balance may go below zero by it.</param>
public sealed record AdjustPoints(EventKey Key, Instant? At, StoreId? Store, long Points, string Reason, StaffId By, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>She paid with points.</summary>
/// <param name="Worth">What that was worth, in the chain's currency; 0 for goods.</param>
public sealed record PointsRedeemed(
    Instant At, EventKey Key, StoreId? Store, long Points, decimal Worth, string? Goods, int Count, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>Somebody on the staff gave or took points.</summary>
public sealed record PointsAdjusted(Instant At, EventKey Key, StoreId? Store, long Points, string Reason, StaffId By, string? Extra)
    : ActEvent(At, Key, Store, Extra);

/// <summary>Points were not spent in time.</summary>
public sealed record PointsExpired(Instant At, long Points, ImmutableArray<PointsPart> Parts) : MemberEvent(At)
{
    public bool Equals(PointsExpired? other) =>
        other is not null && base.Equals(other) && Points == other.Points && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Points, Parts.Length);
}
