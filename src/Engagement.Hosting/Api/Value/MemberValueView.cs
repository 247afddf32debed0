using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Hosting.Api.Value;

/// <summary>What a member is worth (docs/domain §5).</summary>
/// <param name="Ltv">What she brings as long as she is kept; null where she has bought nothing.</param>
/// <param name="WorthThreeTimesCost">Whether that is at least three times what winning her cost; null where the policy does not say what that is.</param>
/// <param name="Social">What she brings through those she brought.</param>
/// <param name="Total">Lifetime and social value together.</param>
public sealed record MemberValueView(LifetimeValueView? Ltv, bool? WorthThreeTimesCost, SocialValueView Social, decimal Total)
{
    internal static MemberValueView Of(ValuePolicy policy, Member member, SocialValue social, Instant now)
    {
        var value = LifetimeValue.Of(policy, member, now);
        return new(
            LifetimeValueView.Of(value),
            value?.IsWorth(policy.AcquisitionCost),
            new(social.Willingness, social.Referrals, Math.Round(social.ImpactOfOne, 2), Math.Round(social.Value, 2)),
            Math.Round((value?.Value ?? 0m) + social.Value, 2));
    }
}

/// <summary>Social value (社会价值): willingness to recommend × referrals × impact of one, in the chain's currency.</summary>
public sealed record SocialValueView(decimal Willingness, int Referrals, decimal ImpactOfOne, decimal Value);

/// <summary>Lifetime value: average order × orders a year × years kept, in the chain's currency.</summary>
public sealed record LifetimeValueView(decimal AverageOrder, decimal OrdersPerYear, decimal YearsKept, decimal Value)
{
    internal static LifetimeValueView? Of(LifetimeValue? value) => value is null
        ? null
        : new(Math.Round(value.AverageOrder, 2), Math.Round(value.OrdersPerYear, 2), value.YearsKept, Math.Round(value.Value, 2));
}
