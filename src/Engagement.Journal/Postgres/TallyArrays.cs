using Engagement.Journal.Tallies;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>What turns add to the tallies, as the arrays that <c>store_turns_3</c> takes beside those of messages and tasks.</summary>
internal static class TallyArrays
{
    public static IEnumerable<NpgsqlParameter> Of(AppendRequest[] batch)
    {
        (int Turn, TallyMove Move)[] moves = [.. batch.Index().SelectMany(turn => turn.Item.Encoded.Tallies.Select(move => (turn.Index + 1, move)))];
        return
        [
            PostgresParameters.Of(Array.ConvertAll(moves, move => move.Turn)),
            Column(move => move.Day),
            Column(move => move.Home.Store?.Value ?? ""),
            Column(move => move.Subject),
            Column(move => move.Measure),
            Column(move => move.Amount),
            Column(move => move.Message),
            Column(move => move.Run),
            Column(move => move.At?.Microseconds),
        ];

        NpgsqlParameter Column<T>(Func<TallyMove, T> of) => PostgresParameters.Of(Array.ConvertAll(moves, move => of(move.Move)));
    }
}
