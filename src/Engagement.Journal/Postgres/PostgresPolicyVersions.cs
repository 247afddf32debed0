using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;
using Engagement.Journal.Policies;
using Npgsql;
using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The versions of policies in a PostgreSQL database.</summary>
public sealed class PostgresPolicyVersions : IPolicyVersions
{
    private const string Rows =
        $"""
        SELECT store, version, at, by_whom, note, document, changes FROM policy_versions
        WHERE chain = {PostgresQueries.ChainNumber} AND store = $2
        """;

    private readonly PostgresConnections _connections;

    internal PostgresPolicyVersions(PostgresStore store) => _connections = store.Connections;

    public async ValueTask<IReadOnlyList<PolicyVersion>> ListAsync(
        ChainId chain, StoreId? store, long? before, int limit, CancellationToken cancellation) => await _connections.ReadAsync(
        $"{Rows} AND version < $3 ORDER BY version DESC LIMIT $4",
        [Of(chain.Value), Of(store?.Value ?? ""), Of(before ?? long.MaxValue), Of((long)limit)],
        static async (reader, cancellation) =>
        {
            var found = new List<PolicyVersion>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                found.Add(Read(reader));
            return found;
        },
        cancellation).ConfigureAwait(false);

    public async ValueTask<PolicyVersion?> FindAsync(ChainId chain, StoreId? store, long version, CancellationToken cancellation) =>
        await _connections.ReadAsync(
            $"{Rows} AND version = $3",
            [Of(chain.Value), Of(store?.Value ?? ""), Of(version)],
            static async (reader, cancellation) => await reader.ReadAsync(cancellation).ConfigureAwait(false) ? Read(reader) : null,
            cancellation).ConfigureAwait(false);

    /// <summary>The arrays that the rows of <paramref name="versions"/> are made of, one element a version.</summary>
    internal static NpgsqlParameter[] Arrays(IReadOnlyList<PolicyVersion> versions) =>
    [
        Of(versions.Select(version => version.Store?.Value ?? "").ToArray()),
        Of(versions.Select(version => version.Version).ToArray()),
        Of(versions.Select(version => version.At?.Microseconds).ToArray()),
        Of(versions.Select(version => version.By).ToArray()),
        Of(versions.Select(version => version.Note).ToArray()),
        Of(versions.Select(version => version.Document).ToArray()),
        Of(versions.Select(version => PolicyChangeFormat.Write(version.Changes)).ToArray()),
    ];

    private static PolicyVersion Read(NpgsqlDataReader row) => new(
        row.GetString(0) is { Length: > 0 } store ? new StoreId(store) : null,
        row.GetInt64(1),
        row.IsDBNull(2) ? null : new Instant(row.GetInt64(2)),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.GetString(5),
        PolicyChangeFormat.Read(row.GetString(6)));
}
