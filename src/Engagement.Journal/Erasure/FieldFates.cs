using System.Collections.Frozen;
using static Engagement.Journal.Erasure.Fate;

namespace Engagement.Journal.Erasure;

/// <summary>
/// The one place that says of every field of every stored event what becomes of it (docs/domain/erasure.md). A field that is not
/// here is not kept; a new event whose fields nobody has decided on fails a test.
/// </summary>
internal static class FieldFates
{
    /// <summary>Of every event: what was earned on which terms, when it was told, and what its sender added.</summary>
    private static readonly FrozenDictionary<string, Fate> OfAll = Fields(Kept, "validMonths pendingDays told judged").And(Words, "extra").ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Fate>> ByEvent = new Dictionary<string, Dictionary<string, Fate>>
    {
        ["join.v1"] = Fields(Kept, "referrer"),
        ["purchase.v1"] = Fields(Kept, "amount orderId points pointsPerUnit").And(Items, "items"),
        ["refund.v1"] = Fields(Kept, "orderId amount points parts"),
        ["visit.v1"] = Fields(Kept, "service"),
        ["checkin.v1"] = Fields(Kept, "day standing run points frozen"),
        ["act.v1"] = Fields(Kept, "name points once"),
        ["survey.v1"] = Fields(Kept, "score"),
        ["complaint.v1"] = [],
        ["consent.v1"] = Fields(Kept, "channel given"),
        ["home_store_set.v1"] = Fields(Kept, "stage flags"),
        ["stage_changed.v1"] = Fields(Kept, "from to reason code count days"),
        ["flag_raised.v1"] = Fields(Kept, "flag"),
        ["flag_lowered.v1"] = Fields(Kept, "flag"),
        ["playbook_entered.v1"] = Fields(Kept, "playbook run heldOut remember"),
        ["playbook_left.v1"] = Fields(Kept, "playbook run why"),
        ["playbook_paused.v1"] = Fields(Kept, "playbook run until why"),
        ["step_withheld.v1"] = Fields(Kept, "playbook run step"),
        ["steps_passed_over.v1"] = Fields(Kept, "playbook run next"),
        ["campaign_reached.v1"] = Fields(Kept, "campaign occurrence run heldOut"),
        ["member_returned.v1"] = Fields(Kept, "playbook run heldOut first revenue total"),
        ["return_refunded.v1"] = Fields(Kept, "playbook run heldOut amount total"),
        // What is offered, and what tasks are called, are the policy's words and the same for many; but they say what was up with her.
        ["message_planned.v1"] = Fields(Kept, "playbook run step priority template channel dueAt uselessAt offer"),
        ["message_moved.v1"] = Fields(Kept, "run step to why"),
        ["message_released.v1"] = Fields(Kept, "playbook run step priority template channel dueAt uselessAt day windowDays offer"),
        ["message_cancelled.v1"] = Fields(Kept, "run step why"),
        ["message_reported.v1"] = Fields(Kept, "run step fate day").And(Words, "detail"),
        ["task_opened.v1"] = Fields(Kept, "number kind source run step openedAt dueAt expiresAt offer")
            .And(PersonalEmptied, "title").And(Personal, "script"),
        ["task_claimed.v1"] = Fields(Kept, "number by"),
        ["task_released.v1"] = Fields(Kept, "number by"),
        ["task_snoozed.v1"] = Fields(Kept, "number by until"),
        ["task_reassigned.v1"] = Fields(Kept, "number by to"),
        ["task_completed.v1"] = Fields(Kept, "number by").And(Outcome, "outcome"),
        ["task_escalated.v1"] = Fields(Kept, "number"),
        ["task_expired.v1"] = Fields(Kept, "number"),
        ["task_withdrawn.v1"] = Fields(Kept, "number why"),
        ["member_task_done.v1"] = Fields(Kept, "task points"),
        ["member_tasks_all_done.v1"] = Fields(Kept, "points"),
        ["points_redeemed.v1"] = Fields(Kept, "points worth goods count"),
        ["points_adjusted.v1"] = Fields(Kept, "points by").And(WordsEmptied, "reason"),
        ["points_expired.v1"] = Fields(Kept, "points parts"),
        ["tier_invited.v1"] = Fields(Kept, "tier given"),
        ["tier_changed.v1"] = Fields(Kept, "from to reason code amount days until"),
        ["tier_kept.v1"] = Fields(Kept, "tier until"),
        ["tier_at_risk.v1"] = Fields(Kept, "tier to on"),
        ["benefit_used.v1"] = Fields(Kept, "benefit relative left"),
        ["gift_pack_given.v1"] = Fields(Kept, "for value title"),
        ["family_asked.v1"] = Fields(Kept, "relative"),
        ["family_grown.v1"] = Fields(Kept, "relative"),
        ["family_shrunk.v1"] = Fields(Kept, "relative why"),
        ["family_dismissed.v1"] = Fields(Kept, "relative"),
        ["family_joined.v1"] = Fields(Kept, "head"),
        ["family_declined.v1"] = Fields(Kept, "head why"),
        ["family_left.v1"] = Fields(Kept, "head"),
        ["family_parted.v1"] = Fields(Kept, "head"),
        ["family_cut.v1"] = Fields(Kept, "other head"),
        ["referral_claimed.v1"] = Fields(Kept, "referrer since"),
        ["referral_confirmed.v1"] = Fields(Kept, "referrer"),
        ["referral_refused.v1"] = Fields(Kept, "referrer why"),
        ["referral_rewarded.v1"] = Fields(Kept, "referrer purchase points round"),
        ["referral_reward_returned.v1"] = Fields(Kept, "referrer points round"),
        ["friend_welcomed.v1"] = Fields(Kept, "friend"),
        ["friend_refused.v1"] = Fields(Kept, "friend why"),
        ["friend_rewarded.v1"] = Fields(Kept, "friend points round"),
        ["friend_reward_returned.v1"] = Fields(Kept, "friend points round"),
        ["high_value_act.v1"] = Fields(Kept, "kind"),
        ["card_issued.v1"] = Fields(Kept, "card kind expiresAt"),
        ["card_issued.v2"] = Fields(Kept, "card kind expiresAt form paid lot"),
        ["card_renewed.v1"] = Fields(Kept, "card expiresAt"),
        ["card_renewed.v2"] = Fields(Kept, "card expiresAt paid lot"),
        ["card_topped_up.v1"] = Fields(Kept, "card lot"),
        ["card_used.v1"] = Fields(Kept, "card service amount uses parts owed saved visit").And(Personal, "device"),
        ["card_use_suspicious.v1"] = Fields(Kept, "card first second"),
        ["card_use_cancelled.v1"] = Fields(Kept, "card useId parts owed lot saved visit"),
        ["card_frozen.v1"] = Fields(Kept, "card").And(Words, "reason"),
        ["card_unfrozen.v1"] = Fields(Kept, "card expiresAt"),
        ["card_refunded.v1"] = Fields(Kept, "card amount parts"),
        ["card_expired.v1"] = Fields(Kept, "card paid bonus uses"),
        ["card_sent.v1"] = Fields(Kept, "card whole to"),
        ["card_received.v1"] = Fields(Kept, "card whole from"),
        ["card_turned_away.v1"] = Fields(Kept, "card whole from why"),
        ["card_came_back.v1"] = Fields(Kept, "card whole to why"),
        ["tagged.v1"] = Fields(PersonalEmptied, "name"),
        ["untagged.v1"] = Fields(PersonalEmptied, "name"),
        ["erased.v1"] = [],
    }.ToFrozenDictionary(each => each.Key, each => each.Value.ToFrozenDictionary());

    /// <summary>The events that somebody has decided on.</summary>
    public static IEnumerable<string> Known => ByEvent.Keys;

    /// <summary>What becomes of a field; null where nobody has decided it.</summary>
    public static Fate? Of(string storedType, string field) =>
        OfAll.TryGetValue(field, out var fate) || (ByEvent.TryGetValue(storedType, out var fields) && fields.TryGetValue(field, out fate)) ? fate : null;

    private static Dictionary<string, Fate> Fields(Fate fate, string names) => names.Split(' ').ToDictionary(name => name, _ => fate);

    private static Dictionary<string, Fate> And(this Dictionary<string, Fate> fields, Fate fate, string names)
    {
        foreach (var name in names.Split(' '))
            fields.Add(name, fate);
        return fields;
    }
}
