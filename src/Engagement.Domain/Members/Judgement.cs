using System.Collections.Immutable;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>What made it necessary to look at a member's stage again; it decides the words of the reason.</summary>
internal enum Cause
{
    Act,
    Time,
    Refund,
    Cancellation,
    Rules,
}

/// <summary>Compares what was told of a member's stage and flags with what the rules say now (docs/domain §4).</summary>
internal static class Judgement
{
    /// <summary>
    /// Adds the changes that bring what was told in line with the rules at <paramref name="at"/>.
    /// <paramref name="previousVisit"/> is her last counted act before the one that is being judged.
    /// </summary>
    public static Member Judge(
        Rules rules, Member member, Instant at, Cause cause, Instant? previousVisit, ImmutableArray<MemberEvent>.Builder events)
    {
        var policy = rules.Policy.Stages;
        var stage = Lifecycle.StageAt(policy, member.Acts, at);
        if (stage != member.Stage)
        {
            var reason = Reason(policy, member, stage, at, cause, previousVisit);
            member = Append(member, new StageChanged(at, member.Stage, stage, reason), events);
        }

        var flags = member.IsErased ? AttentionFlags.None : Lifecycle.FlagsAt(rules, member.Acts, stage, at);
        foreach (var flag in (ReadOnlySpan<AttentionFlags>)[AttentionFlags.SecondVisitOverdue, AttentionFlags.Slipping])
        {
            if ((flags & flag) == (member.Flags & flag))
                continue;
            member = Append(member, (flags & flag) != 0 ? new FlagRaised(at, flag) : new FlagLowered(at, flag), events);
        }

        return member;
    }

    public static Member Append(Member member, MemberEvent happened, ImmutableArray<MemberEvent>.Builder events)
    {
        events.Add(happened);
        return Evolution.Evolve(member, happened);
    }

    private static StageReason Reason(
        StagePolicy policy, Member member, Stage to, Instant at, Cause cause, Instant? previousVisit)
    {
        if (cause == Cause.Rules)
            return StageReason.PolicyChanged;
        if (cause == Cause.Refund)
            return StageReason.PurchaseRefunded;
        if (cause == Cause.Cancellation)
            return StageReason.VisitCancelled;
        return to switch
        {
            Stage.Potential => member.Joined ? StageReason.Joined : StageReason.FirstSeen,
            Stage.Dormant => StageReason.NoVisitFor(policy.DormantAfterDays),
            Stage.Lost => StageReason.NoVisitFor(policy.LostAfterDays),
            _ when member.Stage > to => StageReason.FewerVisitsWithin(RungOf(policy, member.Stage.Value)),
            Stage.New when previousVisit is { } previous => StageReason.BackAfter((member.Acts.Last!.Value - previous).Days),
            Stage.New => StageReason.FirstVisit,
            _ => StageReason.VisitsWithin(RungOf(policy, to)),
        };
    }

    private static Rung RungOf(StagePolicy policy, Stage stage) => stage switch
    {
        Stage.Loyal => policy.Loyal,
        Stage.Active => policy.Active,
        _ => policy.Effective,
    };
}
