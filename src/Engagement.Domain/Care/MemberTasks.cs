using System.Collections.Immutable;
using Engagement.Domain.Behaviours;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>The first month's tasks of a new member (docs/domain §8): each is done once and earns once.</summary>
internal static class MemberTasks
{
    public static Member Follow(
        Rules rules, Member member, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        var policy = rules.Policy.Care;
        if (!member.Joined || member.Since is not { } since || happened.At > since + TimeSpan.FromDays(policy.FirstMonthDays))
            return member;
        var terms = rules.Policy.Points.TermsNow(ofPurchase: false);
        foreach (var task in policy.FirstMonth)
        {
            if (Does(task, happened) && !member.Care.Done.Contains(task.Name))
                member = Judgement.Append(member, new MemberTaskDone(at, task.Name, task.Points) { Terms = terms }, events);
        }

        return !member.Care.HasDoneAll && policy.FirstMonth.Length > 0 && policy.FirstMonth.All(task => member.Care.Done.Contains(task.Name))
            ? Judgement.Append(member, new MemberTasksAllDone(at, policy.FirstMonthBonus) { Terms = terms }, events)
            : member;
    }

    private static bool Does(MemberTaskRule task, MemberEvent happened) => happened switch
    {
        Acted acted => task.Act == acted.Name,
        _ => task.Act is null && CountedActs.Counts(happened),
    };
}
