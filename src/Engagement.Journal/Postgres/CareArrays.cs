using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>The messages and tasks that turns changed, as the arrays that <c>store_turns_2</c> takes beside those of the turns.</summary>
internal static class CareArrays
{
    /// <summary>Whether there are any: most commits have none.</summary>
    public static bool AreNeeded(AppendRequest[] batch)
    {
        foreach (var request in batch)
        {
            if (request.Encoded is { Messages.Length: > 0 } or { Tasks.Length: > 0 } or { MovesTasks: true })
                return true;
        }

        return false;
    }

    public static IEnumerable<NpgsqlParameter> Of(AppendRequest[] batch) => [.. Messages(batch), .. Tasks(batch), Homes(batch)];

    private static IEnumerable<NpgsqlParameter> Messages(AppendRequest[] batch)
    {
        var changes = All(batch, encoded => encoded.Messages);
        return
        [
            Turns(changes),
            Column(changes, change => change.Id),
            Column(changes, change => change.Number.Run),
            Column(changes, change => change.Number.Step),
            Column(changes, change => change.Planned?.Playbook),
            Column(changes, change => change.Planned?.Template),
            Column(changes, change => change.Planned?.Channel),
            Column(changes, change => change.Planned?.Offer),
            Column(changes, change => (short?)change.State),
            Column(changes, change => change.PlannedAt?.Microseconds),
            Column(changes, change => change.ReleasedAt?.Microseconds),
            Column(changes, change => change.SentAt?.Microseconds),
            Column(changes, change => change.Decisions),
        ];
    }

    private static IEnumerable<NpgsqlParameter> Tasks(AppendRequest[] batch)
    {
        var changes = All(batch, encoded => encoded.Tasks);
        return
        [
            Turns(changes),
            Column(changes, change => change.Id),
            Column(changes, change => change.Number),
            Column(changes, change => change.Opened?.Kind),
            Column(changes, change => change.Opened?.Source),
            Column(changes, change => change.Opened?.Step?.Run),
            Column(changes, change => change.Opened?.Step?.Step),
            Column(changes, change => change.Opened?.Title),
            Column(changes, change => change.Opened?.Script),
            Column(changes, change => change.Opened?.Offer),
            Column(changes, change => change.Opened?.OpenedAt.Microseconds),
            Column(changes, change => change.Opened?.DueAt.Microseconds),
            Column(changes, change => change.Opened?.ExpiresAt?.Microseconds),
            Column(changes, change => (short?)change.State),
            Column(changes, change => change.IsReassigned),
            Column(changes, change => change.Assignee?.Value),
            Column(changes, change => change.SnoozedUntil?.Microseconds),
            Column(changes, change => change.IsEscalated),
            Column(changes, change => change.Outcome),
            Column(changes, change => change.ClosedAt?.Microseconds),
        ];
    }

    private static NpgsqlParameter Homes(AppendRequest[] batch) => PostgresParameters.Of(
        batch.Index().Where(turn => turn.Item.Encoded.MovesTasks).Select(turn => turn.Index + 1).ToArray());

    private static (int Turn, T Change)[] All<T>(AppendRequest[] batch, Func<EncodedAppend, T[]> of) =>
        [.. batch.Index().SelectMany(turn => of(turn.Item.Encoded).Select(change => (turn.Index + 1, change)))];

    private static NpgsqlParameter Turns<T>((int Turn, T Change)[] changes) =>
        PostgresParameters.Of(Array.ConvertAll(changes, change => change.Turn));

    private static NpgsqlParameter Column<T, TValue>((int Turn, T Change)[] changes, Func<T, TValue> of) =>
        PostgresParameters.Of(Array.ConvertAll(changes, change => of(change.Change)));
}
