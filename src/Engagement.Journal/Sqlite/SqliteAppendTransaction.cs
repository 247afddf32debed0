using System.Runtime.InteropServices;
using Engagement.Domain.Identity;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>The appends of one transaction: gives out positions, finds conflicts, and gathers what is counted.</summary>
internal sealed class SqliteAppendTransaction(SqliteSession session, TimeProvider time)
{
    private readonly Dictionary<ChainId, OpenChain> _chains = [];
    private readonly Dictionary<(long Chain, LevelMove Level), long> _levels = [];
    private readonly SqliteCareRows _care = new(session);
    private readonly SqliteTallyRows _tallies = new(session);
    private readonly SqliteErrandRows _errands = new(session, time);
    private readonly Statement _take = session.Prepared(
        "INSERT INTO taken (chain, id, place) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    private readonly Statement _insertMember = session.Prepared(
        """
        INSERT INTO members (chain, id, version, rules_version, due_at, stage, stage_since, flags, home, format, state)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING
        """);

    private readonly Statement _updateMember = session.Prepared(
        """
        UPDATE members SET version = ?3, rules_version = ?4, due_at = ?5, stage = ?6, stage_since = ?7, flags = ?8,
          home = ?9, format = ?10, state = ?11
        WHERE no = ?1 AND version = ?2
        """);

    // SQLite writes the index of every column that is set, changed or not. Most turns change none or one of them.
    private readonly Statement _updateDue = session.Prepared(
        "UPDATE members SET version = ?3, due_at = ?5, format = ?10, state = ?11 WHERE no = ?1 AND version = ?2 AND rules_version = ?4");

    private readonly Statement _updateState = session.Prepared(
        "UPDATE members SET version = ?3, format = ?10, state = ?11 WHERE no = ?1 AND version = ?2 AND rules_version = ?4");

    private readonly Statement _insertEvent = session.Prepared(
        "INSERT INTO events (place, member, type, store, at, id, fingerprint, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

    /// <summary>What the transaction stored, by chain, once it is committed.</summary>
    public IEnumerable<CommittedBatch> Committed =>
        from chain in _chains where chain.Value.Events.Count > 0 select new CommittedBatch(chain.Key, chain.Value.Events);

    public AppendResult Store(EncodedAppend encoded)
    {
        var append = encoded.Append;
        var chain = Open(append.Key.Chain);
        if (!TakeIds(chain, encoded))
            return AppendResult.Conflict;
        var row = StoreMember(chain, encoded);
        if (row == 0)
        {
            ReleaseIds(chain, encoded, encoded.Events.Length);
            return AppendResult.Conflict;
        }

        Span<byte> fingerprint = stackalloc byte[FingerprintFormat.Size];
        foreach (ref readonly var happened in encoded.Events.AsSpan())
        {
            chain.Head++;
            if (happened.Key is { } key)
            {
                FingerprintFormat.Write(key.Fingerprint, fingerprint);
                _insertEvent.Bind(6, key.Id).Bind(7, fingerprint);
            }
            else
            {
                _insertEvent.Bind(6, (string?)null).Bind(7, (byte[]?)null);
            }

            _insertEvent
                .Bind(1, Places.Of(chain.Number, chain.Head))
                .Bind(2, row)
                .Bind(3, happened.Name)
                .Bind(4, happened.Store?.Value)
                .Bind(5, happened.At.Microseconds)
                .Bind(8, happened.Data)
                .Run();
            chain.Events.Add(happened.Committed(chain.Head, append.Key.Member));
        }

        if (encoded.Messages.Length > 0 || encoded.Tasks.Length > 0 || encoded.MovesTasks)
            _care.Store(chain.Number, row, encoded);
        if (encoded.Errands.Count > 0 || encoded.Referrals.Count > 0)
            _errands.Store(chain.Number, encoded);
        Count(chain, encoded);
        _tallies.Count(chain.Number, row, encoded.Tallies);
        return new(true, row, chain.Head);
    }

    /// <summary>Writes what is kept once for all appends: the heads of the chains and the counts.</summary>
    public void Finish()
    {
        var head = session.Prepared("UPDATE chains SET head = ?2 WHERE no = ?1");
        foreach (var chain in _chains.Values)
            head.Bind(1, chain.Number).Bind(2, chain.Head).Run();
        var level = session.Prepared(
            """
            INSERT INTO levels (chain, day, store, level, delta) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET delta = delta + excluded.delta
            """);
        foreach (var ((chain, move), delta) in _levels)
        {
            if (delta != 0)
                level.Bind(1, chain).Bind(2, move.Day).Bind(3, move.Home.Store?.Value ?? "").Bind(4, move.Level).Bind(5, delta).Run();
        }

        _tallies.Finish();
    }

    private OpenChain Open(ChainId id)
    {
        if (_chains.TryGetValue(id, out var chain))
            return chain;
        var find = session.Prepared("SELECT no, head FROM chains WHERE id = ?1").Bind(1, id.Value);
        if (!find.Step())
            throw new InvalidOperationException($"There is no chain '{id}' in this store.");
        chain = new(find.Number(0), find.Number(1));
        find.Reset();
        return _chains[id] = chain;
    }

    private bool TakeIds(OpenChain chain, EncodedAppend encoded)
    {
        for (var index = 0; index < encoded.Events.Length; index++)
        {
            if (encoded.Events[index].Key is not { } key)
                continue;
            var place = Places.Of(chain.Number, chain.Head + 1 + index);
            if (_take.Bind(1, chain.Number).Bind(2, key.Id).Bind(3, place).Run() == 0)
            {
                ReleaseIds(chain, encoded, index);
                return false;
            }
        }

        return true;
    }

    private void ReleaseIds(OpenChain chain, EncodedAppend encoded, int count)
    {
        var release = session.Prepared("DELETE FROM taken WHERE chain = ?1 AND id = ?2");
        foreach (var happened in encoded.Events.AsSpan(0, count))
        {
            if (happened.Key is { } key)
                release.Bind(1, chain.Number).Bind(2, key.Id).Run();
        }
    }

    private long StoreMember(OpenChain chain, EncodedAppend encoded)
    {
        var append = encoded.Append;
        if (append.ExpectedVersion == 0)
        {
            _insertMember.Bind(1, chain.Number).Bind(2, append.Key.Member.Value);
            return BindAll(_insertMember, encoded).Run() == 0 ? 0 : session.LastRow;
        }

        var changed = Changes(append) switch
        {
            RowChanges.State => BindState(_updateState, encoded),
            RowChanges.Due => BindState(_updateDue, encoded).Bind(5, append.DueAt?.Microseconds),
            _ => BindAll(_updateMember, encoded),
        };
        return changed.Bind(1, append.Row).Bind(2, append.ExpectedVersion).Run() == 0 ? 0 : append.Row;
    }

    private static RowChanges Changes(Append append)
    {
        if (append.Found is not { } found
            || found.RulesVersion != append.RulesVersion
            || found.State.Stage != append.State.Stage
            || found.State.StageSince != append.State.StageSince
            || found.State.Flags != append.State.Flags
            || found.State.Home != append.State.Home)
            return RowChanges.All;
        return found.DueAt == append.DueAt ? RowChanges.State : RowChanges.Due;
    }

    private static Statement BindState(Statement statement, EncodedAppend encoded) => statement
        .Bind(3, encoded.Append.NextVersion)
        .Bind(4, encoded.Append.RulesVersion)
        .Bind(10, MemberFormat.Version)
        .Bind(11, encoded.State);

    private static Statement BindAll(Statement statement, EncodedAppend encoded) => BindState(statement, encoded)
        .Bind(5, encoded.Append.DueAt?.Microseconds)
        .Bind(6, (long)(encoded.Append.State.Stage ?? default))
        .Bind(7, encoded.Append.State.StageSince.Microseconds)
        .Bind(8, (long)encoded.Append.State.Flags)
        .Bind(9, encoded.Append.State.Home?.Value);

    private void Count(OpenChain chain, EncodedAppend encoded)
    {
        if (encoded.Moves is null)
            return;
        foreach (var move in encoded.Moves)
            CollectionsMarshal.GetValueRefOrAddDefault(_levels, (chain.Number, move with { Delta = 0 }), out _) += move.Delta;
    }

    private sealed class OpenChain(long number, long head)
    {
        public long Number { get; } = number;

        public long Head { get; set; } = head;

        public List<CommittedEvent> Events { get; } = [];
    }

    private enum RowChanges
    {
        State,
        Due,
        All,
    }
}
