using Engagement.Journal.Tests.Suite;

namespace Engagement.Journal.Tests.Sqlite;

/// <summary>Files that must not be used say why, and are left as they were.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, today nobody came. ", 1000));
        File.WriteAllText(_file.Path, text);

        Assert.Contains("damaged or no SQLite database", Refusal(), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_file.Path));
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_refused()
    {
        await WriteSomethingAsync();
        using (var file = File.OpenWrite(_file.Path))
            file.SetLength(file.Length / 2);

        Assert.Contains("Restore it from a backup", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_beginning_was_overwritten_is_refused()
    {
        await WriteSomethingAsync();
        using (var file = File.OpenWrite(_file.Path))
            file.Write(new byte[4096]);

        Assert.Contains("Restore it from a backup", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_lacks_a_table_is_refused()
    {
        await WriteSomethingAsync();
        _file.Run("DROP TABLE events");

        Assert.Contains("lacks tables", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_touched()
    {
        _file.Run("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('dumplings');");
        var before = File.ReadAllBytes(_file.Path);

        Assert.Contains("a database of another program", Refusal(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_file.Path));
    }

    [Fact]
    public void A_database_marked_as_another_programs_is_refused_though_it_is_still_empty()
    {
        _file.Run("PRAGMA application_id = 4711; PRAGMA user_version = 1;");

        Assert.Contains("a database of another program", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_names_both_versions()
    {
        await WriteSomethingAsync();
        _file.Run("PRAGMA user_version = 900");

        var message = Refusal();

        Assert.Contains("schema version 900", message, StringComparison.Ordinal);
        Assert.Contains("Start a newer version", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_opened_after_it_was_refused_and_put_right()
    {
        await WriteSomethingAsync();
        _file.Run("PRAGMA user_version = 900");
        Refusal();
        _file.Run($"PRAGMA user_version = {MigrationScript.All("Sqlite")[^1].Number}");

        await using var store = _file.Open();

        Assert.NotNull(await store.Journal.FindAsync(Glow.Member("li"), TestContext.Current.CancellationToken));
    }

    private string Refusal()
    {
        var refusal = Assert.Throws<JournalRefusedException>(() => _file.Open());
        Assert.Contains(_file.Path, refusal.Message, StringComparison.Ordinal);
        return refusal.Message;
    }

    private async Task WriteSomethingAsync()
    {
        await using var store = _file.Open();
        await store.Chains.SaveAsync(Glow.Chain(), TestContext.Current.CancellationToken);
        var now = Glow.At("2026-03-01");
        await store.TellAsync(Glow.Member("li"), now, Glow.Visit("v1", now));
        for (var member = 0; member < 50; member++)
            await store.TellAsync(Glow.Member($"m{member}"), now, Glow.Visit($"m{member}", now));
    }
}
