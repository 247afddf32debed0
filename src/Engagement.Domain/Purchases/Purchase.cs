using Engagement.Domain.Benefits;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Purchases;

/// <summary>Something was bought (docs/domain §3).</summary>
/// <param name="Amount">Paid, in the chain's currency, not negative; 0 counts as a purchase like any other.</param>
/// <param name="OrderId">The order number by which a refund may name it.</param>
/// <param name="Items">The items as the sender gave them, a JSON array.</param>
public sealed record Purchase(
    EventKey Key, Instant? At, StoreId? Store, decimal Amount, string? OrderId = null, string? Items = null, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>A purchase was made and earned its points (docs/domain §6).</summary>
public sealed record Purchased(
    Instant At,
    EventKey Key,
    StoreId? Store,
    decimal Amount,
    string? OrderId,
    string? Items,
    long Points,
    decimal PointsPerUnit,
    string? Extra) : ActEvent(At, Key, Store, Extra);

internal static class PurchaseDecision
{
    public static Purchased Decide(Rules rules, Member member, Purchase command, Instant at, StoreId? store)
    {
        // By the tier she has when she pays; what this purchase lifts her to counts from the next one on.
        var rate = rules.Policy.Points.PerCurrencyUnit * Entitlement.PointsMultiplier(rules.Policy, member);
        return new(
            at,
            command.Key,
            store,
            command.Amount,
            command.OrderId,
            command.Items,
            PointsPolicy.ForPayment(command.Amount, rate),
            rate,
            command.Extra);
    }

    public static Member Evolve(Member member, Purchased purchased) => member with
    {
        Acts = member.Acts.Add(new(
            member.Acts.LastNumber + 1,
            purchased.At,
            new(purchased.Amount, 0m, purchased.OrderId, purchased.Points, purchased.PointsPerUnit))),
        Tier = member.Tier with { Spent = member.Tier.Spent + purchased.Amount, Orders = member.Tier.Orders + 1 },
        Ledger = member.Ledger.Earn(purchased.At, purchased.Points, member.Acts.LastNumber + 1, purchased.Terms),
    };
}
