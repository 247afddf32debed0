using Engagement.Domain.Identity;
using Engagement.Journal.Value;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The members of a chain, from a PostgreSQL database.</summary>
public sealed class PostgresMemberRoll : IMemberRoll
{
    private readonly PostgresConnections _connections;
    private readonly PostgresJournal _journal;

    internal PostgresMemberRoll(PostgresStore store)
    {
        _connections = store.Connections;
        _journal = store.Journal;
    }

    public async ValueTask<IReadOnlyList<MemberRecord>> PageAsync(
        ChainId chain, MemberId? after, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<MemberRecord>>(
            $"""
            SELECT m.no, m.version, m.rules_version, d.due_at, m.format, m.state, m.id
            FROM members m JOIN due d ON d.member = m.no WHERE m.chain = {PostgresQueries.ChainNumber} AND m.id > $2 ORDER BY m.id LIMIT $3
            """,
            [Of(chain.Value), Of(after?.Value ?? ""), Of((long)limit)],
            async (reader, cancellation) =>
            {
                var found = new List<MemberRecord>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    found.Add(await _journal.RecordAsync(new(chain, new(reader.GetString(6))), reader, cancellation).ConfigureAwait(false));
                return found;
            },
            cancellation).ConfigureAwait(false);
}
