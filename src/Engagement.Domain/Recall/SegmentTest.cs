using System.Collections.Immutable;
using Engagement.Domain.Cards;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;
using Engagement.Domain.Value;

namespace Engagement.Domain.Recall;

/// <summary>
/// Who is in a segment (docs/domain/campaigns.md). Campaigns, counts and lists all ask here: what a store can tell from its columns
/// only spares them members who cannot be in it.
/// </summary>
public static class SegmentTest
{
    /// <summary>Whether <paramref name="member"/>, as she remembers herself, is in <paramref name="segment"/> at <paramref name="at"/>.</summary>
    /// <param name="rules">Those of her home store, with the chain's forecast if there is one.</param>
    /// <param name="grid">The chain's latest quintiles and means; null where there are none.</param>
    public static bool Holds(Segment segment, Rules rules, Member member, RfmGrid? grid, Instant at)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(member);
        return !member.IsErased && member.Stage is { } stage && InStage(segment, stage, member, at)
            && Membership(segment, member, at) && HasCard(segment, member, at) && HasTags(segment.Tags, member.Tags)
            && Did(segment, rules, member, at) && Worth(segment, rules, member, grid, at) && Expected(segment, rules, member, at);
    }

    private static bool InStage(Segment segment, Stage stage, Member member, Instant at)
    {
        if (!segment.Covers(member.Home) || (!segment.Stages.IsEmpty && !segment.Stages.Contains(stage)))
            return false;
        if (!segment.Flags.IsEmpty && !segment.Flags.Any(flag => (member.Flags & flag) != 0))
            return false;
        // So many whole days: on the last of them she is in until it is over.
        return !(segment.InStageDaysTo is { } to && member.StageSince <= at - TimeSpan.FromDays(to + 1))
            && !(segment.InStageDaysFrom is { } from && member.StageSince > at - TimeSpan.FromDays(from));
    }

    private static bool Membership(Segment segment, Member member, Instant at) =>
        !(segment.Joined is { } joined && joined != member.Joined)
        && !(member.Tier.Spent < segment.SpentFrom)
        && !(member.Tier.Orders < segment.OrdersFrom)
        && !(member.Referral.Bought < segment.FriendsBoughtFrom)
        && IsOneOf(segment.Tiers, member.Tier.Name ?? Segment.NoTier)
        && (segment.Points is not { } points || points.Holds((decimal)member.Ledger.UsableAt(at)))
        && (segment.Score is not { } score || (member.Value.LastScore is { } answered && score.Holds((decimal)answered)))
        && (segment.BirthdayMonths is not { } months || (member.Birthday is { } birthday && months.Contains(birthday.Month)));

    private static bool HasCard(Segment segment, Member member, Instant at)
    {
        if (segment is { CardKinds: null, CardExpiresWithinDays: null })
            return true;
        foreach (var card in member.Cards)
        {
            if (IsGood(card, at)
                && (segment.CardKinds is not { } kinds || (card.Kind is { } kind && kinds.Contains(kind)))
                && (segment.CardExpiresWithinDays is not { } days || Expires(card, at, at + TimeSpan.FromDays(days))))
                return true;
        }

        return false;
    }

    // A card of a kind that the policy does not know ends without anything being told of it.
    private static bool IsGood(Card card, Instant at) =>
        card.Status == CardStatus.Frozen || (card.Status == CardStatus.Active && !(card.ExpiresAt <= at));

    // While a card is frozen its end moves on with every day: it is not about to come.
    private static bool Expires(Card card, Instant from, Instant to) =>
        card is { Status: CardStatus.Active, ExpiresAt: { } end } && end > from && end <= to;

    private static bool HasTags(TagsWanted? wanted, ImmutableArray<string> tags) =>
        wanted is null
        || ((wanted.All is not { } all || all.All(tag => tags.Contains(tag)))
            && (wanted.Any is not { } any || any.Any(tag => tags.Contains(tag)))
            && (wanted.None is not { } none || !none.Any(tag => tags.Contains(tag))));

    private static bool Did(Segment segment, Rules rules, Member member, Instant at)
    {
        foreach (var wanted in segment.Acts ?? [])
        {
            if (!ActsRemembered.Holds(wanted, rules, member, at))
                return false;
        }

        return true;
    }

    private static bool Worth(Segment segment, Rules rules, Member member, RfmGrid? grid, Instant at)
    {
        if (segment is { RecencyDays: null, Frequency: null, Money: null, RfmGroups: null })
            return true;
        var rfm = Rfm.At(rules.Policy.Value, member, at);
        return (segment.RecencyDays is not { } recency || (rfm.RecencyDays is { } days && recency.Holds((decimal)days)))
            && (segment.Frequency is not { } frequency || frequency.Holds((decimal)rfm.Frequency))
            && (segment.Money is not { } money || money.Holds(rfm.Monetary))
            && (segment.RfmGroups is not { } groups || (grid?.GroupOf(rfm) is { } group && groups.Contains(RfmGroups.CodeOf(group))));
    }

    private static bool Expected(Segment segment, Rules rules, Member member, Instant at)
    {
        if (segment is { Alive: null, ExpectedVisits: null })
            return true;
        if (rules.Forecast is not { } parameters
            || VisitRhythm.At(member.Acts, rules.Zone, Instant.Later(at, member.LivedThrough)) is not { } rhythm)
            return false;
        return (segment.Alive is not { } alive || alive.Holds(Forecast.Alive(parameters, rhythm)))
            && (segment.ExpectedVisits is not { } visits || visits.Holds(Forecast.Visits(parameters, rhythm, Forecast.QuarterWeeks)));
    }

    private static bool IsOneOf(ImmutableArray<string>? wanted, string name) => wanted is not { } names || names.Contains(name);
}
