using System.Net.Sockets;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>What PostgreSQL's error codes mean to those who depend on the journal.</summary>
internal static class PostgresFaults
{
    private static readonly TimeSpan SlowServer = TimeSpan.FromSeconds(2);

    /// <summary>The fault in the journal's own terms; null if it is none of the store's.</summary>
    public static JournalUnavailableException? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new JournalUnavailableException(
            "The disk of the database is full: nothing was stored. Free some space; the node goes on by itself.", exception)
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        },
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable } =>
            new JournalUnavailableException("The database is too slow now.", exception) { RetryAfter = SlowServer },
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new JournalUnavailableException(
            "The database has no connection left for this node.", exception)
        { RetryAfter = SlowServer },
        PostgresException postgres => new JournalUnavailableException(
            $"The database failed (SQLSTATE {postgres.SqlState}).", exception)
        { RetryAfter = SlowServer },
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException =>
            new JournalUnavailableException("The database cannot be reached.", exception),
        _ => null,
    };

    /// <summary>
    /// Whether it is about what was sent (its values or the rules of its tables), so that whatever was sent along with it
    /// may still be stored.
    /// </summary>
    public static bool IsOfContent(Exception exception) =>
        exception is PostgresException { SqlState: ['0', '2' or '3', ..] or ['2', '2' or '3', ..] or ['P', '0', ..] or ['5', '4', ..] };

    /// <summary>Whether something with the same key is there already.</summary>
    public static bool IsConflict(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Whether the same may be tried again at once: the server chose this transaction to end a quarrel.</summary>
    public static bool IsQuarrel(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
