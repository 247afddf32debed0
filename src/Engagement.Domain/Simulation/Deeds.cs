using Engagement.Domain.Behaviours;
using Engagement.Domain.Benefits;
using Engagement.Domain.Cards;
using Engagement.Domain.Care;
using Engagement.Domain.Erasure;
using Engagement.Domain.Errands;
using Engagement.Domain.Families;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Purchases;
using Engagement.Domain.Recall;
using Engagement.Domain.Referral;
using Engagement.Domain.Stages;
using Engagement.Domain.Streaks;
using Engagement.Domain.Tags;
using Engagement.Domain.Tiers;
using Engagement.Domain.Value;
using Engagement.Domain.Visits;

namespace Engagement.Domain.Simulation;

/// <summary>Whose doing an event was: what was done is done again under other rules, what followed follows anew or not at all.</summary>
public enum Doer
{
    /// <summary>An act from outside.</summary>
    World,

    /// <summary>Staff did something with a task.</summary>
    Staff,

    /// <summary>A channel said what became of a message.</summary>
    Channel,

    /// <summary>A campaign reached her.</summary>
    Campaign,

    /// <summary>Another member, of whose life nothing is replayed.</summary>
    Another,

    /// <summary>She was to be forgotten.</summary>
    Forgetting,

    /// <summary>Nobody's: it followed.</summary>
    Rules,
}

/// <summary>
/// Turns what happened back into what was done (docs/domain, what-if). Every event there is has its place here: a new one that has none
/// fails a test and not a simulation.
/// </summary>
public static class Deeds
{
    public static Doer DoerOf(MemberEvent happened) => happened switch
    {
        ActEvent => Doer.World,
        Erased => Doer.Forgetting,
        TaskReleased { By: null } => Doer.Rules,
        TaskClaimed or TaskReleased or TaskSnoozed or TaskReassigned or TaskCompleted => Doer.Staff,
        MessageReported => Doer.Channel,
        CampaignReached => Doer.Campaign,
        HomeStoreSet or StageChanged or FlagRaised or FlagLowered => Doer.Rules,
        PlaybookEntered or PlaybookLeft or PlaybookPaused or StepWithheld or StepsPassedOver or MemberReturned or ReturnRefunded => Doer.Rules,
        MessagePlanned or MessageMoved or MessageReleased or MessageCancelled => Doer.Rules,
        TaskOpened or TaskEscalated or TaskExpired or TaskWithdrawn => Doer.Rules,
        MemberTaskDone or MemberTasksAllDone => Doer.Rules,
        FamilyCut => Doer.Rules,
        PointsExpired or TierChanged or TierKept or TierAtRisk or GiftPackGiven or HighValueActDone => Doer.Rules,
        CardExpired or CardUseSuspicious => Doer.Rules,
        ReferralRefused { Why: "self" or "repeat" or "not_new" } => Doer.Rules,
        ReferralClaimed or ReferralRewarded or ReferralRewardReturned => Doer.Rules,
        ReferralConfirmed or ReferralRefused or FriendWelcomed or FriendRefused or FriendRewarded or FriendRewardReturned => Doer.Another,
        FamilyGrown or FamilyShrunk or FamilyJoined or FamilyDeclined or FamilyParted => Doer.Another,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an event that nobody has said whose doing it is"),
    };

    /// <summary>The command that an act came from. What it said and what it was told for are in it; what was decided is not.</summary>
    public static ActCommand CommandOf(ActEvent happened) => happened switch
    {
        Joined it => new Join(it.Key, it.At, it.Store, it.Extra, it.Referrer),
        Purchased it => new Purchase(it.Key, it.At, it.Store, it.Amount, it.OrderId, it.Items, it.Extra),
        Refunded it => new Refund(it.Key, it.At, it.Store, it.OrderId, it.Amount, it.Extra),
        Visited it => new Visit(it.Key, it.At, it.Store, it.Service, it.Extra),
        CheckedIn it => new CheckIn(it.Key, it.At, it.Store, it.Extra),
        Acted it => new Act(it.Key, it.At, it.Store, it.Name, it.Extra),
        Tagged it => new Tag(it.Key, it.At, it.Store, it.Name, it.Extra),
        Untagged it => new Untag(it.Key, it.At, it.Store, it.Name, it.Extra),
        Surveyed it => new Survey(it.Key, it.At, it.Store, it.Score, it.Extra),
        Complained it => new Complaint(it.Key, it.At, it.Store, it.Extra),
        Consented it => new Consent(it.Key, it.At, it.Store, it.Channel, it.IsGiven, it.Extra),
        PointsRedeemed it => new RedeemPoints(
            it.Key, it.At, it.Store, it.Goods is null ? it.Points : null, it.Goods, it.Count, it.Extra),
        PointsAdjusted it => new AdjustPoints(it.Key, it.At, it.Store, it.Points, it.Reason, it.By, it.Extra),
        TierInvited it => new InviteToTier(it.Key, it.At, it.Store, it.Tier, it.IsGiven, it.Extra),
        BenefitUsed it => new UseBenefit(it.Key, it.At, it.Store, it.Benefit, it.Relative, it.Extra),
        FamilyAsked it => new AddToFamily(it.Key, it.At, it.Store, it.Relative, it.Extra),
        FamilyDismissed it => new RemoveFromFamily(it.Key, it.At, it.Store, it.Relative, it.Extra),
        FamilyLeft it => new LeaveFamily(it.Key, it.At, it.Store, it.Extra),
        ICardEvent => CardDeeds.CommandOf(happened),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "an act that has no command"),
    };

    /// <summary>What another member asked of her.</summary>
    public static ErrandCommand ErrandOf(MemberEvent happened) => happened switch
    {
        ReferralConfirmed it => new AnswerReferral(it.Referrer, null),
        ReferralRefused it => new AnswerReferral(it.Referrer, it.Why),
        // When the friend had joined is not told again; that it was in time is.
        FriendWelcomed it => new WelcomeFriend(it.Friend, it.At),
        FriendRefused it => new WelcomeFriend(it.Friend, new(long.MinValue)),
        FriendRewarded it => new RewardReferrer(it.Friend, it.Round),
        FriendRewardReturned it => new ReturnReward(it.Friend, it.Round),
        FamilyGrown it => new AnswerFamily(it.Relative, null),
        FamilyShrunk it => new AnswerFamily(it.Relative, it.Why),
        FamilyJoined it => new JoinFamily(it.Head),
        FamilyDeclined it => new JoinFamily(it.Head),
        FamilyParted it => new PartFromFamily(it.Head),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "nothing that another member asks"),
    };

    /// <summary>What staff did, done to another task.</summary>
    public static TaskCommand CommandOf(MemberEvent happened, int number) => happened switch
    {
        TaskClaimed it => new ClaimTask(number, it.By),
        TaskReleased { By: { } by } => new ReleaseTask(number, by),
        TaskSnoozed it => new SnoozeTask(number, it.By, it.Until),
        TaskReassigned it => new ReassignTask(number, it.By, it.To),
        TaskCompleted it => new CompleteTask(number, it.By, it.Outcome),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "nothing that staff do"),
    };

    /// <summary>The number of the task that staff did something with.</summary>
    public static int TaskOf(MemberEvent happened) => happened switch
    {
        TaskClaimed it => it.Number,
        TaskReleased it => it.Number,
        TaskSnoozed it => it.Number,
        TaskReassigned it => it.Number,
        TaskCompleted it => it.Number,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "nothing that staff do"),
    };

    /// <summary>What a campaign wanted of her. Whether the lot left her alone is known; of how many a hundred is not.</summary>
    /// <param name="planned">The message that came of it; null where she was left alone.</param>
    public static ReceiveCampaign CommandOf(CampaignReached happened, Waiting? planned) => new(
        happened.Campaign,
        happened.Occurrence,
        planned?.Template ?? "",
        planned?.Channel,
        planned?.Offer,
        planned?.Priority ?? 0,
        planned?.UselessAt is { } useless ? (int)(useless - happened.Occurrence).TotalHours : null,
        happened.IsHeldOut ? 100 : 0);
}
