using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Members;

/// <summary>When a member did the first month's tasks: she herself remembers only that she did.</summary>
internal static class FirstMonth
{
    /// <summary>So many of that month's events are looked at, the last first; who had more has most of them at its end.</summary>
    private const int Most = 500;

    public static async ValueTask<IReadOnlyDictionary<string, Instant>> DoneAtAsync(
        IJournalQueries queries, MemberKey key, Rules rules, Member member, CancellationToken cancellation)
    {
        var doneAt = new Dictionary<string, Instant>(StringComparer.Ordinal);
        if (member.Care.Done.IsEmpty || MemberTaskView.EndOf(rules, member) is not { } end)
            return doneAt;
        // What was told late is filed at her later time: a little beyond the month is looked at as well.
        var place = new TimelinePlace(end + Decider.History, 0);
        foreach (var told in await queries.TimelineAsync(key, place, Most, cancellation).ConfigureAwait(false))
        {
            if (told.Type == "member_task_done" && told.Happened is MemberTaskDone done)
                doneAt.TryAdd(done.Task, done.At);
        }

        return doneAt;
    }
}
