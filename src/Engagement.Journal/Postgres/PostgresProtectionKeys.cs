using static Engagement.Journal.Postgres.PostgresParameters;

namespace Engagement.Journal.Postgres;

/// <summary>The keys that protect sign-in cookies, one for all nodes. A key is added and never changed.</summary>
public sealed class PostgresProtectionKeys
{
    private readonly PostgresConnections _connections;

    internal PostgresProtectionKeys(PostgresConnections connections) => _connections = connections;

    /// <summary>The documents of all keys.</summary>
    /// <exception cref="JournalUnavailableException">The database cannot be read now.</exception>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation) => _connections.ReadAsync<IReadOnlyList<string>>(
        "SELECT document FROM protection_keys ORDER BY name",
        [],
        static async (reader, cancellation) =>
        {
            var documents = new List<string>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                documents.Add(reader.GetString(0));
            return documents;
        },
        cancellation);

    /// <exception cref="JournalUnavailableException">Nothing was stored.</exception>
    public Task AddAsync(string name, string document, CancellationToken cancellation) => _connections.WriteAsync(
        "INSERT INTO protection_keys (name, document) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [Of(name), Of(document)],
        cancellation);
}
