using Npgsql;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>Speaks to a database as another program would.</summary>
internal static class Sql
{
    public static async Task RunAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<T> AskAsync<T>(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = Command(connection, sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

#pragma warning disable CA2100 // The SQL is these tests' own.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
