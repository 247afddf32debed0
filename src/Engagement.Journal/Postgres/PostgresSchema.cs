using System.Globalization;
using Npgsql;

namespace Engagement.Journal.Postgres;

/// <summary>
/// Brings a database to this version's schema by the numbered scripts, under a lock, so that many nodes may start at once;
/// or refuses it with the reason.
/// </summary>
internal static class PostgresSchema
{
    /// <summary>The oldest server whose features the scripts may use, as the server numbers itself.</summary>
    private const int OldestServer = 15;

    public static void Migrate(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
        {
            throw new JournalRefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The server is PostgreSQL {connection.PostgreSqlVersion.Major}; Engagement needs {OldestServer} or newer."));
        }

        using var transaction = connection.BeginTransaction();
        // Kept until the commit. It waits for another node's migration, however long that takes; a busy machine may pause between two
        // scripts for longer than between two statements of its work, but one that died must not keep the others out for ever.
        Run(
            connection,
            """
            SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = '2min';
            SELECT pg_advisory_xact_lock(1164863341, 0)
            """);
        var version = VersionOf(connection);
        var scripts = MigrationScript.All("Postgres");
        if (version > scripts[^1].Number)
        {
            throw new JournalRefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database '{connection.Database}' has schema version {version}, this program knows versions up to {scripts[^1].Number}. Start a newer version of Engagement."));
        }

        foreach (var script in scripts.Where(script => script.Number > version))
        {
            Run(connection, script.Text);
            using var note = new NpgsqlCommand("INSERT INTO engagement_schema (number, script) VALUES ($1, $2)", connection)
            {
                Parameters = { new() { Value = script.Number }, new() { Value = script.Name } },
            };
            note.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static int VersionOf(NpgsqlConnection connection)
    {
        if (Ask<bool>(connection, "SELECT to_regclass('engagement_schema') IS NOT NULL"))
            return Ask<int>(connection, "SELECT coalesce(max(number), 0) FROM engagement_schema");
        if (Ask<bool>(connection, "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema())"))
        {
            throw new JournalRefusedException(
                $"The database '{connection.Database}' is in use by another program. Name another one in ConnectionStrings:Engagement.");
        }

        Run(
            connection,
            """
            CREATE TABLE engagement_schema (
              number     integer     PRIMARY KEY,
              script     text        NOT NULL,
              applied_at timestamptz NOT NULL DEFAULT now()
            )
            """);
        return 0;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The project's own scripts.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static T Ask<T>(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // A constant of this class.
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }
}
