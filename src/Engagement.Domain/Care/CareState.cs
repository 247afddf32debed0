using System.Collections.Immutable;
using Engagement.Domain.Time;

namespace Engagement.Domain.Care;

/// <summary>What staff are to do for a member, and what she has done of her first month's tasks.</summary>
public sealed record CareState
{
    public static readonly CareState None = new();

    /// <summary>The number of the latest task; each gets the next.</summary>
    public int LastTask { get; init; }

    /// <summary>Tasks that are not closed, oldest first.</summary>
    public ImmutableArray<StaffTask> Tasks { get; init; } = [];

    /// <summary>The names of the first month's tasks that she has done.</summary>
    public ImmutableArray<string> Done { get; init; } = [];

    public bool HasDoneAll { get; init; }

    /// <summary>When staff last spoke to her: a task was done, and she was reached by it.</summary>
    public Instant? LastCall { get; init; }

    public bool Equals(CareState? other) =>
        other is not null && LastTask == other.LastTask && HasDoneAll == other.HasDoneAll && LastCall == other.LastCall
        && Tasks.AsSpan().SequenceEqual(other.Tasks.AsSpan()) && Done.AsSpan().SequenceEqual(other.Done.AsSpan());

    public override int GetHashCode() => HashCode.Combine(LastTask, Tasks.Length, Done.Length, HasDoneAll);
}
