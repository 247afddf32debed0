using Engagement.Journal.Postgres;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>Databases that must not be used say why, and are left as they were.</summary>
public sealed class RefusedDatabaseTests(ThrowawayPostgres server)
{
    [Fact]
    public async Task A_database_of_another_program_is_refused_and_not_touched()
    {
        var database = await server.CreateDatabaseAsync();
        await Sql.RunAsync(database, "CREATE TABLE recipes (name text); INSERT INTO recipes VALUES ('dumplings')");

        Assert.Contains("in use by another program", Refusal(database), StringComparison.Ordinal);

        Assert.Equal("recipes", await Sql.AskAsync<string>(
            database, "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        var database = await server.CreateDatabaseAsync();
        await using (new PostgresStore(new() { ConnectionString = database }))
        {
        }

        await Sql.RunAsync(database, "INSERT INTO engagement_schema (number, script) VALUES (9999, 'from the future')");

        Assert.Contains("Start a newer version of Engagement", Refusal(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_refused_at_once()
    {
        var database = (await server.CreateDatabaseAsync()).Replace("test_", "no_such_", StringComparison.Ordinal);

        Assert.Contains("cannot be used", Refusal(database, TimeSpan.FromMinutes(10)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_refused_when_patience_is_over() => Assert.Contains(
        "cannot be used", Refusal("Host=127.0.0.1;Port=1;Username=nobody;Database=none", TimeSpan.Zero), StringComparison.Ordinal);

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        var database = await server.CreateDatabaseAsync();
        // What the scripts are about to create exists already, outside the schema they look at for other programs.
        await Sql.RunAsync(database, "CREATE SEQUENCE members");

        Refusal(database);

        Assert.Equal(0, await Sql.AskAsync<long>(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    private static string Refusal(string database, TimeSpan patience = default) => Assert.Throws<JournalRefusedException>(
        () => new PostgresStore(new() { ConnectionString = database, StartTimeout = patience })).Message;
}
