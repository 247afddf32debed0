using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Engagement.Journal.Sqlite;

/// <summary>Brings a database file to this version's schema by the numbered scripts, or refuses it with the reason.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as ours ("Engm"), so that no other program's database is ever migrated by mistake.</summary>
    private const long ApplicationId = 0x456e676d;

    public static void Migrate(SqliteSession session, string file)
    {
        try
        {
            session.Run("BEGIN EXCLUSIVE");
            try
            {
                Apply(session, file);
                session.Run("COMMIT");
            }
            finally
            {
                session.RollBack();
            }

            // Only now, for it changes the file: one that is not ours stays as it was.
            session.Run("PRAGMA journal_mode = WAL");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            throw new JournalRefusedException(
                $"'{file}' is damaged or no SQLite database. Restore it from a backup, or name another file in ConnectionStrings:Engagement.",
                exception);
        }
    }

    private static void Apply(SqliteSession session, string file)
    {
        var application = session.Prepared("PRAGMA application_id").Scalar() ?? 0;
        var version = session.Prepared("PRAGMA user_version").Scalar() ?? 0;
        var tables = session.Prepared("SELECT count(*) FROM sqlite_schema").Scalar() ?? 0;
        if (application != ApplicationId && (application != 0 || tables != 0))
            throw new JournalRefusedException($"'{file}' is a database of another program. Name another file in ConnectionStrings:Engagement.");
        var scripts = MigrationScript.All("Sqlite");
        if (version > scripts[^1].Number)
        {
            throw new JournalRefusedException(
                $"'{file}' has schema version {version}, this program knows versions up to {scripts[^1].Number}. Start a newer version of Engagement.");
        }

        foreach (var script in scripts.Where(script => script.Number > version))
        {
            session.RunScript(script.Text);
            session.RunScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {script.Number}"));
        }

        session.RunScript(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        if (version > 0 && session.Prepared("SELECT count(*) FROM sqlite_schema WHERE name IN ('chains', 'members', 'events')").Scalar() != 3)
            throw new JournalRefusedException($"'{file}' lacks tables it should have: it is damaged. Restore it from a backup.");
    }
}
