using System.Collections.Immutable;

namespace Engagement.Domain.Recall;

/// <summary>
/// A playbook (召回方案): what should happen to a member by itself once something has happened to her, step by step, until she
/// comes back. See docs/domain §9. Playbooks are data of the policy.
/// </summary>
public sealed record Playbook
{
    /// <summary>Off means: nobody enters it any more; whoever is in it leaves.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Which message goes first when not all may go, 0 to 100. Default 50; the higher goes first.</summary>
    public int Priority { get; init; } = 50;

    /// <summary>What lets a member enter.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>What happens and when, in the order of time.</summary>
    public required ImmutableArray<Step> Steps { get; init; }

    /// <summary>What makes her leave at once, taking back whatever has not happened yet.</summary>
    public ImmutableArray<Exit> Exits { get; init; } = [];

    /// <summary>She leaves so many hours after she entered, whatever happened; null for not before the last step.</summary>
    public int? EndsAfterHours { get; init; }

    /// <summary>For so many days after she entered she does not enter again. Default 0.</summary>
    public int CoolDownDays { get; init; }

    /// <summary>
    /// Of a hundred members so many enter and get nothing, so that what the playbook brings can be told from what would have
    /// come anyway. Default 0. Who that is depends on playbook and member alone and never changes.
    /// </summary>
    public int HoldoutPercent { get; init; }

    public bool Equals(Playbook? other) =>
        other is not null && Enabled == other.Enabled && Priority == other.Priority && Trigger == other.Trigger
        && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan()) && Exits.AsSpan().SequenceEqual(other.Exits.AsSpan())
        && EndsAfterHours == other.EndsAfterHours && CoolDownDays == other.CoolDownDays && HoldoutPercent == other.HoldoutPercent;

    public override int GetHashCode() => HashCode.Combine(Enabled, Priority, Trigger, Steps.Length, CoolDownDays);
}

/// <summary>What lets a member enter a playbook.</summary>
public enum Occasion
{
    /// <summary>She joined.</summary>
    Joined,

    /// <summary>She joined, and another member had sent her.</summary>
    FriendJoined,

    /// <summary>Her first counted act.</summary>
    FirstVisit,

    /// <summary>She became dormant.</summary>
    Dormant,

    /// <summary>She became lost.</summary>
    Lost,

    /// <summary>A local time of day at which she has a run of sign-ins and has not signed in.</summary>
    StreakAtRisk,

    /// <summary>So many hours before a card of hers ends.</summary>
    CardExpiring,

    /// <summary>A local time of day on her birthday.</summary>
    Birthday,

    /// <summary>A member of high value whom nobody has seen or spoken to for so many days, and again after so many more.</summary>
    NoContact,

    /// <summary>So many days before points of hers expire, if they are so many at least.</summary>
    PointsExpiring,

    /// <summary>She was warned that she will lose her tier.</summary>
    TierAtRisk,

    /// <summary>A named behaviour.</summary>
    Acted,
}

/// <param name="When">The occasion.</param>
/// <param name="At">The local time of day, for occasions that have one.</param>
/// <param name="Days">How long before a card ends, or how long without contact, or how long before points expire.</param>
/// <param name="Run">The shortest run of sign-ins that is worth saving.</param>
/// <param name="Act">The name of the behaviour.</param>
/// <param name="Points">The fewest points whose end is worth a word.</param>
public sealed record Trigger(
    Occasion When, TimeOnly? At = null, int? Days = null, int? Run = null, string? Act = null, int? Points = null);

/// <summary>One step of a playbook: a message, a task for staff, or both.</summary>
/// <param name="AfterHours">How long after the member entered.</param>
/// <param name="At">Then at this local time of day, the first that comes; null for at once.</param>
/// <param name="Offer">What the member is offered, in words, for message and task alike.</param>
public sealed record Step(
    int AfterHours, TimeOnly? At = null, MessageStep? Message = null, TaskStep? Task = null, string? Offer = null);

/// <param name="Template">The name of the text in the policy's templates.</param>
/// <param name="Channel">Which way it goes; null for the policy's first.</param>
/// <param name="UselessAfterHours">It is not worth sending so long after it was planned; null for always.</param>
public sealed record MessageStep(string Template, string? Channel = null, int? UselessAfterHours = null);

/// <param name="Kind">What kind of task, as in the policy's tasks.</param>
/// <param name="Title">What to do, in a line.</param>
/// <param name="Script">What to say.</param>
public sealed record TaskStep(string Kind, string Title, string? Script = null);

/// <summary>What ends a playbook at once.</summary>
public enum Exit
{
    /// <summary>Any counted act.</summary>
    CountedAct,

    /// <summary>A counted act after the one that let her enter.</summary>
    SecondVisit,

    /// <summary>A purchase.</summary>
    Purchase,

    /// <summary>A sign-in.</summary>
    SignIn,

    /// <summary>The card was renewed.</summary>
    Renewed,

    /// <summary>The task of the playbook was done.</summary>
    TaskDone,
}
