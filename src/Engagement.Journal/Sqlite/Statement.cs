using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// A prepared statement that is bound, stepped and reset thousands of times a second. It goes to SQLite directly because a
/// command object for each execution would cost more than the work itself (see docs/adr/0004).
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    public Statement Bind(int place, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, place) : raw.sqlite3_bind_text(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, byte[]? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, place) : raw.sqlite3_bind_blob(_statement, place, value));
        return this;
    }

    /// <summary>Goes to the next row; false, and reset for the next use, when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Reset();
        if (code != raw.SQLITE_DONE)
            throw Fault(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows and says how many it changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>The number in the first column of the only row; null where there is no row or no value.</summary>
    public long? Scalar()
    {
        if (!Step())
            return null;
        long? value = IsNull(0) ? null : Number(0);
        Reset();
        return value;
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Fault(code);
    }

    private SqliteException Fault(int code) =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), code, raw.sqlite3_extended_errcode(_database));
}
