using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Points;

/// <summary>Lets points expire that were not spent in time (docs/domain §6).</summary>
internal static class PointsExpiry
{
    /// <summary>When her next points expire, at the earliest just after all she has lived through.</summary>
    public static Instant? NextDue(Member member) =>
        // What is told late may have expired before it was told.
        member.Ledger.NextExpiry is { } at ? Instant.Later(at, member.LivedThrough + Instant.Resolution) : null;

    public static Member Pass(Member member, Instant at, ImmutableArray<MemberEvent>.Builder events) =>
        member.Ledger.ExpiredBy(at) is { IsEmpty: false } parts
            ? Judgement.Append(member, new PointsExpired(at, parts.Sum(part => part.Points), parts), events)
            : member;
}
