using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Value;

/// <summary>What a member paid before and after a high-value act of hers (docs/domain §5), in the chain's currency.</summary>
/// <param name="Before">In the 180 days before it.</param>
/// <param name="After">In the 180 days from it on; what it brought itself is part of that.</param>
/// <param name="IsOver">Whether those 180 days are over.</param>
public sealed record HighValueOutcome(string Code, Instant At, decimal Before, decimal After, bool IsOver)
{
    /// <summary>How long before and after is looked.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(180);

    /// <summary>All of hers as of <paramref name="now"/>.</summary>
    public static IEnumerable<HighValueOutcome> Of(Member member, Instant now)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Value.Marks.Select(mark => new HighValueOutcome(
            mark.Code, mark.At, Paid(member, mark.At - Span, mark.At), Paid(member, mark.At, mark.At + Span), now >= mark.At + Span));
    }

    private static decimal Paid(Member member, Instant from, Instant until) =>
        member.Acts.Recent.Where(act => act.At >= from && act.At < until).Sum(act => act.Paid);
}
