using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Engagement.Journal.Sqlite;

/// <summary>What SQLite's result codes mean to those who depend on the journal.</summary>
internal static class SqliteFaults
{
    public static Exception Translate(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new JournalUnavailableException(
            "The disk is full: nothing was stored. Free some space; the node goes on by itself.", exception)
        {
            RetryAfter = TimeSpan.FromSeconds(10),
        },
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new JournalUnavailableException(
            "Another program holds the database: nothing was stored.", exception),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new JournalUnavailableException(
            "The database file is damaged. Stop the node and restore it from a backup.", exception)
        {
            RetryAfter = TimeSpan.FromMinutes(1),
        },
        _ => new JournalUnavailableException($"The database failed: {exception.Message}", exception)
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        },
    };
}
