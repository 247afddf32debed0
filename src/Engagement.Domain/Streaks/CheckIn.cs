using System.Collections.Immutable;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Domain.Streaks;

/// <summary>A daily sign-in (docs/domain §7).</summary>
public sealed record CheckIn(EventKey Key, Instant? At, StoreId? Store, string? Extra = null)
    : ActCommand(Key, At, Store, Extra);

/// <summary>What a sign-in was good for.</summary>
public enum SignInStanding
{
    /// <summary>It counts on its day, and for the run that day belongs to.</summary>
    Counted,

    /// <summary>The day had been signed in before: nothing changes.</summary>
    Repeat,

    /// <summary>It came too late to mend a run and counts for the total only.</summary>
    Late,
}

/// <summary>A sign-in was taken on a calendar day of the member's store.</summary>
/// <param name="Frozen">The missed days that were forgiven so that the run goes on.</param>
/// <param name="Run">The length of the run this day belongs to; 0 where it belongs to none.</param>
public sealed record CheckedIn(
    Instant At,
    EventKey Key,
    StoreId? Store,
    DateOnly Day,
    SignInStanding Standing,
    ImmutableArray<DateOnly> Frozen,
    int Run,
    long Points,
    string? Extra) : ActEvent(At, Key, Store, Extra)
{
    public bool Equals(CheckedIn? other) =>
        other is not null && base.Equals(other) && Day == other.Day && Standing == other.Standing && Run == other.Run
        && Points == other.Points && Frozen.AsSpan().SequenceEqual(other.Frozen.AsSpan());

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Day, Standing, Run, Points);
}

internal static class CheckInDecision
{
    public static CheckedIn Decide(Rules rules, Member member, CheckIn command, Instant at, StoreId? store)
    {
        var day = at.LocalDate(rules.Zone);
        var streak = member.Streak;
        if (streak.Knows(day))
            return Taken(SignInStanding.Repeat, [], streak.RunAround(day)?.Length ?? 0, 0);
        var mendable = TimeSpan.FromHours(rules.Policy.Streak.LateUploadHours);
        if (streak.LatestAt is { } latest && latest - at > mendable)
            return Taken(SignInStanding.Late, [], 0, 0);

        var frozen = FreezesAround(streak, day, rules.Policy.Streak);
        var after = streak.With(day, frozen);
        var run = after.RunAround(day)!;
        return Taken(SignInStanding.Counted, frozen, run.Length, rules.Policy.Points.SignIn + Bonus(rules.Policy.Points, streak, run));

        CheckedIn Taken(SignInStanding standing, ImmutableArray<DateOnly> forgiven, int length, long points) =>
            new(at, command.Key, store, day, standing, forgiven, length, points, command.Extra);
    }

    // A sign-in that mends a run earns what the whole run is due, less what its pieces have had already.
    private static long Bonus(PointsPolicy points, Streak before, SignInRun run) =>
        points.StreakBonusOf(run.Length)
        - before.Runs.Where(piece => run.Covers(piece.First)).Sum(piece => points.StreakBonusOf(piece.Length));

    private static ImmutableArray<DateOnly> FreezesAround(Streak streak, DateOnly day, StreakPolicy policy)
    {
        if (streak.RunAround(day) is not null)
            return [];
        var previous = streak.Runs.LastOrDefault(run => run.Last < day);
        var next = streak.Runs.FirstOrDefault(run => run.First > day);
        var before = previous is null ? null : streak.FreezesBetween(previous.Last, day, policy);
        var after = next is null ? null : streak.FreezesBetween(day, next.First, policy);
        // Each side was weighed against a full allowance of its own: together they may want more than the month gives.
        if (before is { Length: > 0 } left && after is { Length: > 0 } right)
            after = streak.With(day, left).FreezesBetween(day, right[^1].AddDays(1), policy);
        return [.. before ?? [], .. after ?? []];
    }

    public static Member Evolve(Member member, CheckedIn checkedIn)
    {
        var latest = member.Streak.LatestAt is { } known ? Instant.Later(known, checkedIn.At) : checkedIn.At;
        var streak = checkedIn.Standing switch
        {
            SignInStanding.Counted => member.Streak.With(checkedIn.Day, checkedIn.Frozen),
            SignInStanding.Late => member.Streak with
            {
                Total = member.Streak.Total + 1,
                LateDays = member.Streak.LateDays.Add(checkedIn.Day),
            },
            _ => member.Streak,
        };
        return member with { Streak = streak with { LatestAt = latest }, Ledger = member.Ledger.Earn(checkedIn.At, checkedIn.Points, 0, checkedIn.Terms) };
    }
}
