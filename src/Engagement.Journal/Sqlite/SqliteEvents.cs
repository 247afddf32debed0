using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>Reads events from rows.</summary>
internal static class SqliteEvents
{
    /// <summary>The columns that <see cref="Read"/> expects, of events as e and members as m.</summary>
    public const string Columns = "e.place, e.type, m.id, e.store, e.at, e.id, e.data, e.fingerprint";

    public static CommittedEvent Read(Statement row)
    {
        var type = row.Text(1);
        var at = new Instant(row.Number(4));
        StoreId? store = row.TextOrNull(3) is { } name ? new StoreId(name) : null;
        var data = row.Blob(6).ToArray();
        return new(Places.Position(row.Number(0)), string.Intern(type), new(row.Text(2)), store, at, row.TextOrNull(5), data);
    }

    /// <summary>The whole history of one member, oldest first, with the fingerprints of its keys.</summary>
    public static List<CommittedEvent> OfMember(SqliteSession session, MemberKey key, long member)
    {
        var rows = session.Prepared(
            """
            SELECT place, type, store, at, id, data, fingerprint FROM events WHERE member = ?1 ORDER BY place
            """).Bind(1, member);
        var events = new List<CommittedEvent>();
        while (rows.Step())
        {
            var type = string.Intern(rows.Text(1));
            var at = new Instant(rows.Number(3));
            StoreId? store = rows.TextOrNull(2) is { } name ? new StoreId(name) : null;
            var id = rows.TextOrNull(4);
            var data = rows.Blob(5).ToArray();
            var fingerprint = rows.IsNull(6) ? default : FingerprintFormat.Read(rows.Blob(6));
            events.Add(new(Places.Position(rows.Number(0)), type, key.Member, store, at, id, data)
            {
                Happened = EventFormat.Read(type, at, store, id, fingerprint, data),
            });
        }

        return events;
    }

    public static List<CommittedEvent> ReadAll(Statement rows)
    {
        var events = new List<CommittedEvent>();
        while (rows.Step())
            events.Add(Read(rows));
        return events;
    }
}
