using Engagement.Domain.Identity;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Sqlite;

/// <summary>Reads events from rows.</summary>
internal static class SqliteEvents
{
    /// <summary>The columns that <see cref="Read"/> expects, of events as e and members as m.</summary>
    public const string Columns = "e.place, e.type, m.id, e.store, e.at, e.id, e.data, e.fingerprint";

    public static CommittedEvent Read(Statement row) => new(
        Places.Position(row.Number(0)),
        string.Intern(row.Text(1)),
        new(row.Text(2)),
        row.TextOrNull(3) is { } store ? new StoreId(store) : null,
        new(row.Number(4)),
        row.TextOrNull(5),
        row.Blob(6).ToArray())
    {
        Fingerprint = row.IsNull(7) ? default : FingerprintFormat.Read(row.Blob(7)),
    };

    /// <summary>The whole history of one member, in the order it was told.</summary>
    public static List<CommittedEvent> OfMember(SqliteSession session, long member) => ReadAll(session.Prepared(
        $"""
        SELECT {Columns} FROM events e JOIN members m ON m.no = e.member WHERE e.member = ?1 ORDER BY e.place
        """).Bind(1, member));

    public static List<CommittedEvent> ReadAll(Statement rows)
    {
        var events = new List<CommittedEvent>();
        while (rows.Step())
            events.Add(Read(rows));
        return events;
    }
}
