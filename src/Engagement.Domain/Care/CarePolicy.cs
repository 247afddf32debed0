using System.Collections.Immutable;

namespace Engagement.Domain.Care;

/// <summary>What is asked of staff and of new members (docs/domain §8).</summary>
public sealed record CarePolicy
{
    public OpeningHours OpeningHours { get; init; } = new();

    /// <summary>How long staff have for each kind of task. A kind that is not named here has what <see cref="OtherTasks"/> says.</summary>
    public ImmutableSortedDictionary<string, TaskRule> Tasks
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, TaskRule>
        {
            [TaskKinds.Complaint] = new(OpenMinutes: 15),
            [TaskKinds.Resolve] = new(OpenMinutes: 24 * 60),
            [TaskKinds.Revisit] = new(OpenMinutes: 24 * 60),
            [TaskKinds.Prospect] = new(WorkingDays: 3),
            ["consultation"] = new(WorkingDays: 3, ExpiresAfterHours: 72),
            ["care_call"] = new(WorkingDays: 10),
        });

    /// <summary>Default: a working day, and of no use after 30 days.</summary>
    public TaskRule OtherTasks { get; init; } = new(WorkingDays: 1, ExpiresAfterHours: 30 * 24);

    /// <summary>The behaviour by which somebody shows that she would buy: staff are asked to get in touch. Default <c>interest_shown</c>; null for none.</summary>
    public string? ProspectAct { get; init; } = "interest_shown";

    /// <summary>An answer of at most this to a survey is a complaint by itself. Default 6.</summary>
    public int DetractorUpTo { get; init; } = 6;

    /// <summary>For so many days a playbook stands still once its call led to a booking. Default 14.</summary>
    public int PauseDaysAfterBooking { get; init; } = 14;

    /// <summary>What a new member is asked to do, and what it earns (会员任务).</summary>
    public ImmutableArray<MemberTaskRule> FirstMonth { get; init; } =
    [
        new("complete_profile", Act: "profile_completed", Points: 0),
        new("first_service", Act: null, Points: 0),
        new("join_community", Act: "community_joined", Points: 0, Reward: "A gift"),
        new("share_experience", Act: "experience_shared", Points: 0, Reward: "A benefit"),
    ];

    /// <summary>For how many days after she joined. Default 30.</summary>
    public int FirstMonthDays { get; init; } = 30;

    /// <summary>What doing all of them earns. Default 50.</summary>
    public int FirstMonthBonus { get; init; } = 50;

    public bool Equals(CarePolicy? other) =>
        other is not null && OpeningHours.Equals(other.OpeningHours) && Tasks.SequenceEqual(other.Tasks)
        && OtherTasks == other.OtherTasks && ProspectAct == other.ProspectAct && DetractorUpTo == other.DetractorUpTo
        && PauseDaysAfterBooking == other.PauseDaysAfterBooking && FirstMonth.AsSpan().SequenceEqual(other.FirstMonth.AsSpan())
        && FirstMonthDays == other.FirstMonthDays && FirstMonthBonus == other.FirstMonthBonus;

    public override int GetHashCode() => HashCode.Combine(OpeningHours, Tasks.Count, OtherTasks, FirstMonthBonus);
}

/// <summary>How long staff have for a task: the first of these that is given.</summary>
/// <param name="OpenMinutes">Minutes during which the store is open.</param>
/// <param name="Hours">Hours by the clock.</param>
/// <param name="WorkingDays">Until the end of the so-manieth day on which the store opens.</param>
/// <param name="ExpiresAfterHours">From then on it is of no use; null for never.</param>
public sealed record TaskRule(int? OpenMinutes = null, int? Hours = null, int? WorkingDays = null, int? ExpiresAfterHours = null);

/// <summary>One task of a new member's first month.</summary>
/// <param name="Act">The behaviour that does it; null for her first counted act.</param>
/// <param name="Points">What it earns beyond what the behaviour earns by itself.</param>
/// <param name="Reward">What she gets besides, in words; null for nothing.</param>
public sealed record MemberTaskRule(string Name, string? Act = null, int Points = 0, string? Reward = null);

/// <summary>The kinds of task that this program knows a meaning of.</summary>
public static class TaskKinds
{
    /// <summary>Answer a complaint.</summary>
    public const string Complaint = "complaint";

    /// <summary>Solve what was complained about.</summary>
    public const string Resolve = "complaint_resolve";

    /// <summary>Ask whether it is well now.</summary>
    public const string Revisit = "complaint_revisit";

    /// <summary>Get in touch with somebody who showed interest.</summary>
    public const string Prospect = "prospect";
}
