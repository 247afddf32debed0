using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;
using Engagement.Journal.Care;

namespace Engagement.Journal.Tests.Suite;

/// <summary>The rows that the events of a member mean, told once more from the start: one event after the other.</summary>
internal static class CareRecount
{
    public static IEnumerable<TaskRow> Tasks(MemberKey key, StoreId? home, IEnumerable<MemberEvent> history)
    {
        var rows = new Dictionary<int, TaskRow>();
        foreach (var happened in history)
        {
            switch (happened)
            {
                case TaskOpened { Task: var task }:
                    rows[task.Number] = new(PublicIds.OfTask(key, task.Number), key.Member, home, task, null, null);
                    break;
                case TaskClaimed claimed:
                    Change(claimed.Number, task => task with { State = TaskState.Claimed, Assignee = claimed.By, SnoozedUntil = null });
                    break;
                case TaskReassigned given:
                    Change(given.Number, task => task with { State = TaskState.Claimed, Assignee = given.To, SnoozedUntil = null });
                    break;
                case TaskReleased released:
                    Change(released.Number, task => task with { State = TaskState.Open, Assignee = null, SnoozedUntil = null });
                    break;
                case TaskSnoozed snoozed:
                    Change(snoozed.Number, task => task with { State = TaskState.Snoozed, SnoozedUntil = snoozed.Until });
                    break;
                case TaskEscalated escalated:
                    Change(escalated.Number, task => task with { IsEscalated = true });
                    break;
                case TaskCompleted done:
                    Close(done.Number, TaskState.Done, done.At, done.Outcome);
                    break;
                case TaskExpired expired:
                    Close(expired.Number, TaskState.Expired, expired.At, null);
                    break;
                case TaskWithdrawn withdrawn:
                    Close(withdrawn.Number, TaskState.Withdrawn, withdrawn.At, null);
                    break;
            }
        }

        return rows.Values;

        void Change(int number, Func<StaffTask, StaffTask> change) => rows[number] = rows[number] with { Task = change(rows[number].Task) };

        void Close(int number, TaskState state, Instant at, string? outcome)
        {
            Change(number, task => task with { State = state, SnoozedUntil = null });
            rows[number] = rows[number] with { Outcome = outcome, ClosedAt = at };
        }
    }

    public static IEnumerable<MessageRow> Messages(MemberKey key, IEnumerable<MemberEvent> history)
    {
        var rows = new Dictionary<MessageNumber, MessageRow>();
        foreach (var happened in history)
        {
            switch (happened)
            {
                case MessagePlanned { Message: var message }:
                    rows[message.Number] = new(
                        PublicIds.OfMessage(key, message.Number), key.Member, message.Number, message.Playbook, message.Template,
                        message.Channel, message.Offer, MessageState.Planned, message.DueAt, null, [new(happened.At, "planned", "")]);
                    break;
                case MessageMoved moved:
                    Add(moved.Number, new(moved.At, "moved", moved.Why, moved.To), row => row with { State = MessageState.Moved, PlannedAt = moved.To });
                    break;
                case MessageReleased released:
                    Add(released.Message.Number, new(released.At, "released", ""), row => row with { PlannedAt = released.At });
                    break;
                case MessageCancelled cancelled:
                    Add(cancelled.Number, new(cancelled.At, "cancelled", cancelled.Why), row => row with { State = MessageState.Cancelled });
                    break;
                case MessageReported { Fate: MessageFate.Sent } sent:
                    Add(sent.Number, new(sent.At, "sent", sent.Detail ?? ""), row => row with
                    {
                        State = row.State is MessageState.Delivered or MessageState.Failed ? row.State : MessageState.Sent,
                        SentAt = row.SentAt ?? sent.At,
                    });
                    break;
                case MessageReported { Fate: MessageFate.Delivered } delivered:
                    Add(delivered.Number, new(delivered.At, "delivered", delivered.Detail ?? ""), row => row with
                    {
                        State = MessageState.Delivered,
                        SentAt = row.SentAt ?? delivered.At,
                    });
                    break;
                case MessageReported failed:
                    Add(failed.Number, new(failed.At, "failed", failed.Detail ?? ""), row => row with { State = MessageState.Failed });
                    break;
            }
        }

        return rows.Values;

        // Anything may be reported of a message that there never was.
        void Add(MessageNumber number, MessageDecision decision, Func<MessageRow, MessageRow> change)
        {
            if (rows.TryGetValue(number, out var row))
                rows[number] = change(row) with { Decisions = [.. row.Decisions, decision] };
        }
    }
}
