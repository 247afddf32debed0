using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>The suite of all stores on SQLite, and what only a SQLite file can show.</summary>
public sealed class SqliteJournalTests : JournalSuite
{
    private readonly TemporaryFile _file = new();

    // Nobody else has the file.
    protected override bool LeasesOutliveTheirProcess => false;

    protected override Task<OpenedStore> OpenAsync(TimeProvider time) => Task.FromResult(_file.Open(time: time));

    private protected override Task<byte[]> FilesAsync() => Task.FromResult(_file.Bytes());

    protected override ValueTask RemoveAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_member_whose_snapshot_is_of_an_older_format_is_rebuilt_from_her_events()
    {
        var stored = await LiAsync();

        _file.Run("UPDATE members SET format = 0, state = x'00'");

        Assert.Equal(stored, await Store.Journal.FindAsync(stored.Key, TestContext.Current.CancellationToken));
        var overdue = new List<MemberRecord>();
        var asked = new BoardAsked(null, default, Glow.At("2030-01-01"), overdue.Add);
        await Store.Queries.BoardAsync(Glow.Id, asked, TestContext.Current.CancellationToken);
        Assert.Equal([stored], overdue);
    }

    [Fact]
    public async Task A_member_who_was_rebuilt_goes_on_as_if_nothing_had_been()
    {
        var stored = await LiAsync();
        var now = Glow.At("2026-03-02");
        var expected = Turns.Of(stored.Key, stored, now, Glow.Visit("next", now));
        _file.Run("UPDATE members SET format = 0, state = x'00'");

        var after = await Store.TellAsync(stored.Key, now, Glow.Visit("next", now));

        Assert.Equal(expected.State, after.State);
        Assert.Equal(after, await Store.Journal.FindAsync(stored.Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_birthday_is_taken_over_from_a_snapshot_of_an_older_format_for_no_event_says_it()
    {
        var li = await LiAsync();
        var birthday = await KeepBirthdayAsync(li);

        _file.Run("UPDATE members SET format = 0");

        Assert.Equal(birthday, (await Store.Journal.FindAsync(li.Key, TestContext.Current.CancellationToken))!.State.Birthday);
    }
}
