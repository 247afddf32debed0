using Engagement.Domain.Members;

namespace Engagement.Domain.Care;

/// <summary>How what happens to tasks changes what a member knows of them.</summary>
internal static class CareEvolution
{
    public static CareState Evolve(CareState state, MemberEvent happened) => happened switch
    {
        TaskOpened opened => state with { LastTask = opened.Task.Number, Tasks = state.Tasks.Add(opened.Task) },
        TaskClaimed claimed => With(state, claimed.Number, task => task with
        {
            State = TaskState.Claimed,
            Assignee = claimed.By,
            SnoozedUntil = null,
        }),
        TaskReassigned given => With(state, given.Number, task => task with
        {
            State = TaskState.Claimed,
            Assignee = given.To,
            SnoozedUntil = null,
        }),
        TaskReleased released => With(state, released.Number, task => task with
        {
            State = TaskState.Open,
            Assignee = null,
            SnoozedUntil = null,
        }),
        TaskSnoozed snoozed => With(state, snoozed.Number, task => task with
        {
            State = TaskState.Snoozed,
            SnoozedUntil = snoozed.Until,
        }),
        TaskEscalated escalated => With(state, escalated.Number, task => task with { IsEscalated = true }),
        TaskCompleted completed => Without(state, completed.Number) with
        {
            LastCall = Outcomes.IsContact(completed.Outcome) ? completed.At : state.LastCall,
        },
        TaskExpired expired => Without(state, expired.Number),
        TaskWithdrawn withdrawn => Without(state, withdrawn.Number),
        MemberTaskDone done => state with { Done = state.Done.Add(done.Task) },
        MemberTasksAllDone => state with { HasDoneAll = true },
        _ => state,
    };

    private static CareState With(CareState state, int number, Func<StaffTask, StaffTask> change) =>
        state with { Tasks = [.. state.Tasks.Select(task => task.Number == number ? change(task) : task)] };

    private static CareState Without(CareState state, int number) =>
        state with { Tasks = state.Tasks.RemoveAll(task => task.Number == number) };
}
