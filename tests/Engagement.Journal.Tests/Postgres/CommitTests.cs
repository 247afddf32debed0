using Engagement.Domain.Care;
using Engagement.Domain.Members;
using Engagement.Journal.Postgres;
using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Postgres;

/// <summary>What a commit does when one of its turns, the server or the disk makes trouble.</summary>
public sealed class CommitTests(ThrowawayPostgres server) : IAsyncLifetime
{
    private static readonly Domain.Time.Instant Now = Glow.At("2026-03-01");
    private string _database = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await server.CreateDatabaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_turn_that_the_database_cannot_hold_spoils_none_of_those_committed_with_it(int before)
    {
        await using var store = await OpenAsync();
        // Whether the connection has done this before makes a difference to drivers.
        for (var number = 0; number < before; number++)
            Assert.True((await store.Journal.AppendAsync(Visit($"before{number}", $"before{number}"), Cancel)).IsCommitted);
        // No text in PostgreSQL holds this character; the API lets it not even come here.
        var appends = Enumerable.Range(0, 50).Select(number => Visit(number == 20 ? "m\0" : $"m{number}", $"v{number}")).ToList();

        var stored = appends.Select(append => store.Journal.AppendAsync(append, Cancel).AsTask()).ToList();

        foreach (var (number, append) in stored.Index().Where(turn => turn.Index != 20))
            Assert.True((await append).IsCommitted);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => stored[20]);
        Assert.Equal(49 + before, (await store.Queries.FeedAsync(Glow.Id, 0, 1000, Cancel)).Count(told => told.Type == "visit"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task What_somebody_else_put_there_past_the_lock_is_a_conflict_of_that_turn_alone(int turns)
    {
        await using var store = await OpenAsync();
        await Sql.RunAsync(
            _database,
            """
            CREATE FUNCTION somebody_else() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'there already' USING ERRCODE = 'unique_violation'; END $$;
            CREATE TRIGGER somebody_else BEFORE INSERT ON members FOR EACH ROW WHEN (NEW.id = 'm0') EXECUTE FUNCTION somebody_else()
            """);

        var results = await Task.WhenAll(
            Enumerable.Range(0, turns).Select(number => store.Journal.AppendAsync(Visit($"m{number}", $"v{number}"), Cancel).AsTask()));

        Assert.Equal(Enumerable.Range(0, turns).Select(number => number != 0), results.Select(result => result.IsCommitted));
    }

    [Fact]
    public async Task A_member_and_an_id_that_come_twice_into_one_commit_are_taken_one_after_the_other()
    {
        await using var store = await OpenAsync();
        var appends = new[] { Visit("li", "a"), Visit("li", "b"), Visit("zhao", "a"), Visit("zhao", "c"), Visit("wang", "d") };

        var results = await Task.WhenAll(appends.Select(append => store.Journal.AppendAsync(append, Cancel).AsTask()));

        Assert.Equal([true, false, false, true, true], results.Select(result => result.IsCommitted));
        var feed = await store.Queries.FeedAsync(Glow.Id, 0, 1000, Cancel);
        Assert.Equal(["a", "c", "d"], feed.Where(told => told.Id is not null).Select(told => told.Id).Order());
    }

    [Fact]
    public async Task A_server_that_is_too_slow_counts_as_away_and_all_goes_on_when_it_is_quick_again()
    {
        await using var store = await OpenAsync(new() { ConnectionString = _database, StatementTimeout = TimeSpan.FromSeconds(1) });
        await using (var other = await Sql.OpenAsync(_database))
        {
            await using var transaction = await other.BeginTransactionAsync(Cancel);
            await using var hold = other.CreateCommand();
            hold.CommandText = "SELECT pg_advisory_xact_lock(1164863341, no) FROM chains";
            await hold.ExecuteNonQueryAsync(Cancel);

            var fault = await Assert.ThrowsAsync<JournalUnavailableException>(
                () => store.Journal.AppendAsync(Visit("li", "a"), Cancel).AsTask());

            Assert.Contains("too slow", fault.Message, StringComparison.Ordinal);
            Assert.True(fault.RetryAfter > TimeSpan.Zero);
        }

        await EventuallyStoredAsync(store, Visit("li", "a"));
        Assert.Single(await store.Queries.FeedAsync(Glow.Id, 0, 1000, Cancel), told => told.Id == "a");
    }

    [Fact]
    public async Task When_too_much_waits_more_is_refused_and_nothing_of_it_stored()
    {
        await using var store = await OpenAsync(new() { ConnectionString = _database, MostWaiting = 3 });
        await using var other = await Sql.OpenAsync(_database);
        await using var transaction = await other.BeginTransactionAsync(Cancel);
        await using var hold = other.CreateCommand();
        hold.CommandText = "SELECT pg_advisory_xact_lock(1164863341, no) FROM chains";
        await hold.ExecuteNonQueryAsync(Cancel);
        var waiting = Enumerable.Range(0, 3).Select(number => store.Journal.AppendAsync(Visit($"m{number}", $"v{number}"), Cancel).AsTask()).ToList();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.AppendAsync(Visit("m9", "v9"), Cancel).AsTask());

        await transaction.RollbackAsync(Cancel);
        Assert.All(await Task.WhenAll(waiting), result => Assert.True(result.IsCommitted));
        Assert.Null(await store.Journal.FindAsync(Glow.Member("m9"), Cancel));
    }

    [Fact]
    public async Task Closing_a_store_first_stores_what_is_waiting()
    {
        var store = await OpenAsync();
        var waiting = Enumerable.Range(0, 500)
            .Select(number => store.Journal.AppendAsync(Visit($"m{number}", $"v{number}"), Cancel).AsTask()).ToList();

        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), result => Assert.True(result.IsCommitted));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => store.Journal.AppendAsync(Visit("late", "late"), Cancel).AsTask());
    }

    [Fact]
    public async Task Statements_that_were_planned_on_empty_tables_read_no_more_rows_when_the_tables_have_grown()
    {
        // One connection for everything, so that every plan is an old one.
        await using var store = await OpenAsync(new() { ConnectionString = _database, MostConnections = 4, MostWriters = 1 });
        for (var number = 0; number < 20; number++)
            await TurnAsync(store, $"warm{number}");
        await Sql.RunAsync(
            _database,
            """
            INSERT INTO members (chain, id, version, rules_version, stage, stage_since, flags, format, state)
            SELECT 1, 'bulk' || n, 1, 1, 3, 0, 0, 1, '' FROM generate_series(1, 20000) n;
            INSERT INTO due (member, chain, due_at) SELECT no, chain, no FROM members WHERE id LIKE 'bulk%';
            INSERT INTO events (chain, position, member, type, at, id, data)
            SELECT 1, 1000000 + n, n, 'visit.v1', n, 'bulk' || n, '' FROM generate_series(1, 20000) n
            """);
        var before = await RowsReadAsync();

        for (var number = 0; number < 20; number++)
            await TurnAsync(store, $"after{number}");

        var read = await RowsReadAsync() - before;
        Assert.InRange(read, 20, 20 * 50);
    }

    [Fact]
    public async Task Messages_and_tasks_are_found_along_an_index_however_many_there_have_come_to_be()
    {
        await using var store = await OpenAsync(new() { ConnectionString = _database, MostConnections = 4, MostWriters = 1 });
        for (var number = 0; number < 20; number++)
            await CareTurnAsync(store, $"warm{number}");
        await Sql.RunAsync(
            _database,
            """
            INSERT INTO members (chain, id, version, rules_version, stage, stage_since, flags, format, state)
            SELECT 1, 'bulk' || n, 1, 1, 3, 0, 0, 1, '' FROM generate_series(1, 20000) n;
            INSERT INTO messages (chain, id, member, run, step, playbook, template, channel, state, planned_at, decisions, outbox)
            SELECT 1, 'm' || no, no, 1, 0, 'p', 't', 'c', 2, no, '', 4 FROM members WHERE id LIKE 'bulk%';
            INSERT INTO tasks (chain, id, member, number, store, kind, source, title, opened_at, due_at, state, escalated, closed_at)
            SELECT 1, 't' || no, no, 1, 'bund', 'k', 's', 'x', 0, no, 3, false, 1 FROM members WHERE id LIKE 'bulk%'
            """);
        var before = await RowsReadAsync();

        for (var number = 0; number < 20; number++)
            await CareTurnAsync(store, $"after{number}");

        var read = await RowsReadAsync() - before;
        Assert.InRange(read, 20, 20 * 400);
    }

    private static async Task CareTurnAsync(PostgresStore store, string member)
    {
        var opened = new OpenedStore(store, () => ValueTask.CompletedTask);
        // In Shanghai, so that messages go.
        var noon = Now + TimeSpan.FromHours(4);
        var key = Glow.Member(member);
        await opened.TellAsync(Glow.WithPlaybooks, key, noon, new Complaint(Glow.Key($"{member}-c"), noon, null));
        await opened.TellAsync(Glow.WithPlaybooks, key, noon, Glow.Join($"{member}-j", noon, Glow.Bund), new ClaimTask(1, new("wang")));
        await opened.TellAsync(Glow.WithPlaybooks, key, noon, new CompleteTask(1, new("wang"), "reached"));
        var released = await store.Outbox.ClaimAsync(10, TimeSpan.FromMinutes(1), Cancel);
        Assert.NotEmpty(released);
        foreach (var message in released)
        {
            Assert.True(await store.Outbox.BeginAsync(message.Key, Cancel));
            await store.Outbox.DoneAsync(message.Key, Cancel);
        }

        await store.Care.MessagesAsync(Glow.Id, new(key.Member, null, null, 5), Cancel);
        await store.Care.MessagesAsync(Glow.Id, new(null, MessageState.Moved, null, 5), Cancel);
        await store.Care.TasksAsync(Glow.Id, new([], null, null, key.Member, null, 5), Cancel);
        await store.Care.TasksAsync(Glow.Id, new([TaskState.Open, TaskState.Claimed], Glow.Bund, null, null, null, 5), Cancel);
        await store.Care.TasksAsync(Glow.Id, new([TaskState.Open], null, new("wang"), null, null, 5), Cancel);
    }

    private static async Task TurnAsync(PostgresStore store, string member)
    {
        var opened = new OpenedStore(store, () => ValueTask.CompletedTask);
        await opened.TellAsync(Glow.Member(member), Now, Glow.Visit($"{member}-1", Now));
        await opened.TellAsync(Glow.Member(member), Now, Glow.Visit($"{member}-2", Now), new Advance(Now));
        Assert.Single(await store.Journal.FindTakenAsync(Glow.Id, [$"{member}-1", "never"], Cancel));
        Assert.NotEmpty(await store.Queries.TimelineAsync(Glow.Member(member), null, 10, Cancel));
        await store.Due.NextDueAsync(Glow.Id, Now, Cancel);
    }

    private async Task<long> RowsReadAsync()
    {
        // Sessions tell what they read at most once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancel);
        return await Sql.AskAsync<long>(
            _database, "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables");
    }

    private async Task<PostgresStore> OpenAsync(PostgresOptions? options = null)
    {
        var store = new PostgresStore(options ?? new() { ConnectionString = _database });
        await store.Chains.SaveAsync(Glow.Chain(), Cancel);
        return store;
    }

    private static async Task EventuallyStoredAsync(PostgresStore store, Append append)
    {
        while (true)
        {
            try
            {
                Assert.True((await store.Journal.AppendAsync(append, Cancel)).IsCommitted);
                return;
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(20, Cancel);
            }
        }
    }

    private static Append Visit(string member, string id) => Turns.Of(Glow.Member(member), null, Now, Glow.Visit(id, Now));
}
