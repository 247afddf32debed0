using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>Since when somebody has a task: her member's timeline knows, and it is asked only by those who came too late.</summary>
internal static class TaskHolding
{
    private const int PageSize = 100;
    private const int MostPages = 5;

    /// <summary>When the task came to whoever has it now; null where that lies too far back to be looked for.</summary>
    public static async ValueTask<Instant?> SinceAsync(
        IJournalQueries journal, MemberKey key, StaffTask task, CancellationToken cancellation)
    {
        TimelinePlace? before = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await journal.TimelineAsync(key, before, PageSize, cancellation).ConfigureAwait(false);
            foreach (var told in page)
            {
                // Only what may be it is read.
                if (told.Type is "task_claimed" or "task_reassigned" && Gives(told.Happened, task))
                    return told.At;
            }

            if (page.Count < PageSize || page[^1].At < task.OpenedAt)
                break;
            before = new(page[^1].At, page[^1].Position);
        }

        return null;
    }

    private static bool Gives(Domain.Members.MemberEvent happened, StaffTask task) => happened switch
    {
        TaskClaimed claimed => claimed.Number == task.Number && claimed.By == task.Assignee,
        TaskReassigned given => given.Number == task.Number && given.To == task.Assignee,
        _ => false,
    };
}
