using System.Text.Json;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>A member's open tasks and what she has done of her first month's, in a snapshot: a task is a list of its fields.</summary>
internal static class CareFormat
{
    public static void Write(Utf8JsonWriter writer, CareState care)
    {
        if (care.LastTask != 0)
            writer.WriteNumber("lastTask"u8, care.LastTask);
        MemberFormat.WriteList(writer, "tasks"u8, care.Tasks, WriteTask);
        MemberFormat.WriteList(writer, "tasksDone"u8, care.Done, static (writer, task) => writer.WriteStringValue(task));
        if (care.HasDoneAll)
            writer.WriteBoolean("tasksAllDone"u8, true);
        if (care.LastCall is { } call)
            writer.WriteNumber("lastCall"u8, call.Microseconds);
    }

    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref CareState care)
    {
        if (name.SequenceEqual("lastTask"u8))
            care = care with { LastTask = reader.GetInt32() };
        else if (name.SequenceEqual("tasks"u8))
            care = care with { Tasks = MemberFormat.ReadList(ref reader, ReadTask) };
        else if (name.SequenceEqual("tasksDone"u8))
            care = care with { Done = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        else if (name.SequenceEqual("tasksAllDone"u8))
            care = care with { HasDoneAll = reader.GetBoolean() };
        else if (name.SequenceEqual("lastCall"u8))
            care = care with { LastCall = new Instant(reader.GetInt64()) };
        else
            return false;
        return true;
    }

    private static void WriteTask(Utf8JsonWriter writer, StaffTask task)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(task.Number);
        writer.WriteStringValue(task.Kind);
        writer.WriteStringValue(task.Source);
        writer.WriteNumberValue(task.Step?.Run ?? 0);
        writer.WriteNumberValue(task.Step?.Step ?? -1);
        writer.WriteStringValue(task.Title);
        writer.WriteStringValue(task.Script);
        writer.WriteStringValue(task.Offer);
        writer.WriteNumberValue(task.OpenedAt.Microseconds);
        writer.WriteNumberValue(task.DueAt.Microseconds);
        MemberFormat.WriteInstantOrNull(writer, task.ExpiresAt);
        writer.WriteNumberValue((int)task.State);
        writer.WriteStringValue(task.Assignee?.Value);
        MemberFormat.WriteInstantOrNull(writer, task.SnoozedUntil);
        writer.WriteNumberValue(task.IsEscalated ? 1 : 0);
        writer.WriteEndArray();
    }

    private static StaffTask ReadTask(ref Utf8JsonReader reader)
    {
        var task = new StaffTask(
            MemberFormat.NextNumber(ref reader),
            MemberFormat.NextText(ref reader),
            MemberFormat.NextText(ref reader),
            ReadStep(ref reader),
            MemberFormat.NextText(ref reader),
            MemberFormat.NextTextOrNull(ref reader),
            MemberFormat.NextTextOrNull(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextInstant(ref reader),
            MemberFormat.NextInstantOrNull(ref reader))
        {
            State = (TaskState)MemberFormat.NextNumber(ref reader),
            Assignee = MemberFormat.NextTextOrNull(ref reader) is { } assignee ? new StaffId(assignee) : null,
            SnoozedUntil = MemberFormat.NextInstantOrNull(ref reader),
            IsEscalated = MemberFormat.NextNumber(ref reader) != 0,
        };
        reader.Read();
        return task;
    }

    private static MessageNumber? ReadStep(ref Utf8JsonReader reader)
    {
        var (run, step) = (MemberFormat.NextNumber(ref reader), MemberFormat.NextNumber(ref reader));
        return step < 0 ? null : new(run, step);
    }
}
