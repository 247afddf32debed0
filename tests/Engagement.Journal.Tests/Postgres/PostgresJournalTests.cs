using Engagement.Journal.Postgres;
using Engagement.Journal.Tests.Suite;

[assembly: AssemblyFixture(typeof(ThrowawayPostgres))]

namespace Engagement.Journal.Tests.Postgres;

/// <summary>The suite of all stores on PostgreSQL, and what only a PostgreSQL database can show.</summary>
public sealed class PostgresJournalTests(ThrowawayPostgres server) : JournalSuite
{
    private string? _database;

    protected override async Task<OpenedStore> OpenAsync(TimeProvider time)
    {
        _database ??= await server.CreateDatabaseAsync();
        var store = new PostgresStore(new() { ConnectionString = _database }, time);
        return new(store, store.DisposeAsync);
    }

    // The files of tables, indexes and catalogues of this database. The log is another matter (docs/security/erasure.md).
    private protected override async Task<byte[]> FilesAsync()
    {
        await Sql.RunAsync(_database!, "CHECKPOINT");
        var number = await Sql.AskAsync<uint>(_database!, "SELECT oid FROM pg_database WHERE datname = current_database()");
        var folder = Path.Combine(server.Data, "base", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return [.. Directory.GetFiles(folder).SelectMany(File.ReadAllBytes)];
    }

    protected override ValueTask RemoveAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_member_whose_snapshot_is_of_an_older_format_is_rebuilt_from_her_events()
    {
        var stored = await LiAsync();

        await Sql.RunAsync(_database!, "UPDATE members SET format = 0, state = ''");

        Assert.Equal(stored, await Store.Journal.FindAsync(stored.Key, TestContext.Current.CancellationToken));
        var overdue = new List<MemberRecord>();
        var asked = new BoardAsked(null, default, Glow.At("2030-01-01"), overdue.Add);
        await Store.Queries.BoardAsync(Glow.Id, asked, TestContext.Current.CancellationToken);
        Assert.Equal([stored], overdue);
    }

    [Fact]
    public async Task A_birthday_is_taken_over_from_a_snapshot_of_an_older_format_for_no_event_says_it()
    {
        var li = await LiAsync();
        var birthday = await KeepBirthdayAsync(li);

        await Sql.RunAsync(_database!, "UPDATE members SET format = 0");

        Assert.Equal(birthday, (await Store.Journal.FindAsync(li.Key, TestContext.Current.CancellationToken))!.State.Birthday);
    }
}
