using System.Collections.Immutable;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Recall;

/// <summary>What becomes of a message whose time has come.</summary>
/// <param name="To">When it is looked at again; null if it goes now, or not at all.</param>
/// <param name="Why">A stable code; null if it goes.</param>
internal readonly record struct SendingDecision(bool Goes, Instant? To, string? Why);

/// <summary>
/// The one rule of sending (docs/domain §9): consent, quiet hours in the zone of the member's store, and at most so many a day
/// and a week, the more urgent first. What may not go is moved to the next instant at which it may, never dropped; what is of
/// no use by then is not sent.
/// </summary>
internal static class Sending
{
    /// <summary>A message is moved day by day; one that finds no day within a year has no place at all.</summary>
    private const int MostDays = 366;

    /// <summary>The outbox gives up sooner.</summary>
    private const int MostDaysInOutbox = 4;

    public static SendingDecision Decide(Rules rules, RecallState state, Waiting message, Instant at, int spreadMinutes)
    {
        var policy = rules.Policy.Recall.Messages;
        if (IsRefused(policy, state, message.Channel))
            return new(false, null, "no_consent");
        var candidate = at;
        string? why = null;
        if (state.Runs.FirstOrDefault(run => run.Number == message.Number.Run)?.PausedUntil is { } pause && pause > at)
            (candidate, why) = (pause, "paused");
        for (var day = 0; day < MostDays && candidate < Instant.Latest; day++)
        {
            if (EndOfQuiet(policy, rules.Zone, candidate, spreadMinutes) is { } morning)
            {
                why ??= "quiet_hours";
                candidate = morning;
            }

            if (Hindrance(policy, rules.Zone, state, message, candidate, at) is not { } hindrance)
                break;
            why ??= hindrance;
            candidate = OpeningOf(policy, rules.Zone, candidate.LocalDate(rules.Zone).AddDays(1), spreadMinutes);
        }

        if (message.UselessAt is { } useless && candidate >= useless)
            return new(false, null, "useless");
        return why is null ? new(true, null, null) : new(false, candidate, why);
    }

    public static bool IsRefused(MessagePolicy policy, RecallState state, string channel) =>
        state.Refused.Contains("") || state.Refused.Contains(channel)
        || (policy.NeedsConsent && !state.Wanted.Contains("") && !state.Wanted.Contains(channel));

    private static string? Hindrance(
        MessagePolicy policy, TimeZoneInfo zone, RecallState state, Waiting message, Instant candidate, Instant now)
    {
        var day = candidate.LocalDate(zone);
        var (onDay, inWindow) = Room(policy, state.SentOn, day);
        foreach (var released in state.Released)
        {
            if (DayOf(released, now.LocalDate(zone)) is not { } counted)
                continue;
            onDay += counted == day ? 1 : 0;
            inWindow += IsWithin(policy, counted, day) ? 1 : 0;
        }

        if (onDay >= policy.MostADay)
            return "daily_cap";
        if (inWindow >= policy.MostInWindow)
            return "weekly_cap";
        // Room that a more urgent message of the same day is waiting for is not taken away from it.
        var moreUrgent = state.Messages.Count(other =>
            other.Number != message.Number && IsBefore(other, message) && other.DueAt.LocalDate(zone) == day);
        return onDay + moreUrgent >= policy.MostADay || inWindow + moreUrgent >= policy.MostInWindow ? "priority" : null;
    }

    /// <summary>The days on which messages went, as seen from <paramref name="day"/>: on it, and within the window that ends with it.</summary>
    private static (int OnDay, int InWindow) Room(MessagePolicy policy, ImmutableArray<DateOnly> sentOn, DateOnly day)
    {
        var (onDay, inWindow) = (0, 0);
        foreach (var sent in sentOn)
        {
            onDay += sent == day ? 1 : 0;
            inWindow += IsWithin(policy, sent, day) ? 1 : 0;
        }

        return (onDay, inWindow);
    }

    private static bool IsWithin(MessagePolicy policy, DateOnly sent, DateOnly day) =>
        sent <= day && day.DayNumber - sent.DayNumber < policy.WindowDays;

    // What is still in the outbox goes as soon as it can, so that it takes the place of another today; unless nobody will
    // ever say what became of it.
    private static DateOnly? DayOf(Released released, DateOnly today) => released.Day >= today ? released.Day
        : today.DayNumber - released.Day.DayNumber <= MostDaysInOutbox ? today
        : null;

    /// <summary>
    /// When a released message may be handed over at <paramref name="now"/> at the earliest, those that were released before it
    /// and are still there going first; null for now.
    /// </summary>
    /// <param name="isLate">Whether it should have gone long ago: then quiet hours hold for it once more.</param>
    public static Instant? NotBefore(Rules rules, RecallState state, MessageNumber message, Instant now, bool isLate, int spreadMinutes)
    {
        var policy = rules.Policy.Recall.Messages;
        var today = now.LocalDate(rules.Zone);
        var ahead = state.Released
            .TakeWhile(released => released.Number != message)
            .Count(released => DayOf(released, today) is not null);
        var candidate = now;
        for (var days = 0; days < MostDays; days++)
        {
            if (isLate && EndOfQuiet(policy, rules.Zone, candidate, spreadMinutes) is { } morning)
                candidate = morning;
            var day = candidate.LocalDate(rules.Zone);
            var (onDay, inWindow) = Room(policy, state.SentOn, day);
            if (onDay + (day == today ? ahead : 0) < policy.MostADay && inWindow + ahead < policy.MostInWindow)
                break;
            candidate = OpeningOf(policy, rules.Zone, day.AddDays(1), spreadMinutes);
        }

        return candidate > now ? candidate : null;
    }

    /// <summary>Which of two messages goes first: the more urgent, then the one planned earlier.</summary>
    public static bool IsBefore(Waiting left, Waiting right) => left.Priority != right.Priority
        ? left.Priority > right.Priority
        : (left.Number.Run, left.Number.Step).CompareTo((right.Number.Run, right.Number.Step)) < 0;

    public static Instant? EndOfQuiet(MessagePolicy policy, TimeZoneInfo zone, Instant at, int spreadMinutes)
    {
        if (policy.QuietFrom == policy.QuietUntil)
            return null;
        var local = at.LocalTime(zone);
        var day = at.LocalDate(zone);
        var isQuiet = policy.QuietFrom > policy.QuietUntil
            ? local >= policy.QuietFrom || local < policy.QuietUntil
            : local >= policy.QuietFrom && local < policy.QuietUntil;
        if (!isQuiet)
            return null;
        var morning = policy.QuietFrom > policy.QuietUntil && local >= policy.QuietFrom ? day.AddDays(1) : day;
        return OpeningOf(policy, zone, morning, spreadMinutes);
    }

    private static Instant OpeningOf(MessagePolicy policy, TimeZoneInfo zone, DateOnly day, int spreadMinutes) =>
        Instant.OfLocal(day, policy.QuietFrom == policy.QuietUntil ? TimeOnly.MinValue : policy.QuietUntil, zone)
        + TimeSpan.FromMinutes(spreadMinutes);
}
