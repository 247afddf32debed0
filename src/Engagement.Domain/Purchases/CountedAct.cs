using Engagement.Domain.Time;

namespace Engagement.Domain.Purchases;

/// <summary>
/// A purchase or visit as a member's memory keeps it (docs/domain §3). Its number counts her counted acts and tells apart
/// two that are alike in everything else.
/// </summary>
/// <param name="Number">1 for her first counted act, as told.</param>
/// <param name="At">When it happened.</param>
/// <param name="Payment">What was paid for a purchase; null for a visit.</param>
public readonly record struct CountedAct(int Number, Instant At, Payment? Payment)
{
    public bool IsPurchase => Payment is not null;

    public string? OrderId => Payment?.OrderId;

    /// <summary>What was paid and not given back, in the chain's currency; 0 for a visit.</summary>
    public decimal Paid => Payment is { } payment ? payment.Amount - payment.Refunded : 0m;
}

/// <summary>The money side of a purchase.</summary>
/// <param name="Amount">What was paid, in the chain's currency.</param>
/// <param name="Refunded">How much of it has been given back.</param>
/// <param name="OrderId">The sender's order number, if it gave one.</param>
/// <param name="Points">The points it has earned and still holds.</param>
/// <param name="PointsPerUnit">The rate at which it earned them, kept so that a refund takes back exactly as much.</param>
public sealed record Payment(decimal Amount, decimal Refunded, string? OrderId, long Points, decimal PointsPerUnit);
