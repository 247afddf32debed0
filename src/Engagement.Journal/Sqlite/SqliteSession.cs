using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Engagement.Journal.Sqlite;

/// <summary>One connection with its prepared statements. It is used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string connectionString)
    {
        _connection = new(connectionString);
        try
        {
            _connection.Open();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public sqlite3 Handle => _connection.Handle!;

    /// <summary>The prepared form of <paramref name="sql"/>, which must be one of a fixed set of texts.</summary>
    public Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new(Handle, sql);
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

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

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
