using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>
/// Recency in whole days since the last counted act (null without one), frequency as counted acts and monetary value as
/// money paid less money refunded, both over the policy's window. See docs/domain §5.
/// </summary>
public sealed record Rfm(int? RecencyDays, int Frequency, decimal Monetary)
{
    public static Rfm At(ValuePolicy policy, Member member, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(member);
        var from = at - TimeSpan.FromDays(policy.WindowDays);
        var frequency = 0;
        var monetary = 0m;
        for (var index = member.Acts.Recent.Length - 1; index >= 0 && member.Acts.Recent[index].At > from; index--)
        {
            frequency++;
            monetary += member.Acts.Recent[index].Paid;
        }

        return new(member.Acts.Last is { } last ? (int)Math.Floor((at - last).TotalDays) : null, frequency, monetary);
    }
}
