using Engagement.Domain.Recall;
using Engagement.Journal.Care;

namespace Engagement.Journal.Sqlite;

/// <summary>Writes the rows of messages and tasks in the transaction of the append that changed them.</summary>
internal sealed class SqliteCareRows(SqliteSession session)
{
    private readonly Statement _insertMessage = session.Prepared(
        """
        INSERT INTO messages (
          chain, id, member, run, step, playbook, template, channel, offer, state, planned_at, sent_at, decisions, outbox, waiting_since)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING
        """);

    // What is in somebody's hands (outbox 2 to 4) cannot be taken back; the right side sees the row as it was.
    private readonly Statement _updateMessage = session.Prepared(
        """
        UPDATE messages SET
          state = CASE WHEN ?3 IS NULL OR ?3 = 5 AND outbox > 1 OR ?3 = 2 AND state IN (3, 4) THEN state ELSE ?3 END,
          planned_at = coalesce(?4, planned_at),
          sent_at = coalesce(sent_at, ?5),
          decisions = decisions || ',' || ?6,
          outbox = CASE WHEN ?7 IS NOT NULL THEN 1 WHEN ?3 = 5 AND outbox = 1 THEN 0 ELSE outbox END,
          waiting_since = CASE WHEN ?7 IS NOT NULL THEN ?7 WHEN ?3 = 5 AND outbox = 1 OR ?3 IN (2, 3, 4) AND outbox > 3 THEN NULL ELSE waiting_since END
        WHERE chain = ?1 AND id = ?2
        """);

    private readonly Statement _insertTask = session.Prepared(
        """
        INSERT INTO tasks (
          chain, id, member, number, store, kind, source, run, step, title, script, offer, opened_at, due_at, expires_at,
          state, assignee, snoozed_until, escalated, outcome, closed_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        ON CONFLICT DO NOTHING
        """);

    private readonly Statement _updateTask = session.Prepared(
        """
        UPDATE tasks SET
          state = coalesce(?3, state),
          assignee = CASE WHEN ?4 THEN ?5 ELSE assignee END,
          snoozed_until = CASE WHEN ?3 IS NULL THEN snoozed_until ELSE ?6 END,
          escalated = max(escalated, ?7),
          outcome = coalesce(?8, outcome),
          closed_at = coalesce(?9, closed_at)
        WHERE chain = ?1 AND id = ?2
        """);

    public void Store(long chain, long member, EncodedAppend encoded)
    {
        foreach (var change in encoded.Messages)
        {
            if (change.Planned is not { } message || !Insert(chain, member, change, message))
                Update(chain, change);
        }

        var home = encoded.Append.State.Home?.Value;
        foreach (var change in encoded.Tasks)
        {
            if (change.Opened is null || !Insert(chain, member, home, change))
                Update(chain, change);
        }

        if (encoded.MovesTasks)
            session.Prepared("UPDATE tasks SET store = ?2 WHERE member = ?1 AND store IS NULL").Bind(1, member).Bind(2, home).Run();
    }

    private bool Insert(long chain, long member, MessageChange change, Waiting message) => _insertMessage
        .Bind(1, chain)
        .Bind(2, change.Id)
        .Bind(3, member)
        .Bind(4, message.Number.Run)
        .Bind(5, message.Number.Step)
        .Bind(6, message.Playbook)
        .Bind(7, message.Template)
        .Bind(8, message.Channel)
        .Bind(9, message.Offer)
        .Bind(10, (long)change.State!)
        .Bind(11, change.PlannedAt!.Value.Microseconds)
        .Bind(12, change.SentAt?.Microseconds)
        .Bind(13, change.Decisions)
        .Bind(14, change.ReleasedAt is null ? 0 : 1)
        .Bind(15, change.ReleasedAt?.Microseconds)
        .Run() > 0;

    private void Update(long chain, MessageChange change) => _updateMessage
        .Bind(1, chain)
        .Bind(2, change.Id)
        .Bind(3, (long?)change.State)
        .Bind(4, change.PlannedAt?.Microseconds)
        .Bind(5, change.SentAt?.Microseconds)
        .Bind(6, change.Decisions)
        .Bind(7, change.ReleasedAt?.Microseconds)
        .Run();

    private bool Insert(long chain, long member, string? home, TaskChange change)
    {
        var task = change.Opened!;
        return _insertTask
            .Bind(1, chain)
            .Bind(2, change.Id)
            .Bind(3, member)
            .Bind(4, task.Number)
            .Bind(5, home)
            .Bind(6, task.Kind)
            .Bind(7, task.Source)
            .Bind(8, (long?)task.Step?.Run)
            .Bind(9, (long?)task.Step?.Step)
            .Bind(10, task.Title)
            .Bind(11, task.Script)
            .Bind(12, task.Offer)
            .Bind(13, task.OpenedAt.Microseconds)
            .Bind(14, task.DueAt.Microseconds)
            .Bind(15, task.ExpiresAt?.Microseconds)
            .Bind(16, (long)change.State!)
            .Bind(17, change.Assignee?.Value)
            .Bind(18, change.SnoozedUntil?.Microseconds)
            .Bind(19, change.IsEscalated ? 1 : 0)
            .Bind(20, change.Outcome)
            .Bind(21, change.ClosedAt?.Microseconds)
            .Run() > 0;
    }

    private void Update(long chain, TaskChange change) => _updateTask
        .Bind(1, chain)
        .Bind(2, change.Id)
        .Bind(3, (long?)change.State)
        .Bind(4, change.IsReassigned ? 1 : 0)
        .Bind(5, change.Assignee?.Value)
        .Bind(6, change.SnoozedUntil?.Microseconds)
        .Bind(7, change.IsEscalated ? 1 : 0)
        .Bind(8, change.Outcome)
        .Bind(9, change.ClosedAt?.Microseconds)
        .Run();
}
