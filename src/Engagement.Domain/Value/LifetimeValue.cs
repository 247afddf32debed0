using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>What a member brings as long as she is kept (LTV, docs/domain §5), in the chain's currency.</summary>
/// <param name="AverageOrder">What she pays for an order, less refunds.</param>
/// <param name="OrdersPerYear">How many orders she makes a year.</param>
/// <param name="YearsKept">How many years a member is kept, by the policy.</param>
public sealed record LifetimeValue(decimal AverageOrder, decimal OrdersPerYear, decimal YearsKept)
{
    /// <summary>A lifetime value should be so many times what winning her cost.</summary>
    public const decimal WorthTimesCost = 3m;

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The average order times orders a year times years kept.</summary>
    public decimal Value => AverageOrder * OrdersPerYear * YearsKept;

    /// <summary>
    /// Hers at <paramref name="at"/>, from the orders she remembers: of three years before her last visit. They are spread over the
    /// time since the first of them, but over a year at least. Null where there is none.
    /// </summary>
    public static LifetimeValue? Of(ValuePolicy policy, Member member, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(member);
        var (orders, paid, first) = (0, 0m, (Instant?)null);
        foreach (var act in member.Acts.Recent)
        {
            if (!act.IsPurchase || act.At > at)
                continue;
            orders++;
            paid += act.Paid;
            first ??= act.At;
        }

        if (first is not { } since)
            return null;
        var span = at - since > Year ? at - since : Year;
        return new(paid / orders, orders * (decimal)Year.Ticks / span.Ticks, policy.YearsKept);
    }

    /// <summary>Whether it is at least three times the cost of winning her; null where nobody has said what that is.</summary>
    public bool? IsWorth(decimal? acquisitionCost) => acquisitionCost is { } cost ? Value >= WorthTimesCost * cost : null;
}
