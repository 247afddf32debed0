using Engagement.Domain.Identity;
using Engagement.Journal.Audit;

namespace Engagement.Journal.Sqlite;

/// <summary>The audit trails in one SQLite file.</summary>
public sealed class SqliteAuditEntries : IAuditEntries
{
    private const string Latest = "SELECT number, hash FROM audit WHERE trail = ?1 ORDER BY number DESC LIMIT 1";

    private readonly SqliteStore _store;

    internal SqliteAuditEntries(SqliteStore store) => _store = store;

    public async ValueTask AppendAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(records);
        await _store.WriteAsync(session =>
        {
            foreach (var trail in records.GroupBy(record => record.Trail))
            {
                var name = AuditFormat.NameOf(trail.Key);
                foreach (var entry in AuditFormat.Follow(Head(session, trail.Key), trail))
                {
                    session.Prepared("INSERT INTO audit (trail, number, entry, hash) VALUES (?1, ?2, ?3, ?4)")
                        .Bind(1, name).Bind(2, entry.Number).Bind(3, entry.Entry).Bind(4, entry.Hash).Run();
                }
            }

            return records.Count;
        }).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<AuditEntry>> ListAsync(ChainId? trail, AuditSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        return ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<AuditEntry>>(session =>
        {
            // A text for each way to look, so that each has an index.
            var narrow = search switch
            {
                { Subject: not null } => "AND subject = ?5 AND (?3 IS NULL OR actor = ?3) AND (?4 IS NULL OR action = ?4)",
                { Actor: not null } => "AND actor = ?3 AND (?4 IS NULL OR action = ?4) AND ?5 IS NULL",
                { Action: not null } => "AND action = ?4 AND ?3 IS NULL AND ?5 IS NULL",
                _ => "AND ?3 IS NULL AND ?4 IS NULL AND ?5 IS NULL",
            };
            var rows = session.Prepared($"SELECT number, entry, hash FROM audit WHERE trail = ?1 AND number > ?2 {narrow} ORDER BY number LIMIT ?6")
                .Bind(1, AuditFormat.NameOf(trail)).Bind(2, search.After)
                .Bind(3, search.Actor).Bind(4, search.Action).Bind(5, search.Subject).Bind(6, search.Limit);
            var found = new List<AuditEntry>();
            while (rows.Step())
                found.Add(new(rows.Number(0), rows.Text(1), rows.Text(2)));
            return found;
        }));
    }

    public ValueTask<AuditHead> HeadAsync(ChainId? trail, CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read(session => Head(session, trail)));

    public ValueTask<IReadOnlyList<AuditHead>> HeadsAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(_store.Readers.Read<IReadOnlyList<AuditHead>>(session =>
        {
            var rows = session.Prepared(
                """
                WITH RECURSIVE trails (trail) AS (
                  SELECT min(trail) FROM audit
                  UNION ALL SELECT (SELECT min(a.trail) FROM audit a WHERE a.trail > trails.trail) FROM trails WHERE trails.trail IS NOT NULL)
                SELECT trail, (SELECT max(number) FROM audit a WHERE a.trail = trails.trail) AS latest,
                  (SELECT hash FROM audit a WHERE a.trail = trails.trail ORDER BY number DESC LIMIT 1)
                FROM trails WHERE trail IS NOT NULL
                """);
            var heads = new List<AuditHead>();
            while (rows.Step())
                heads.Add(new(rows.Text(0) is { Length: > 0 } chain ? new ChainId(chain) : null, rows.Number(1), rows.Text(2)));
            return heads;
        }));

    private static AuditHead Head(SqliteSession session, ChainId? trail)
    {
        var rows = session.Prepared(Latest).Bind(1, AuditFormat.NameOf(trail));
        AuditHead? head = null;
        while (rows.Step())
            head = new(trail, rows.Number(0), rows.Text(1));
        return head ?? new(trail, 0, AuditFormat.FirstHash);
    }
}
