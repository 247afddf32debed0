using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Members;

/// <summary>What the mere passing of time does to a member.</summary>
public static class Passage
{
    /// <summary>
    /// The first instant after all she has lived through at which time alone will change something about her; null if
    /// nothing is to come. She need not be woken before.
    /// </summary>
    public static Instant? NextDue(Rules rules, Member member)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        if (member.Stage is not { } stage)
            return null;
        var policy = rules.Policy.Stages;
        Instant? next = null;
        Consider(Lifecycle.FallsAt(policy, member.Acts, stage));
        Consider(Membership.NextDue(rules, member));
        Consider(CardExpiry.NextDue(member) is { } end ? Instant.Later(end, member.LivedThrough + Instant.Resolution) : null);
        // Of somebody forgotten only what is counted goes on.
        if (member.IsErased)
            return next;
        if ((member.Flags & AttentionFlags.SecondVisitOverdue) == 0)
            Consider(Lifecycle.SecondVisitOverdueFrom(policy, member.Acts, stage));
        if ((member.Flags & AttentionFlags.Slipping) == 0)
            Consider(Lifecycle.SlippingFrom(rules, member.Acts, stage));
        Consider(Playbooks.NextDue(rules, member));
        // What is overdue (the clock of a task ran out while she was away) happens at the next moment there is.
        Consider(StaffTasks.NextDue(member) is { } task ? Instant.Later(task, member.LivedThrough + Instant.Resolution) : null);
        return next;

        void Consider(Instant? candidate)
        {
            if (candidate is { } at && at > member.LivedThrough && (next is not { } earliest || at < earliest))
                next = at;
        }
    }

    /// <summary>
    /// Lets her live up to and including <paramref name="to"/>: every change that falls due happens at its own instant, so
    /// that it does not matter into how many steps the time is cut.
    /// </summary>
    internal static Member LiveThrough(Rules rules, Member member, Instant to, ImmutableArray<MemberEvent>.Builder events)
    {
        while (NextDue(rules, member) is { } due && due <= to)
        {
            var before = events.Count;
            member = Membership.Pass(rules, member, due, events);
            member = member.IsErased
                ? Judgement.Judge(rules, member, due, Cause.Time, null, events)
                : Follow(rules, member, due, before, events);
            member = CardExpiry.Pass(rules, member, due, events);
            if (events.Count == before)
                break;
        }

        return member;
    }

    private static Member Follow(Rules rules, Member member, Instant due, int before, ImmutableArray<MemberEvent>.Builder events)
    {
        var falling = Playbooks.Falling(rules, member, due);
        member = Judgement.Judge(rules, member, due, Cause.Time, null, events);
        member = Playbooks.Follow(rules, member, member.Acts, before, events);
        member = Playbooks.Pass(rules, member, falling, due, events);
        return StaffTasks.Pass(member, due, events);
    }
}
