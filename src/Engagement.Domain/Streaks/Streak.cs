using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Streaks;

/// <summary>
/// A member's daily sign-in (连续签到), docs/domain §7: her runs, oldest first, and what was signed in too late to mend one.
/// </summary>
public sealed record Streak
{
    /// <summary>Runs that ended longer ago than this are forgotten; no late sign-in can reach them.</summary>
    private const int RememberedDays = 400;

    public static readonly Streak None = new();

    public ImmutableArray<SignInRun> Runs { get; init; } = [];

    /// <summary>Days signed in too late to mend a run; they count for the total only.</summary>
    public ImmutableArray<DateOnly> LateDays { get; init; } = [];

    /// <summary>The most days a run ever had.</summary>
    public int Longest { get; init; }

    /// <summary>All days signed in.</summary>
    public int Total { get; init; }

    /// <summary>The latest sign-in; what arrives after it and happened before it is late.</summary>
    public Instant? LatestAt { get; init; }

    /// <summary>The last day of the latest run.</summary>
    public DateOnly? LastDate => Runs.Length > 0 ? Runs[^1].Last : null;

    /// <summary>
    /// The length of the run that is still alive on <paramref name="today"/>: its last day is today or yesterday, or every
    /// day missed since is forgiven. 0 when it is broken.
    /// </summary>
    public int CurrentOn(DateOnly today, StreakPolicy policy)
    {
        if (Runs.Length == 0)
            return 0;
        var run = Runs[^1];
        return run.Last >= today || FreezesBetween(run.Last, today, policy) is not null ? run.Length : 0;
    }

    internal bool Knows(DateOnly day) =>
        (RunAround(day) is { } run && !run.Frozen.Contains(day)) || LateDays.Contains(day);

    internal SignInRun? RunAround(DateOnly day)
    {
        for (var index = Runs.Length - 1; index >= 0 && Runs[index].Last >= day; index--)
        {
            if (Runs[index].Covers(day))
                return Runs[index];
        }

        return null;
    }

    /// <summary>The days strictly between two sign-ins if freezes can forgive all of them, else null.</summary>
    internal ImmutableArray<DateOnly>? FreezesBetween(DateOnly from, DateOnly to, StreakPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var missed = to.DayNumber - from.DayNumber - 1;
        if (missed <= 0)
            return [];
        // No month has more than FreezesPerMonth, so a longer gap cannot be forgiven, however many months it spans.
        if (policy.FreezesPerMonth == 0 || missed > policy.FreezesPerMonth * (2 + missed / 28))
            return null;
        var frozen = ImmutableArray.CreateBuilder<DateOnly>();
        for (var day = from.AddDays(1); day < to; day = day.AddDays(1))
        {
            var used = Runs.Sum(run => run.Frozen.Count(other => SameMonth(other, day))) + frozen.Count(other => SameMonth(other, day));
            if (used >= policy.FreezesPerMonth)
                return null;
            frozen.Add(day);
        }

        return frozen.ToImmutable();
    }

    /// <summary>The streak after a sign-in on <paramref name="day"/>, joined to its neighbours over the days forgiven.</summary>
    internal Streak With(DateOnly day, ImmutableArray<DateOnly> frozen)
    {
        var run = new SignInRun(day, day, []);
        var runs = Runs.ToBuilder();
        if (RunAround(day) is { } around)
        {
            runs[Runs.IndexOf(around)] = run = around with { Frozen = around.Frozen.Remove(day) };
        }
        else
        {
            var place = 0;
            while (place < runs.Count && runs[place].Last < day)
                place++;
            runs.Insert(place, run);
            if (place > 0 && Joins(runs[place - 1], run, frozen) is { } before)
            {
                runs[--place] = run = before;
                runs.RemoveAt(place + 1);
            }

            if (place + 1 < runs.Count && Joins(run, runs[place + 1], frozen) is { } after)
            {
                runs[place] = run = after;
                runs.RemoveAt(place + 1);
            }
        }

        var horizon = runs[^1].Last.DayNumber - RememberedDays;
        while (runs[0].Last.DayNumber < horizon)
            runs.RemoveAt(0);
        return this with
        {
            Runs = runs.ToImmutable(),
            LateDays = LateDays.RemoveAll(late => late.DayNumber < horizon),
            Longest = Math.Max(Longest, run.Length),
            Total = Total + 1,
        };
    }

    private static SignInRun? Joins(SignInRun earlier, SignInRun later, ImmutableArray<DateOnly> frozen)
    {
        var between = frozen.Where(day => day > earlier.Last && day < later.First).ToImmutableArray();
        return later.First.DayNumber - earlier.Last.DayNumber - 1 == between.Length
            ? new(earlier.First, later.Last, [.. earlier.Frozen, .. between, .. later.Frozen])
            : null;
    }

    private static bool SameMonth(DateOnly left, DateOnly right) => left.Year == right.Year && left.Month == right.Month;

    public bool Equals(Streak? other) =>
        other is not null && Longest == other.Longest && Total == other.Total && LatestAt == other.LatestAt
        && Runs.AsSpan().SequenceEqual(other.Runs.AsSpan()) && LateDays.AsSpan().SequenceEqual(other.LateDays.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Longest, Total, LatestAt, Runs.Length);
}
