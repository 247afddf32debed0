using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Sqlite;

/// <summary>One connection with its prepared statements. It is used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly nint _database;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString)
    {
        _connection = new(connectionString);
        try
        {
            _connection.Open();
            _database = _connection.Handle!.DangerousGetHandle();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The row that the latest insert made.</summary>
    public long LastRow => Native.LastRow(_database);

    /// <summary>The prepared form of <paramref name="sql"/>, which must be one of a fixed set of texts.</summary>
    public Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new(_database, sql);
        return statement;
    }

    public void Run(string sql) => Prepared(sql).Run();

    /// <summary>Runs a script of several statements.</summary>
    public void RunScript(string script)
    {
        using var command = _connection.CreateCommand();
        // Scripts are the project's own embedded files; nothing from outside is ever part of one.
#pragma warning disable CA2100
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public bool InTransaction => Native.AutoCommit(_database) == 0;

    public void RollBack()
    {
        // A full disk makes SQLite roll back by itself.
        if (InTransaction)
            Run("ROLLBACK");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }
}
