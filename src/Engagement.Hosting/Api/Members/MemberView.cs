using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Journal;
using Engagement.Journal.Formats;

namespace Engagement.Hosting.Api.Members;

/// <summary>All about a member as of an instant.</summary>
/// <param name="Store">Her home store; null until an event names one.</param>
/// <param name="Stage">Her lifecycle stage (docs/domain §4).</param>
/// <param name="StageReason">Why she is in it, in words.</param>
/// <param name="Flags">second_visit_overdue, slipping.</param>
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
    PointsView Points,
    StreakView Streak,
    IReadOnlyList<object> Tasks,
    IReadOnlyList<object> Recall,
    DateTimeOffset? NextDueAt,
    long Version,
    DateTimeOffset AsOf)
{
    internal static MemberView Of(ChainRules chain, MemberRecord record, Instant clock)
    {
        // What has fallen due and is not yet told is true of her all the same.
        var rules = chain.For(record.State.Home);
        var member = record.State;
        var now = Instant.Later(clock, member.LivedThrough);
        if (Decider.Decide(chain, member, new Advance(now), now) is Decision.Accepted accepted)
            member = accepted.After;
        var rfm = Domain.Value.Rfm.At(rules.Policy.Value, member, now);
        var streak = member.Streak;
        return new(
            record.Key.Member.Value,
            member.Home?.Value,
            Names.Of(member.Stage!.Value),
            member.StageSince.ToDateTimeOffset(),
            member.StageReason!.Text,
            Names.All(member.Flags),
            new(rfm.RecencyDays, rfm.Frequency, rfm.Monetary),
            new(member.Points),
            new(streak.CurrentOn(now.LocalDate(rules.Zone), rules.Policy.Streak), streak.Longest, streak.Total, streak.LastDate),
            [],
            [],
            Passage.NextDue(rules, member)?.ToDateTimeOffset(),
            record.Version,
            now.ToDateTimeOffset());
    }
}

/// <summary>Recency, frequency and monetary value over the policy's window (docs/domain §5).</summary>
/// <param name="RecencyDays">Whole days since her last counted act; null without one.</param>
/// <param name="Frequency">Her counted acts.</param>
/// <param name="Monetary">What she paid, less refunds.</param>
public sealed record RfmView(int? RecencyDays, int Frequency, decimal Monetary);

/// <summary>Her points (docs/domain §6).</summary>
public sealed record PointsView(long Balance);

/// <summary>Her daily sign-in (docs/domain §7).</summary>
/// <param name="Current">Days of the run that is alive now; 0 when it is broken.</param>
public sealed record StreakView(int Current, int Longest, int Total, DateOnly? LastDate);

/// <summary>A member in a list.</summary>
public sealed record MemberRowView(
    string Id, string? Store, string Stage, DateTimeOffset StageSince, IReadOnlyList<string> Flags, DateTimeOffset? NextDueAt)
{
    internal static MemberRowView Of(MemberRow row) => new(
        row.Id.Value,
        row.Home?.Value,
        Names.Of(row.Stage),
        row.StageSince.ToDateTimeOffset(),
        Names.All(row.Flags),
        row.DueAt?.ToDateTimeOffset());
}
