using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The journal in one PostgreSQL database (see docs/architecture.md, "The journal").</summary>
public sealed class PostgresJournal : IJournal
{
    private readonly PostgresConnections _connections;
    private readonly PostgresWriter _writer;
    private readonly GatheredReads<MemberKey, MemberRecord> _members;
    private readonly GatheredReads<(ChainId Chain, string Id), ContentFingerprint> _taken;

    internal PostgresJournal(PostgresStore store)
    {
        _connections = store.Connections;
        _writer = store.Writer;
        _members = new(FindAllAsync, mostAtOnce: 4);
        _taken = new(FindAllTakenAsync, mostAtOnce: 2);
        store.Committed += batch => Committed?.Invoke(batch);
        store.Listener.Advanced += (chain, head) => Advanced?.Invoke(chain, head);
    }

    public event Action<CommittedBatch>? Committed;

    public event Action<ChainId, long>? Advanced;

    public async ValueTask<MemberRecord?> FindAsync(MemberKey key, CancellationToken cancellation) =>
        (await _members.ReadAsync([key], cancellation).ConfigureAwait(false)).GetValueOrDefault(key);

    public async ValueTask<IReadOnlyDictionary<string, ContentFingerprint>> FindTakenAsync(
        ChainId chain, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = new Dictionary<string, ContentFingerprint>(StringComparer.Ordinal);
        if (ids.Count == 0)
            return found;
        var taken = await _taken.ReadAsync([.. ids.Select(id => (chain, id))], cancellation).ConfigureAwait(false);
        foreach (var id in ids)
        {
            if (taken.TryGetValue((chain, id), out var fingerprint))
                found[id] = fingerprint;
        }

        return found;
    }

    public ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(append);
        return new(_writer.EnqueueAsync(new(append)));
    }

    public async ValueTask<long> HeadAsync(ChainId chain, CancellationToken cancellation) => await _connections.ReadAsync(
        $"SELECT head FROM heads WHERE chain = {PostgresQueries.ChainNumber}",
        [Of(chain.Value)],
        static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false) ? reader.GetInt64(0) : 0,
        cancellation).ConfigureAwait(false);

    private Task<Dictionary<MemberKey, MemberRecord>> FindAllAsync(IReadOnlyCollection<MemberKey> keys) => _connections.ReadAsync(
        """
        SELECT found.*, asked.chain, asked.member FROM unnest($1, $2) AS asked (chain, member)
        CROSS JOIN LATERAL (
          SELECT m.no, m.version, m.rules_version, d.due_at, m.format, m.state
          FROM chains c JOIN members m ON m.chain = c.no JOIN due d ON d.member = m.no
          WHERE c.id = asked.chain AND m.id = asked.member LIMIT 1) AS found
        """,
        [Of(keys.Select(key => key.Chain.Value).ToArray()), Of(keys.Select(key => key.Member.Value).ToArray())],
        async (reader, cancellation) =>
        {
            var found = new Dictionary<MemberKey, MemberRecord>(keys.Count);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var key = new MemberKey(new(reader.GetString(6)), new(reader.GetString(7)));
                found[key] = await RecordAsync(key, reader, cancellation).ConfigureAwait(false);
            }

            return found;
        },
        CancellationToken.None);

    private Task<Dictionary<(ChainId Chain, string Id), ContentFingerprint>> FindAllTakenAsync(
        IReadOnlyCollection<(ChainId Chain, string Id)> keys) => _connections.ReadAsync(
        """
        SELECT asked.chain, asked.id, taken.fingerprint FROM unnest($1, $2) AS asked (chain, id)
        CROSS JOIN LATERAL (
          SELECT e.fingerprint FROM chains c JOIN events e ON e.chain = c.no
          WHERE c.id = asked.chain AND e.id = asked.id AND e.id IS NOT NULL LIMIT 1) AS taken
        """,
        [Of(keys.Select(key => key.Chain.Value).ToArray()), Of(keys.Select(key => key.Id).ToArray())],
        static async (reader, cancellation) =>
        {
            var found = new Dictionary<(ChainId Chain, string Id), ContentFingerprint>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                found[(new(reader.GetString(0)), reader.GetString(1))] = PostgresEvents.FingerprintOf(reader.GetGuid(2));
            return found;
        },
        CancellationToken.None);

    /// <summary>Reads a member from the columns no, version, rules_version, due_at, format and state.</summary>
    internal async Task<MemberRecord> RecordAsync(MemberKey key, NpgsqlDataReader row, CancellationToken cancellation)
    {
        var number = row.GetInt64(0);
        var state = row.GetInt16(4) == MemberFormat.Version
            ? MemberFormat.Read(row.GetFieldValue<byte[]>(5))
            : await RebuiltAsync(number, row.GetFieldValue<byte[]>(5), cancellation).ConfigureAwait(false);
        return new(
            key,
            number,
            row.GetInt64(1),
            state with { Id = key.Member },
            row.GetInt64(2),
            row.IsDBNull(3) ? null : new Instant(row.GetInt64(3)));
    }

    // A snapshot of another version of this program is no use: her events are, on a connection of their own.
    private async Task<Member> RebuiltAsync(long number, byte[] snapshot, CancellationToken cancellation)
    {
        var history = await _connections.ReadAsync(
            $"SELECT {PostgresEvents.Columns} FROM events e JOIN members m ON m.no = e.member WHERE e.member = $1 ORDER BY e.position",
            [Of(number)],
            PostgresEvents.ReadAllAsync,
            cancellation).ConfigureAwait(false);
        return MemberFormat.Rebuild(history, snapshot);
    }
}
