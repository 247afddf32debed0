using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Sqlite;

/// <summary>Read connections, kept open: in WAL mode each sees one consistent state and never waits for the writer.</summary>
internal sealed class SqliteReaders(string connectionString, int cacheKibibytes) : IDisposable
{
    /// <summary>More would hold memory that only a burst needs.</summary>
    private const int MostIdle = 8;

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _disposed;

    /// <summary>Runs <paramref name="read"/> on a connection of its own; faults are told in the journal's terms.</summary>
    public T Read<T>(Func<SqliteSession, T> read) => Read(static (session, read) => read(session), read);

    public T Read<TArgument, T>(Func<SqliteSession, TArgument, T> read, TArgument argument)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        SqliteSession? session = null;
        try
        {
            session = _idle.TryTake(out var idle) ? idle : Open();
            var result = read(session, argument);
            if (_idle.Count < MostIdle)
                _idle.Add(session);
            else
                session.Dispose();
            return result;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw SqliteFaults.Translate(exception);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Runs several reads as of one moment.</summary>
    public T ReadConsistently<T>(Func<SqliteSession, T> read) => Read(session =>
    {
        session.Run("BEGIN");
        try
        {
            return read(session);
        }
        finally
        {
            session.Run("COMMIT");
        }
    });

    private SqliteSession Open()
    {
        var session = new SqliteSession(connectionString);
        session.RunScript($"PRAGMA query_only = 1; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -{cacheKibibytes};");
        return session;
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}
