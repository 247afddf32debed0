using System.Collections.Immutable;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Points;

/// <summary>
/// A member's points (积分, docs/domain §6) as dated lots, oldest first, and what she owes where a refund took back points
/// that were spent. While she owes there are no lots: what she earns then pays her debt first.
/// </summary>
public sealed record PointsLedger
{
    public static readonly PointsLedger None = new();

    public ImmutableArray<PointsLot> Lots { get; init; } = [];

    /// <summary>How far the balance is below zero, as a number that is not negative.</summary>
    public long Debt { get; init; }

    /// <summary>All that was ever earned, less what refunds took back; spending and expiry do not lower it.</summary>
    public long Earned { get; init; }

    /// <summary>What the lots hold together, less what is owed.</summary>
    public long Balance
    {
        get
        {
            var balance = -Debt;
            foreach (var lot in Lots)
                balance += lot.Left;
            return balance;
        }
    }

    /// <summary>How many can be spent at <paramref name="at"/>: those that are neither pending nor expired; 0 where she owes.</summary>
    public long UsableAt(Instant at)
    {
        var usable = 0L;
        foreach (var lot in Lots)
            usable += CanSpend(lot, at) ? lot.Left : 0;
        return usable;
    }

    /// <summary>How many of them will have expired by <paramref name="at"/>, if she spends none.</summary>
    public long ExpiringBy(Instant at)
    {
        var expiring = 0L;
        foreach (var lot in Lots)
            expiring += lot.ExpiresAt <= at ? lot.Left : 0;
        return expiring;
    }

    /// <summary>When the first of her lots expires; null if none will.</summary>
    public Instant? NextExpiry
    {
        get
        {
            Instant? next = null;
            foreach (var lot in Lots)
            {
                if (lot.ExpiresAt is { } at && !(next <= at))
                    next = at;
            }

            return next;
        }
    }

    /// <summary>The lots that have expired by <paramref name="at"/>, oldest first.</summary>
    public ImmutableArray<PointsPart> ExpiredBy(Instant at) =>
        [.. Lots.Where(lot => lot.ExpiresAt <= at).Select(lot => new PointsPart(lot.At, lot.Purchase, lot.Left))];

    internal PointsLedger Earn(Instant at, long points, int purchase, PointsTerms? terms)
    {
        if (points <= 0)
            return this;
        var paid = Math.Min(Debt, points);
        var ledger = this with { Debt = Debt - paid, Earned = Earned + points };
        if (points == paid)
            return ledger;
        var place = Lots.Length;
        while (place > 0 && Lots[place - 1].At > at)
            place--;
        return ledger with { Lots = Lots.Insert(place, new(at, points - paid, purchase, terms ?? PointsTerms.Usual)) };
    }

    /// <summary>Takes points off what can be spent, oldest first; what is not there is owed.</summary>
    internal PointsLedger Spend(Instant at, long points) => Take(points, lot => CanSpend(lot, at));

    /// <summary>
    /// Takes back what purchases earned: what is left of each, then what was spent of it from whatever is there, then it is owed.
    /// </summary>
    internal PointsLedger TakeBack(ImmutableArray<RefundedPart> parts)
    {
        var (ledger, spent) = (this, 0L);
        foreach (var part in parts)
        {
            var own = Math.Min(part.Points, ledger.Lots.Where(lot => lot.Purchase == part.Number).Sum(lot => lot.Left));
            ledger = ledger.Take(own, lot => lot.Purchase == part.Number) with { Earned = ledger.Earned - part.Points };
            spent += part.Points - own;
        }

        return ledger.Take(spent, static _ => true);
    }

    /// <summary>Takes points that were given and are given no more, from whatever is there.</summary>
    internal PointsLedger Withdraw(long points) => (this with { Earned = Earned - points }).Take(points, static _ => true);

    internal PointsLedger Expire(Instant at, ImmutableArray<PointsPart> parts)
    {
        var lots = Lots.ToBuilder();
        foreach (var part in parts)
        {
            for (var index = 0; index < lots.Count; index++)
            {
                // Of two that were earned at one instant the terms may differ.
                if (lots[index] is var lot && lot.ExpiresAt <= at && lot.At == part.EarnedAt && lot.Purchase == part.Purchase && lot.Left == part.Points)
                {
                    lots.RemoveAt(index);
                    break;
                }
            }
        }

        return this with { Lots = lots.ToImmutable() };
    }

    private PointsLedger Take(long points, Func<PointsLot, bool> from)
    {
        if (points <= 0)
            return this;
        var lots = ImmutableArray.CreateBuilder<PointsLot>(Lots.Length);
        foreach (var lot in Lots)
        {
            var taken = points > 0 && from(lot) ? Math.Min(lot.Left, points) : 0;
            points -= taken;
            if (lot.Left > taken)
                lots.Add(lot with { Left = lot.Left - taken });
        }

        // Who owes has no lots: what is left of them, pending or not, pays first.
        var ledger = this with { Lots = lots.DrainToImmutable() };
        return points == 0 ? ledger
            : ledger.Lots.IsEmpty ? ledger with { Debt = ledger.Debt + points }
            : ledger.Take(points, static _ => true);
    }

    private static bool CanSpend(PointsLot lot, Instant at) => lot.UsableFrom <= at && !(lot.ExpiresAt <= at);

    // Record equality compares arrays by reference; a ledger is equal when it holds the same.
    public bool Equals(PointsLedger? other) =>
        other is not null && Debt == other.Debt && Earned == other.Earned && Lots.AsSpan().SequenceEqual(other.Lots.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Debt, Earned, Lots.Length);
}
