using System.Data;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>
/// Turns of one chain as the arrays that <c>store_turns</c> takes, <c>store_turns_2</c> where they changed messages or
/// tasks, <c>store_turns_3</c> where they are tallied, or <c>store_turns_4</c> where they ask something of others, and what it
/// made of them.
/// </summary>
internal sealed class TurnArrays
{
    private static readonly string Store = Call("store_turns", 26);
    private static readonly string StoreWithCare = Call("store_turns_2", 60);
    private static readonly string StoreWithTallies = Call("store_turns_3", 69);

    private static readonly string StoreWithErrands = Call("store_turns_4", 78);

    private readonly ChainId _chain;
    private readonly AppendRequest[] _batch;
    private readonly NpgsqlParameter[] _parameters;
    private readonly string _call;
    private long _headBefore;

    public TurnArrays(ChainId chain, string node, AppendRequest[] batch, TimeProvider time)
    {
        _chain = chain;
        _batch = batch;
        _parameters = [Of(chain.Value), Of(node), .. Turns(batch), .. Events(batch), .. Moves(batch)];
        _call = Store;
        var asks = ErrandArrays.AreNeeded(batch);
        var isTallied = asks || batch.Any(request => request.Encoded.Tallies.Count > 0);
        if (!isTallied && !CareArrays.AreNeeded(batch))
            return;
        _parameters = [.. _parameters, .. CareArrays.Of(batch)];
        _call = StoreWithCare;
        if (!isTallied)
            return;
        _parameters = [.. _parameters, .. TallyArrays.Of(batch)];
        _call = StoreWithTallies;
        if (!asks)
            return;
        _parameters = [.. _parameters, .. ErrandArrays.Of(batch, Instant.FromDateTimeOffset(time.GetUtcNow()))];
        _call = StoreWithErrands;
    }

    /// <summary>Stores them in one round trip that is one transaction.</summary>
    public async Task StoreAsync(NpgsqlConnection connection)
    {
#pragma warning disable CA2100 // One of four constants.
        var command = new NpgsqlCommand(_call, connection);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(_parameters);
            long[] rows;
            try
            {
                await command.PrepareAsync().ConfigureAwait(false);
                // Not cancelled half-way: whether it was stored must be known.
                var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await reader.ReadAsync().ConfigureAwait(false);
                    _headBefore = reader.GetInt64(0);
                    rows = await reader.GetFieldValueAsync<long[]>(1).ConfigureAwait(false);
                }
            }
            finally
            {
                command.Parameters.Clear();
            }

            Note(rows);
        }
    }

    /// <summary>What was stored, in order of position; null if no event was.</summary>
    public CommittedBatch? Committed()
    {
        var events = new List<CommittedEvent>();
        foreach (var request in _batch)
        {
            if (!request.Result.IsCommitted)
                continue;
            foreach (ref readonly var happened in request.Encoded.Events.AsSpan())
                events.Add(happened.Committed(_headBefore + events.Count + 1, request.Encoded.Append.Key.Member));
        }

        return events.Count == 0 ? null : new(_chain, events);
    }

    private static string Call(string function, int arguments) =>
        $"SELECT head_before, stored_rows FROM {function}({string.Join(", ", Enumerable.Range(1, arguments).Select(number => $"${number}"))})";

    private void Note(long[] rows)
    {
        var head = _headBefore;
        for (var turn = 0; turn < rows.Length; turn++)
        {
            if (rows[turn] > 0)
                head += _batch[turn].Encoded.Events.Length;
            _batch[turn].Result = rows[turn] > 0 ? new(true, rows[turn], head) : AppendResult.Conflict;
        }
    }

    private static IEnumerable<NpgsqlParameter> Turns(AppendRequest[] batch)
    {
        var count = batch.Length;
        var (rows, expected, versions, rules) = (new long[count], new long[count], new long[count], new long[count]);
        var (since, due) = (new long[count], new long?[count]);
        var (stages, flags) = (new short[count], new short[count]);
        var (members, homes, states) = (new string[count], new string?[count], new byte[count][]);
        for (var turn = 0; turn < count; turn++)
        {
            var append = batch[turn].Encoded.Append;
            rows[turn] = append.Row;
            members[turn] = append.Key.Member.Value;
            expected[turn] = append.ExpectedVersion;
            versions[turn] = append.NextVersion;
            rules[turn] = append.RulesVersion;
            due[turn] = append.DueAt?.Microseconds;
            stages[turn] = (short)(append.State.Stage ?? default);
            since[turn] = append.State.StageSince.Microseconds;
            flags[turn] = (short)append.State.Flags;
            homes[turn] = append.State.Home?.Value;
            states[turn] = batch[turn].Encoded.State;
        }

        return
        [
            Of(rows), Of(members), Of(expected), Of(versions), Of(rules), Of(due), Of(stages), Of(since), Of(flags), Of(homes),
            Of((short)MemberFormat.Version), Of(states),
        ];
    }

    private static IEnumerable<NpgsqlParameter> Events(AppendRequest[] batch)
    {
        var count = batch.Sum(request => request.Encoded.Events.Length);
        var (turns, types, stores) = (new int[count], new string[count], new string?[count]);
        var (times, ids, prints, data) = (new long[count], new string?[count], new Guid?[count], new byte[count][]);
        var index = 0;
        for (var turn = 0; turn < batch.Length; turn++)
        {
            foreach (ref readonly var happened in batch[turn].Encoded.Events.AsSpan())
            {
                turns[index] = turn + 1;
                types[index] = happened.Name;
                stores[index] = happened.Store?.Value;
                times[index] = happened.At.Microseconds;
                ids[index] = happened.Key?.Id;
                prints[index] = happened.Key is { } key ? PostgresEvents.PrintOf(key.Fingerprint) : null;
                data[index++] = happened.Data;
            }
        }

        return [Of(turns), Of(types), Of(stores), Of(times), Of(ids), Of(prints), Of(data)];
    }

    private static IEnumerable<NpgsqlParameter> Moves(AppendRequest[] batch)
    {
        var count = batch.Sum(request => request.Encoded.Moves?.Count ?? 0);
        var (turns, days, stores) = (new int[count], new long[count], new string[count]);
        var (levels, deltas) = (new short[count], new int[count]);
        var index = 0;
        for (var turn = 0; turn < batch.Length; turn++)
        {
            foreach (var move in batch[turn].Encoded.Moves ?? [])
            {
                turns[index] = turn + 1;
                days[index] = move.Day;
                stores[index] = move.Home.Store?.Value ?? "";
                levels[index] = (short)move.Level;
                deltas[index++] = move.Delta;
            }
        }

        return [Of(turns), Of(days), Of(stores), Of(levels), Of(deltas)];
    }
}
