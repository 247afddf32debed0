using System.Runtime.InteropServices;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;

namespace Engagement.Journal;

/// <summary>
/// How many members are in each stage and carry each flag. It is a sum of moves, so that it can be kept for any span of
/// time and added up.
/// </summary>
public sealed class Levels
{
    public const int Count = StageCount + 2;

    private const int StageCount = 7;
    private readonly long[] _counts = new long[Count];

    public long this[int level]
    {
        get => _counts[level];
        set => _counts[level] = value;
    }

    public long this[Stage stage] => _counts[(int)stage];

    public long this[AttentionFlags flag] => _counts[LevelOf(flag)];

    public static int LevelOf(AttentionFlags flag) => flag == AttentionFlags.SecondVisitOverdue ? StageCount : StageCount + 1;

    public void Add(Levels other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var level = 0; level < Count; level++)
            _counts[level] += other._counts[level];
    }

    /// <summary>
    /// Adds what those of <paramref name="events"/> that follow from others brought on the UTC day <paramref name="day"/>.
    /// </summary>
    internal static void AddUnfinishedDay(Dictionary<StoreKey, Levels> levels, IReadOnlyList<CommittedEvent> events, long day)
    {
        var moves = new List<LevelMove>();
        foreach (var happened in events.Where(happened => happened.Id is null && happened.At.UtcDay == day))
            LevelMove.Collect(happened.Happened, new(happened.Store), moves);
        foreach (var move in moves)
            (CollectionsMarshal.GetValueRefOrAddDefault(levels, move.Home, out _) ??= new())[move.Level] += move.Delta;
    }

    public Levels Copy()
    {
        var copy = new Levels();
        copy.Add(this);
        return copy;
    }
}

/// <summary>One step of one count: on a UTC day, so many members more or fewer at a level of a home store.</summary>
public readonly record struct LevelMove(StoreKey Home, long Day, int Level, int Delta)
{
    /// <summary>The moves that an event means for the counts, for a member at home in <paramref name="home"/>.</summary>
    public static void Collect(MemberEvent happened, StoreKey home, ICollection<LevelMove> into)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(into);
        var day = happened.At.UtcDay;
        switch (happened)
        {
            case StageChanged changed:
                if (changed.From is { } from)
                    into.Add(new(home, day, (int)from, -1));
                into.Add(new(home, day, (int)changed.To, 1));
                break;
            case FlagRaised raised:
                into.Add(new(home, day, Levels.LevelOf(raised.Flag), 1));
                break;
            case FlagLowered lowered:
                into.Add(new(home, day, Levels.LevelOf(lowered.Flag), -1));
                break;
            case HomeStoreSet set:
                MoveHome(set, -1, new(null), into);
                MoveHome(set, 1, new(set.Store), into);
                break;
        }
    }

    private static void MoveHome(HomeStoreSet set, int delta, StoreKey home, ICollection<LevelMove> into)
    {
        into.Add(new(home, set.At.UtcDay, (int)set.Stage, delta));
        foreach (var flag in (ReadOnlySpan<AttentionFlags>)[AttentionFlags.SecondVisitOverdue, AttentionFlags.Slipping])
        {
            if ((set.Flags & flag) != 0)
                into.Add(new(home, set.At.UtcDay, Levels.LevelOf(flag), delta));
        }
    }
}
