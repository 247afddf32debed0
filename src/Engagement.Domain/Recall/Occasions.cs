using Engagement.Domain.Behaviours;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Purchases;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Tiers;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Recall;

/// <summary>When the occasions of playbooks come (docs/domain §9): with something that happens, or with time alone.</summary>
internal static class Occasions
{
    /// <summary>Whether <paramref name="happened"/> is what the trigger waits for; <paramref name="member"/> is as she is after it.</summary>
    public static bool Is(Member member, Trigger trigger, MemberEvent happened) => trigger.When switch
    {
        Occasion.Joined => happened is Joined,
        Occasion.FriendJoined => happened is Joined { Referrer: not null } && member.Referral.Standing != ReferralStanding.Refused,
        Occasion.FirstVisit => CountedActs.Counts(happened) && member.Acts.LastNumber == 1,
        Occasion.Dormant => happened is StageChanged { To: Stage.Dormant, Reason.Code: "no_visit_for" },
        Occasion.Lost => happened is StageChanged { To: Stage.Lost, Reason.Code: "no_visit_for" },
        Occasion.TierAtRisk => happened is TierAtRisk,
        Occasion.Acted => happened is Acted acted && acted.Name == trigger.Act,
        _ => false,
    };

    /// <summary>
    /// When time alone brings the occasion next, strictly after all she has lived through; null if it will not, or not by time.
    /// </summary>
    public static Instant? NextOf(Rules rules, Member member, Playbook playbook)
    {
        if (!playbook.Enabled)
            return null;
        var trigger = playbook.Trigger;
        return trigger.When switch
        {
            Occasion.StreakAtRisk => StreakAtRisk(rules, member, trigger),
            Occasion.Birthday => Birthday(rules, member, trigger.At ?? TimeOnly.MinValue),
            Occasion.CardExpiring => CardExpiring(member, TimeSpan.FromDays(trigger.Days ?? 0)),
            Occasion.PointsExpiring => PointsExpiring(member, TimeSpan.FromDays(trigger.Days ?? 0), trigger.Points ?? 1),
            Occasion.NoContact => NoContact(rules, member, TimeSpan.FromDays(trigger.Days ?? 1)),
            _ => null,
        };
    }

    private static Instant? StreakAtRisk(Rules rules, Member member, Trigger trigger)
    {
        if (member.Streak.Runs is not [.., var run] || run.Length < (trigger.Run ?? 1))
            return null;
        var at = Instant.OfLocal(run.Last.AddDays(1), trigger.At ?? TimeOnly.MinValue, rules.Zone);
        return at > member.LivedThrough ? at : null;
    }

    private static Instant? Birthday(Rules rules, Member member, TimeOnly time)
    {
        if (member.Birthday is not { } birthday || member.LivedThrough < Instant.Earliest)
            return null;
        var year = member.LivedThrough.LocalDate(rules.Zone).Year;
        var at = Instant.OfLocal(birthday.In(year), time, rules.Zone);
        return at > member.LivedThrough ? at : Instant.OfLocal(birthday.In(Math.Min(year + 1, 9998)), time, rules.Zone) is var next && next > member.LivedThrough ? next : null;
    }

    private static Instant? CardExpiring(Member member, TimeSpan before)
    {
        Instant? next = null;
        foreach (var card in member.Cards)
        {
            // A frozen period card has no end yet, and of one that was given back nobody wants more.
            if (card is { Status: CardStatus.Refunded } or { Status: CardStatus.Frozen, Form: CardForm.Period })
                continue;
            if (card.ExpiresAt is { } end && end - before > member.LivedThrough && !(next <= end - before))
                next = end - before;
        }

        return next;
    }

    // Lots are gone through in the order in which they expire, so that what has expired by the end of each is a running sum.
    private static Instant? PointsExpiring(Member member, TimeSpan before, int fewest)
    {
        if (member.Ledger.Balance < fewest)
            return null;
        var expiring = 0L;
        foreach (var lot in member.Ledger.Lots.Where(lot => lot.ExpiresAt is not null).OrderBy(lot => lot.ExpiresAt!.Value))
        {
            expiring += lot.Left;
            if (expiring >= fewest && lot.ExpiresAt!.Value - before is var at && at > member.LivedThrough)
                return at;
        }

        return null;
    }

    // Each full span of silence is one occasion, as long as she is worth it by then.
    private static Instant? NoContact(Rules rules, Member member, TimeSpan span)
    {
        if (member.LastContact is not { } contact)
            return null;
        var spans = Math.Max(0, (member.LivedThrough - contact) / span);
        var at = contact + (Math.Floor(spans) + 1) * span;
        var value = rules.Policy.Value;
        return at < Instant.Latest && Rfm.At(value, member, at).Monetary >= value.HighValueFrom ? at : null;
    }
}
