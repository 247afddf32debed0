using System.Text.Json;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>The events of tasks, of staff and of members, as they are stored; <see cref="EventFormat"/> is the way in.</summary>
internal static class CareEventFormat
{
    public static string? NameOf(MemberEvent happened) => happened switch
    {
        TaskOpened => "task_opened.v1",
        TaskClaimed => "task_claimed.v1",
        TaskReleased => "task_released.v1",
        TaskSnoozed => "task_snoozed.v1",
        TaskReassigned => "task_reassigned.v1",
        TaskCompleted => "task_completed.v1",
        TaskEscalated => "task_escalated.v1",
        TaskExpired => "task_expired.v1",
        TaskWithdrawn => "task_withdrawn.v1",
        MemberTaskDone => "member_task_done.v1",
        MemberTasksAllDone => "member_tasks_all_done.v1",
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, MemberEvent happened)
    {
        switch (happened)
        {
            case TaskOpened opened:
                WriteTask(writer, opened);
                break;
            case TaskClaimed claimed:
                WriteDeed(writer, claimed.Number, claimed.By);
                break;
            case TaskReleased released:
                WriteDeed(writer, released.Number, released.By);
                break;
            case TaskSnoozed snoozed:
                WriteDeed(writer, snoozed.Number, snoozed.By);
                writer.Time("until", snoozed.Until);
                break;
            case TaskReassigned reassigned:
                WriteDeed(writer, reassigned.Number, reassigned.By);
                writer.WriteString("to"u8, reassigned.To.Value);
                break;
            case TaskCompleted completed:
                WriteDeed(writer, completed.Number, completed.By);
                writer.WriteString("outcome"u8, completed.Outcome);
                break;
            case TaskEscalated escalated:
                WriteDeed(writer, escalated.Number, null);
                break;
            case TaskExpired expired:
                WriteDeed(writer, expired.Number, null);
                break;
            case TaskWithdrawn withdrawn:
                WriteDeed(writer, withdrawn.Number, null);
                writer.WriteString("why"u8, withdrawn.Why);
                break;
            case MemberTaskDone done:
                writer.WriteString("task"u8, done.Task);
                writer.WriteNumber("points"u8, done.Points);
                break;
            case MemberTasksAllDone all:
                writer.WriteNumber("points"u8, all.Points);
                break;
        }
    }

    /// <summary>The event that was stored under <paramref name="name"/>; null if it is none of these.</summary>
    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        "task_opened.v1" => new TaskOpened(at, ReadTask(at, fields)),
        "task_claimed.v1" => new TaskClaimed(at, Number(fields), By(fields)!.Value),
        "task_released.v1" => new TaskReleased(at, Number(fields), By(fields)),
        "task_snoozed.v1" => new TaskSnoozed(at, Number(fields), By(fields)!.Value, fields.Time("until")!.Value),
        "task_reassigned.v1" => new TaskReassigned(at, Number(fields), By(fields)!.Value, new(fields.Text("to")!)),
        "task_completed.v1" => new TaskCompleted(at, Number(fields), By(fields)!.Value, fields.Text("outcome")!),
        "task_escalated.v1" => new TaskEscalated(at, Number(fields)),
        "task_expired.v1" => new TaskExpired(at, Number(fields)),
        "task_withdrawn.v1" => new TaskWithdrawn(at, Number(fields), fields.Text("why")!),
        "member_task_done.v1" => new MemberTaskDone(at, fields.Text("task")!, Points(fields)),
        "member_tasks_all_done.v1" => new MemberTasksAllDone(at, Points(fields)),
        _ => null,
    };

    // A task is always opened just as it is asked for; what staff make of it are events of their own.
    private static void WriteTask(Utf8JsonWriter writer, TaskOpened opened)
    {
        var task = opened.Task;
        writer.WriteNumber("number"u8, task.Number);
        writer.WriteString("kind"u8, task.Kind);
        writer.WriteString("source"u8, task.Source);
        if (task.Step is { } step)
            RecallEventFormat.WriteNumber(writer, step);
        writer.WriteString("title"u8, task.Title);
        writer.Text("script", task.Script);
        writer.Text("offer", task.Offer);
        writer.Time("openedAt", task.OpenedAt == opened.At ? null : task.OpenedAt);
        writer.Time("dueAt", task.DueAt);
        writer.Time("expiresAt", task.ExpiresAt);
    }

    private static StaffTask ReadTask(Instant at, JsonElement fields) => new(
        Number(fields),
        fields.Text("kind")!,
        fields.Text("source")!,
        fields.TryGetProperty("run", out _) ? RecallEventFormat.ReadNumber(fields) : null,
        fields.Text("title")!,
        fields.Text("script"),
        fields.Text("offer"),
        fields.Time("openedAt") ?? at,
        fields.Time("dueAt")!.Value,
        fields.Time("expiresAt"));

    private static void WriteDeed(Utf8JsonWriter writer, int number, StaffId? by)
    {
        writer.WriteNumber("number"u8, number);
        writer.Text("by", by?.Value);
    }

    private static int Number(JsonElement fields) => fields.GetProperty("number").GetInt32();

    private static StaffId? By(JsonElement fields) => fields.Text("by") is { } by ? new StaffId(by) : null;

    private static long Points(JsonElement fields) => fields.GetProperty("points").GetInt64();
}
