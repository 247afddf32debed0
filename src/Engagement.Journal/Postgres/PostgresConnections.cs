using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>Runs reads and small writes on pooled connections; faults are told in the journal's terms.</summary>
internal sealed class PostgresConnections(NpgsqlDataSource source)
{
    /// <summary>Runs one statement, which is its own transaction, and hands its rows to <paramref name="read"/>.</summary>
    public Task<T> ReadAsync<T>(
        string sql, IEnumerable<NpgsqlParameter> parameters, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        OnConnectionAsync(connection => RunAsync(connection, sql, parameters, read, cancellation), cancellation);

    /// <summary>Runs several statements as of one moment.</summary>
    public Task<T> ReadConsistentlyAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation) => OnConnectionAsync(
        async connection =>
        {
            var transaction = await connection
                .BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await read(connection).ConfigureAwait(false);
                await transaction.CommitAsync(cancellation).ConfigureAwait(false);
                return result;
            }
        },
        cancellation);

    /// <summary>Runs one statement that writes; returns how many rows it touched.</summary>
    public Task<int> WriteAsync(string sql, IEnumerable<NpgsqlParameter> parameters, CancellationToken cancellation) => ReadAsync(
        sql,
        parameters,
        static async (reader, cancellation) =>
        {
            await reader.NextResultAsync(cancellation).ConfigureAwait(false);
            return reader.RecordsAffected;
        },
        cancellation);

    /// <summary>A connection to do more with; its faults are the caller's to translate.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => source.OpenConnectionAsync(cancellation);

    public static async Task<T> RunAsync<T>(
        NpgsqlConnection connection,
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> read,
        CancellationToken cancellation)
    {
        var command = Command(connection, sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            // Planned once a connection, which remembers it. The driver could do so by itself, but loses its place when the
            // first use of a statement it is preparing fails.
            await command.PrepareAsync(cancellation).ConfigureAwait(false);
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return await read(reader, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<T> OnConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await work(connection).ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgresFaults.Translate(exception) is { } fault)
        {
            throw fault;
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, IEnumerable<NpgsqlParameter> parameters)
    {
#pragma warning disable CA2100 // Every text is a constant of this project; values travel as parameters.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }
}
