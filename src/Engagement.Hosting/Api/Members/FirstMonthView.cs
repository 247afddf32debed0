using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;

namespace Engagement.Hosting.Api.Members;

/// <summary>One of the first month's tasks of a member (docs/domain §8).</summary>
/// <param name="Name">As in the policy, such as complete_profile.</param>
/// <param name="DoneAt">When she did it; null while she has not, and where that is no longer known.</param>
/// <param name="DueAt">Until when it can be done.</param>
/// <param name="Points">What it earns beyond what the behaviour earns by itself.</param>
/// <param name="Reward">What she gets besides, in words.</param>
public sealed record MemberTaskView(string Name, bool Done, DateTimeOffset? DoneAt, DateTimeOffset DueAt, int Points, string? Reward)
{
    /// <summary>Her tasks in the order of the policy; none while she has not joined.</summary>
    /// <param name="doneAt">When each was done, as far as is known.</param>
    internal static IReadOnlyList<MemberTaskView> Of(Rules rules, Member member, IReadOnlyDictionary<string, Instant> doneAt)
    {
        if (EndOf(rules, member) is not { } end)
            return [];
        return
        [
            .. rules.Policy.Care.FirstMonth.Select(task => new MemberTaskView(
                task.Name,
                member.Care.Done.Contains(task.Name),
                member.Care.Done.Contains(task.Name) && doneAt.TryGetValue(task.Name, out var at) ? at.ToDateTimeOffset() : null,
                end.ToDateTimeOffset(),
                task.Points,
                task.Reward)),
        ];
    }

    /// <summary>Until when the first month's tasks can be done; null for a member who has not joined.</summary>
    internal static Instant? EndOf(Rules rules, Member member) =>
        member is { Joined: true, Since: { } since } ? since + TimeSpan.FromDays(rules.Policy.Care.FirstMonthDays) : null;
}

/// <summary>How far a member has come with the first month's tasks.</summary>
/// <param name="Done">How many she has done.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Bonus">What doing all of them earns.</param>
/// <param name="BonusEarned">She has done all of them.</param>
public sealed record MemberTaskProgressView(int Done, int Of, int Bonus, bool BonusEarned)
{
    internal static MemberTaskProgressView? Reached(Rules rules, Member member) => !member.Joined
        ? null
        : new(
            rules.Policy.Care.FirstMonth.Count(task => member.Care.Done.Contains(task.Name)),
            rules.Policy.Care.FirstMonth.Length,
            rules.Policy.Care.FirstMonthBonus,
            member.Care.HasDoneAll);
}
