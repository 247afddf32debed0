using System.Collections.Immutable;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>Puts down to a member's playbooks and campaigns what she does after them, whether or not she was left alone (docs/domain §9).</summary>
internal static class Returns
{
    /// <summary>For so long after she entered, what she does is put down to a playbook.</summary>
    public static readonly TimeSpan Watch = TimeSpan.FromDays(30);

    /// <summary>Tells each of her latest runs what <paramref name="happened"/> says of it.</summary>
    /// <param name="before">Her counted acts before it happened.</param>
    public static Member Follow(
        Member member, CountedActs before, MemberEvent happened, Instant at, ImmutableArray<MemberEvent>.Builder events) => happened switch
        {
            Purchased purchased => Return(member, happened.At, purchased.Amount, at, events),
            Refunded refunded => GiveBack(member, before, refunded, at, events),
            _ => CountedActs.Counts(happened) ? Return(member, happened.At, 0m, at, events) : member,
        };

    // What lies before she entered a playbook cannot have come of it, however late it is told.
    private static bool Covers(Watched run, Instant happened) => happened > run.Since && happened <= run.Since + Watch;

    private static Member Return(
        Member member, Instant happened, decimal revenue, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var run in member.Recall.Watched)
        {
            if (!Covers(run, happened))
                continue;
            member = Judgement.Append(
                member,
                new MemberReturned(at, run.Playbook, run.Run, run.IsHeldOut, !run.HasReturned, revenue, run.Revenue + revenue),
                events);
        }

        return member;
    }

    private static Member GiveBack(
        Member member, CountedActs before, Refunded refunded, Instant at, ImmutableArray<MemberEvent>.Builder events)
    {
        foreach (var run in member.Recall.Watched)
        {
            var amount = refunded.Parts
                .Where(part => before.Recent.Any(act => act.Number == part.Number && Covers(run, act.At)))
                .Sum(part => part.Amount);
            // A purchase that was told later than this playbook began may have been counted for the one before.
            amount = Math.Min(amount, run.Revenue);
            if (amount > 0m)
            {
                member = Judgement.Append(
                    member, new ReturnRefunded(at, run.Playbook, run.Run, run.IsHeldOut, amount, run.Revenue - amount), events);
            }
        }

        return member;
    }
}
