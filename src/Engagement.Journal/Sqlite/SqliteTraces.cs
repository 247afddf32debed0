using System.Text;
using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Journal.Insights;

namespace Engagement.Journal.Sqlite;

/// <summary>What insights are worked out from, from one SQLite file.</summary>
public sealed class SqliteTraces : ITraces
{
    private const int LongestType = 64;

    private readonly SqliteReaders _readers;

    internal SqliteTraces(SqliteStore store) => _readers = store.Readers;

    public ValueTask<long> ReadAsync(ChainId chain, long after, int limit, Action<Trace> into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(into);
        return ValueTask.FromResult(_readers.Read(session =>
        {
            if (SqliteQueries.Number(session, chain) is not { } number)
                return after;
            var rows = session.Prepared(
                "SELECT place, member, type, store, at, data FROM events WHERE place > ?1 AND place < ?2 ORDER BY place LIMIT ?3")
                .Bind(1, Places.Of(number, after)).Bind(2, Places.Of(number + 1, 0)).Bind(3, limit);
            var stores = new Dictionary<string, StoreId>(StringComparer.Ordinal);
            Span<char> type = stackalloc char[LongestType];
            var last = after;
            while (rows.Step())
            {
                last = Places.Position(rows.Number(0));
                var named = type[..Encoding.UTF8.GetChars(rows.Blob(2), type)];
                into(TraceFormat.Read(rows.Number(1), named, new(rows.Number(4)), Store(rows, stores), rows.Blob(5)));
            }

            return last;
        }));
    }

    public ValueTask<IReadOnlyList<MemberRecord>> MembersAsync(
        ChainId chain, IReadOnlyCollection<long> rows, CancellationToken cancellation) =>
        ValueTask.FromResult(_readers.Read<IReadOnlyList<MemberRecord>>(session =>
        {
            var found = session.Prepared(
                """
                SELECT id, no, version, rules_version, due_at, format, state FROM members
                WHERE no IN (SELECT value FROM json_each(?2)) AND chain = (SELECT no FROM chains WHERE id = ?1)
                """).Bind(1, chain.Value).Bind(2, JsonSerializer.Serialize(rows));
            var members = new List<MemberRecord>();
            while (found.Step())
                members.Add(SqliteJournal.Record(session, new(chain, new(found.Text(0))), found, 1));
            return members;
        }));

    // A chain has few stores and many events: one text for each store is enough.
    private static StoreId? Store(Statement rows, Dictionary<string, StoreId> known)
    {
        if (rows.IsNull(3))
            return null;
        var bytes = rows.Blob(3);
        Span<char> name = stackalloc char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        name = name[..Encoding.UTF8.GetChars(bytes, name)];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var store))
            lookup[name] = store = new(name.ToString());
        return store;
    }
}
