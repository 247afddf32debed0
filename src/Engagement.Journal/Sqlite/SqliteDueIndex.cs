using System.Collections.Concurrent;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// The due index of one SQLite file. The file has one process, so a lease need not outlive it: leases are kept in memory,
/// and claiming writes nothing. Should two processes share a file by mistake, both may wake the same member, and the
/// version check lets one of them win.
/// </summary>
public sealed class SqliteDueIndex : IDueIndex
{
    private readonly SqliteReaders _readers;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<MemberKey, DateTimeOffset> _leases = new();

    internal SqliteDueIndex(SqliteStore store)
    {
        _readers = store.Readers;
        _time = store.Time;
    }

    public ValueTask<Instant?> NextDueAsync(ChainId chain, Instant from, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<Instant?>(session =>
        {
            var due = session.Prepared(
                """
                SELECT m.due_at FROM chains c JOIN members m ON m.chain = c.no
                WHERE c.id = ?1 AND m.due_at >= ?2 ORDER BY m.due_at LIMIT 1
                """).Bind(1, chain.Value).Bind(2, from.Microseconds).Scalar();
            return due is { } at ? new Instant(at) : null;
        }));

    public ValueTask<IReadOnlyList<DueMember>> ClaimDueAsync(DueClaim claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return ValueTask.FromResult(Claim(claim.Chain, claim.Limit, claim.Lease, session => session.Prepared(
            """
            SELECT m.id, m.due_at FROM chains c JOIN members m ON m.chain = c.no
            WHERE c.id = ?1 AND m.due_at BETWEEN ?2 AND ?3 ORDER BY m.due_at
            """).Bind(2, claim.From.Microseconds).Bind(3, claim.To.Microseconds)));
    }

    public ValueTask<IReadOnlyList<DueMember>> ClaimOutdatedAsync(
        ChainId chain, long rulesVersion, int limit, TimeSpan lease, CancellationToken cancellation) =>
        ValueTask.FromResult(Claim(chain, limit, lease, session => session.Prepared(
            """
            SELECT m.id, coalesce(m.due_at, 0) FROM chains c JOIN members m ON m.chain = c.no
            WHERE c.id = ?1 AND m.rules_version < ?2
            """).Bind(2, rulesVersion)));

    public ValueTask ReleaseAsync(IEnumerable<MemberKey> members, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach (var member in members)
            Release(member);
        return ValueTask.CompletedTask;
    }

    /// <summary>Tells nobody: a file has one process.</summary>
    public ValueTask HoldHistoryAsync(ChainId chain, TimeSpan span, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask<bool> IsHistoryHeldAsync(ChainId chain, CancellationToken cancellation) => ValueTask.FromResult(false);

    private IReadOnlyList<DueMember> Claim(ChainId chain, int limit, TimeSpan lease, Func<SqliteSession, Statement> find) =>
        _readers.Read<IReadOnlyList<DueMember>>(session =>
        {
            var now = _time.GetUtcNow();
            var rows = find(session).Bind(1, chain.Value);
            var claimed = new List<DueMember>();
            while (claimed.Count < limit && rows.Step())
            {
                var key = new MemberKey(chain, new(rows.Text(0)));
                if (Lease(key, now, now + lease))
                    claimed.Add(new(key, new(rows.Number(1))));
            }

            rows.Reset();
            return claimed;
        });

    private bool Lease(MemberKey key, DateTimeOffset now, DateTimeOffset until)
    {
        if (_leases.TryGetValue(key, out var held))
            return held <= now && _leases.TryUpdate(key, until, held);
        return _leases.TryAdd(key, until);
    }

    /// <summary>Her row has been stored: whoever is due next may have her.</summary>
    internal void Release(MemberKey key)
    {
        if (!_leases.IsEmpty)
            _leases.TryRemove(key, out _);
    }
}
