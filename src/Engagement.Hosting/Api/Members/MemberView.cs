using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Domain.Value;
using Engagement.Hosting.Api.Cards;
using Engagement.Hosting.Api.Membership;
using Engagement.Hosting.Api.Tasks;
using Engagement.Hosting.Api.Value;
using Engagement.Journal;
using Engagement.Journal.Care;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Members;

/// <summary>All about a member as of an instant.</summary>
/// <param name="Store">Her home store; null until an event names one.</param>
/// <param name="Stage">Her lifecycle stage (docs/domain §4).</param>
/// <param name="StageReason">Why she is in it, in words.</param>
/// <param name="Flags">second_visit_overdue, slipping.</param>
/// <param name="Points">Her points (docs/domain §6).</param>
/// <param name="Tier">Her tier, and what she lacks for the next (docs/domain §6).</param>
/// <param name="Referral">Who brought her, and whom she brought (docs/domain §10).</param>
/// <param name="Family">Her family (docs/domain §6).</param>
/// <param name="Forecast">What is to be expected of her; null where the chain has no forecast, or she has never come.</param>
/// <param name="Value">What she is worth.</param>
/// <param name="Tasks">Her first month's tasks (会员任务, docs/domain §8); none while she has not joined.</param>
/// <param name="TaskProgress">How far she has come with them; null while she has not joined.</param>
/// <param name="CareTasks">What staff are to do for her: the tasks of the care queue that are not closed, oldest first.</param>
/// <param name="Recall">The playbooks she is in (docs/domain §9), in the order in which she entered.</param>
/// <param name="Cards">Her cards (docs/domain/cards.md), in the order in which she got them.</param>
/// <param name="Tags">Her tags, in the order in which she got them.</param>
/// <param name="NextDueAt">When time alone will next change something about her; null if never.</param>
/// <param name="Version">How often she has changed: once with each of her events, and with each change of her profile.</param>
public sealed record MemberView(
    string Id,
    string? Store,
    string Stage,
    DateTimeOffset StageSince,
    string StageReason,
    IReadOnlyList<string> Flags,
    RfmView Rfm,
    MemberForecastView? Forecast,
    MemberValueView Value,
    PointsView Points,
    MemberTierView Tier,
    ReferralView Referral,
    FamilyView Family,
    StreakView Streak,
    IReadOnlyList<MemberTaskView> Tasks,
    MemberTaskProgressView? TaskProgress,
    IReadOnlyList<TaskView> CareTasks,
    IReadOnlyList<MemberRecallView> Recall,
    IReadOnlyList<CardView> Cards,
    IReadOnlyList<string> Tags,
    DateTimeOffset? NextDueAt,
    long Version,
    DateTimeOffset AsOf)
{
    /// <summary>She was forgotten (docs/domain/erasure.md): what is left of her is figures.</summary>
    public bool Erased { get; init; }

    /// <summary>Who she is and how she is reached, as far as the one who asks may see it; null where nothing is known.</summary>
    public ProfileView? Profile { get; init; }

    /// <summary>Her as of an instant: what has fallen due and is not yet told is true of her all the same.</summary>
    internal static Member LivedUntil(ChainRules chain, Member member, Instant now) =>
        Decider.Decide(chain, member, new Advance(now), now) is Decision.Accepted accepted ? accepted.After : member;

    /// <param name="member">Her as of <paramref name="now"/>.</param>
    /// <param name="doneAt">When she did which of the first month's tasks, as far as is known.</param>
    /// <param name="grid">Her chain's quintiles; null where there are none.</param>
    internal static MemberView Of(
        ChainRules chain,
        MemberRecord record,
        Member member,
        Instant now,
        IReadOnlyDictionary<string, Instant> doneAt,
        RfmGrid? grid,
        SocialValue social,
        string language)
    {
        var rules = chain.For(member.Home);
        var rfm = Domain.Value.Rfm.At(rules.Policy.Value, member, now);
        var streak = member.Streak;
        return new(
            record.Key.Member.Value,
            member.Home?.Value,
            Names.Of(member.Stage!.Value),
            member.StageSince.ToDateTimeOffset(),
            member.StageReason!.Text,
            Names.All(member.Flags),
            RfmView.Of(rfm, grid),
            MemberForecastView.Of(rules, member, now),
            MemberValueView.Of(rules.Policy.Value, member, social, now),
            PointsView.Of(member.Ledger, now),
            MemberTierView.Of(rules.Policy, member, now),
            ReferralView.Of(member.IsErased ? Domain.Referral.ReferralState.None : member.Referral),
            FamilyView.Of(member.Family),
            new(streak.CurrentOn(now.LocalDate(rules.Zone), rules.Policy.Streak), streak.Longest, streak.Total, streak.LastDate),
            MemberTaskView.Of(rules, member, doneAt),
            MemberTaskProgressView.Reached(rules, member),
            [.. member.Care.Tasks.Select(task => TaskView.Of(RowOf(record.Key, member, task), chain, language))],
            MemberRecallView.Of(rules, record.Key, member),
            [.. member.Cards.Where(_ => !member.IsErased).Select(card => CardView.Of(card, now))],
            [.. member.Tags],
            Passage.NextDue(rules, member)?.ToDateTimeOffset(),
            record.Version,
            now.ToDateTimeOffset())
        {
            Erased = member.IsErased,
        };
    }

    private static TaskRow RowOf(MemberKey key, Member member, StaffTask task) =>
        new(PublicIds.OfTask(key, task.Number), key.Member, member.Home, task, null, null);
}

/// <summary>Recency, frequency and monetary value over the policy's window (docs/domain §5).</summary>
/// <param name="RecencyDays">Whole days since her last counted act; null without one.</param>
/// <param name="Frequency">Her counted acts.</param>
/// <param name="Monetary">What she paid, less refunds.</param>
/// <param name="Scores">By her chain's quintiles; null where there are none, or she has never come.</param>
/// <param name="Group">Which of the eight groups she is in, such as important_value; null as for the scores.</param>
public sealed record RfmView(int? RecencyDays, int Frequency, decimal Monetary, RfmScoresView? Scores, string? Group)
{
    internal static RfmView Of(Rfm rfm, RfmGrid? grid) => new(
        rfm.RecencyDays,
        rfm.Frequency,
        rfm.Monetary,
        RfmScoresView.Of(grid?.ScoresOf(rfm)),
        grid?.GroupOf(rfm) is { } group ? RfmGroups.CodeOf(group) : null);
}

/// <summary>Her daily sign-in (docs/domain §7).</summary>
/// <param name="Current">Days of the run that is alive now; 0 when it is broken.</param>
public sealed record StreakView(int Current, int Longest, int Total, DateOnly? LastDate);

/// <summary>A member in a list.</summary>
public sealed record MemberRowView(
    string Id, string? Store, string Stage, DateTimeOffset StageSince, IReadOnlyList<string> Flags, DateTimeOffset? NextDueAt)
{
    /// <summary>Who she is, masked for most; null where nothing is known.</summary>
    public ProfileRowView? Profile { get; init; }

    internal static MemberRowView Of(MemberRow row) => new(
        row.Id.Value,
        row.Home?.Value,
        Names.Of(row.Stage),
        row.StageSince.ToDateTimeOffset(),
        Names.All(row.Flags),
        row.DueAt?.ToDateTimeOffset());
}
