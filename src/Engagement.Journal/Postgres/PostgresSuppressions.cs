using Engagement.Domain.Identity;
using Engagement.Journal.Profiles;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>Who must not be contacted, in a database that many nodes share.</summary>
public sealed class PostgresSuppressions : ISuppressions
{
    private readonly PostgresConnections _connections;

    internal PostgresSuppressions(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<int> AddAsync(ChainId chain, IReadOnlyList<Suppression> contacts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return await _connections.WriteAsync(
            """
            INSERT INTO suppressions (chain, digest, kind, reason, added_at, added_by)
            SELECT c.no, told.digest, told.kind, told.reason, told.added_at, told.added_by
            FROM chains c, unnest($2, $3, $4, $5, $6) AS told (digest, kind, reason, added_at, added_by) WHERE c.id = $1
            ON CONFLICT DO NOTHING
            """,
            [
                Of(chain.Value),
                Of(contacts.Select(contact => contact.Digest).ToArray()),
                Of(contacts.Select(contact => (short)contact.Kind).ToArray()),
                Of(contacts.Select(contact => contact.Reason).ToArray()),
                Of(contacts.Select(contact => contact.At.Microseconds).ToArray()),
                Of(contacts.Select(contact => contact.By).ToArray()),
            ],
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<bool> LiftAsync(ChainId chain, byte[] digest, CancellationToken cancellation) => await _connections.WriteAsync(
        $"DELETE FROM suppressions WHERE chain = {PostgresQueries.ChainNumber} AND digest = $2",
        [Of(chain.Value), Of(digest)],
        cancellation).ConfigureAwait(false) > 0;

    public async ValueTask<bool> CoversAsync(ChainId chain, IReadOnlyCollection<byte[]> digests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digests);
        return digests.Count > 0 && await _connections.ReadAsync(
            $"SELECT 1 FROM suppressions WHERE chain = {PostgresQueries.ChainNumber} AND digest = ANY ($2) LIMIT 1",
            [Of(chain.Value), Of(digests.ToArray())],
            static (reader, cancellation) => reader.ReadAsync(cancellation),
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<Suppression>> ListAsync(
        ChainId chain, SuppressionPlace? after, int limit, CancellationToken cancellation) =>
        await _connections.ReadAsync<IReadOnlyList<Suppression>>(
            $"""
            SELECT digest, kind, reason, added_at, added_by FROM suppressions WHERE chain = {PostgresQueries.ChainNumber}
              AND (added_at < $2 OR (added_at = $2 AND digest > $3)) ORDER BY added_at DESC, digest LIMIT $4
            """,
            [
                Of(chain.Value), Of(after?.At.Microseconds ?? long.MaxValue),
                Of(after is { } place ? Convert.FromHexString(place.Digest) : []), Of((long)limit),
            ],
            static async (reader, cancellation) =>
            {
                var found = new List<Suppression>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    found.Add(new(
                        reader.GetFieldValue<byte[]>(0), (ContactKind)reader.GetInt16(1), reader.GetString(2), new(reader.GetInt64(3)), reader.GetString(4)));
                }

                return found;
            },
            cancellation).ConfigureAwait(false);
}
