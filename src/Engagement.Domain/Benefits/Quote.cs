using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;

namespace Engagement.Domain.Benefits;

/// <summary>One line of a bill.</summary>
/// <param name="Category">Null for none.</param>
/// <param name="Amount">In the chain's currency, not negative.</param>
public readonly record struct BillLine(string? Category, decimal Amount);

/// <summary>
/// What a bill costs somebody now, and what joining, or the next tier, would save on it, so that the desk can say so
/// (docs/domain §6). All money is in the chain's currency.
/// </summary>
/// <param name="Bill">The bill without any discount.</param>
/// <param name="Discount">What her benefits of today take off.</param>
/// <param name="Joining">What joining would save; null for who has joined.</param>
/// <param name="NextTier">What the tier above hers would save; null where there is none.</param>
public sealed record Quote(decimal Bill, decimal Discount, QuotedOffer? Joining, QuotedTier? NextTier)
{
    public decimal ToPay => Bill - Discount;

    /// <param name="member">Null for somebody who is nobody's member yet.</param>
    /// <param name="shared">What her family shares with her; null for nothing.</param>
    public static Quote Of(Policy policy, Member? member, BenefitSet? shared, IReadOnlyList<BillLine> bill, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(bill);
        member ??= Member.Unknown;
        var total = bill.Sum(line => line.Amount);
        var held = Entitlement.Of(policy, member, shared);
        var now = Off(bill, held);
        var joining = member.Joined ? null : Offer(bill, [.. held, policy.Benefits.Joined], policy.Benefits.Joined.GiftPack, now, policy.Benefits.JoiningFee);
        var next = TierOutlook.Of(policy, member, at);
        return new(
            total,
            now,
            joining,
            next is null ? null : new(next, Offer(bill, [.. held, next.Tier.Benefits], next.Tier.Benefits.GiftPack, now, 0m)));
    }

    private static QuotedOffer Offer(
        IReadOnlyList<BillLine> bill, ImmutableArray<BenefitSet> with, GiftPack? pack, decimal now, decimal fee) =>
        new(Off(bill, with) - now, pack, fee);

    // Of all that she is entitled to, each line has the best.
    private static decimal Off(IReadOnlyList<BillLine> bill, ImmutableArray<BenefitSet> held) =>
        bill.Sum(line => held.Select(benefits => benefits.Off(line.Category, line.Amount)).DefaultIfEmpty(0m).Max());
}

/// <summary>What something would save on a bill.</summary>
/// <param name="Discount">Further off the bill.</param>
/// <param name="GiftPack">What comes with it; null for nothing.</param>
/// <param name="Fee">What it costs.</param>
public sealed record QuotedOffer(decimal Discount, GiftPack? GiftPack, decimal Fee)
{
    /// <summary>Discount and gift together.</summary>
    public decimal Saved => Discount + (GiftPack?.Value ?? 0m);

    /// <summary>What of that is left when the fee is paid; below 0 where it is not worth it today.</summary>
    public decimal Net => Saved - Fee;
}

/// <summary>What the tier above hers would save, and what she lacks for it.</summary>
public sealed record QuotedTier(TierOutlook Outlook, QuotedOffer Offer);
