using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Time;

namespace Engagement.Domain.Purchases;

/// <summary>
/// Money was given back: for an order, for a part of an order, or an amount without an order number, which then comes off
/// the purchase of just that amount, else off her latest purchases first. A purchase given back whole leaves the count.
/// </summary>
public sealed record Refund(
    EventKey Key, Instant? At, StoreId? Store, string? OrderId, decimal? Amount, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>What a refund took from one purchase.</summary>
/// <param name="Number">The purchase's number among her counted acts.</param>
/// <param name="Whole">Nothing is left of it: it leaves the count.</param>
public readonly record struct RefundedPart(int Number, decimal Amount, long Points, bool Whole);

/// <summary>Money was given back, with exactly the points that it had earned (docs/domain §6).</summary>
public sealed record Refunded(
    Instant At,
    EventKey Key,
    StoreId? Store,
    string? OrderId,
    decimal Amount,
    long Points,
    ImmutableArray<RefundedPart> Parts,
    string? Extra) : ActEvent(At, Key, Store, Extra)
{
    public bool Equals(Refunded? other) =>
        other is not null && base.Equals(other) && OrderId == other.OrderId && Amount == other.Amount
        && Points == other.Points && Parts.AsSpan().SequenceEqual(other.Parts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), OrderId, Amount, Points);
}

internal static class RefundDecision
{
    public static Taking Decide(Member member, Refund command, Instant at, StoreId? store)
    {
        var purchases = member.Acts.Recent.Reverse().Where(act => act.IsPurchase).ToImmutableArray();
        return command switch
        {
            { OrderId: { } order } => OfOrder(member, command, order, purchases, at, store),
            { Amount: { } amount } => OfAmount(command, amount, purchases, at, store),
            _ => Rejection.RefundOfNothing,
        };
    }

    private static Taking OfOrder(
        Member member, Refund command, string order, ImmutableArray<CountedAct> purchases, Instant at, StoreId? store)
    {
        var ordered = purchases.Where(act => act.OrderId == order).ToImmutableArray();
        if (ordered.IsEmpty)
        {
            return member.Acts.RefundedOrders.Contains(order) ? Rejection.AlreadyRefunded(order) : Rejection.UnknownOrder(order);
        }

        var left = ordered.Sum(act => act.Paid);
        return command.Amount is { } amount && amount > left
            ? Rejection.RefundExceedsOrder(order, left)
            : Accept(command, Allot(ordered, command.Amount ?? left, whole: (command.Amount ?? left) == left), at, store);
    }

    private static Taking OfAmount(
        Refund command, decimal amount, ImmutableArray<CountedAct> purchases, Instant at, StoreId? store)
    {
        var earlier = purchases.Where(act => act.At <= at).ToImmutableArray();
        var exact = earlier.Where(act => act.Paid == amount).Take(1).ToImmutableArray();
        if (!exact.IsEmpty)
            return Accept(command, Allot(exact, amount, whole: true), at, store);
        var left = earlier.Sum(act => act.Paid);
        return amount > left
            ? Rejection.RefundExceedsPurchases(left)
            : Accept(command, Allot(earlier, amount, whole: false), at, store);
    }

    // A free purchase has nothing to give back, yet goes when all that was asked for by name goes.
    private static ImmutableArray<RefundedPart> Allot(ImmutableArray<CountedAct> purchases, decimal amount, bool whole)
    {
        var parts = ImmutableArray.CreateBuilder<RefundedPart>();
        foreach (var act in purchases)
        {
            var taken = Math.Min(act.Paid, amount);
            if (taken == 0m && !whole)
                continue;
            var nothingLeft = taken == act.Paid;
            var payment = act.Payment!;
            var keeps = nothingLeft ? 0 : Math.Min(payment.Points, PointsPolicy.ForPayment(act.Paid - taken, payment.PointsPerUnit));
            parts.Add(new(act.Number, taken, payment.Points - keeps, nothingLeft));
            amount -= taken;
        }

        return parts.ToImmutable();
    }

    private static Taking Accept(Refund command, ImmutableArray<RefundedPart> parts, Instant at, StoreId? store) =>
        new Refunded(
            at,
            command.Key,
            store,
            command.OrderId,
            parts.Sum(part => part.Amount),
            parts.Sum(part => part.Points),
            parts,
            command.Extra);

    public static Member Evolve(Member member, Refunded refunded) => member with
    {
        Acts = member.Acts.TakeBack(refunded.Parts),
        Tier = member.Tier with
        {
            Spent = member.Tier.Spent - refunded.Amount,
            Orders = member.Tier.Orders - refunded.Parts.Count(part => part.Whole),
        },
        Ledger = member.Ledger.TakeBack(refunded.Parts),
    };
}
