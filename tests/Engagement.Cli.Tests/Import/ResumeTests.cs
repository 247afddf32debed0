using Engagement.Cli.Tests.Server;

namespace Engagement.Cli.Tests.Import;

public sealed class ResumeTests : EngageTest
{
    [Fact]
    public async Task An_import_that_was_stopped_goes_on_behind_the_last_batch_acknowledged()
    {
        // The first and the last row are equal: the last one's id depends on the first one, which is skipped.
        var file = Write("sales.csv", ["member,date,amount", .. Purchases(8), "bad", "m1,2024-01-01,1.50"]);

        var stopped = await StoppedDuringAsync(2, file);
        var ended = await ImportAsync(file, "--batch", "3");

        Assert.Equal(ExitCode.Failed, stopped.ExitCode);
        Assert.Equal([6, 6, 0, 0, 0], stopped.Counts);
        Assert.Contains("Stopped after row 6. Run the same command again", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("Going on after row 6", ended.Error, StringComparison.Ordinal);
        Assert.Equal([10, 9, 0, 0, 1], ended.Counts);
        Assert.Equal([3, 3, 2, 1], Server.Requests);
        Assert.EndsWith("-2", Server.Events[^1].GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".progress"));
    }

    [Fact]
    public async Task Failed_rows_of_both_runs_are_in_one_file_each_once()
    {
        var file = Write("sales.csv", ["member,date,amount", "bad", .. Purchases(7), "worse"]);
        await StoppedDuringAsync(1, file);
        // As if the first run had been killed between writing failed rows and its next checkpoint.
        await File.AppendAllTextAsync(file + ".failed.csv", "9,x,y,z,lost,,\n", Stop.Token);

        var ended = await ImportAsync(file, "--batch", "3");

        Assert.Equal([9, 7, 0, 0, 2], ended.Counts);
        Assert.Equal(
            ["failed_line", "2", "10"],
            (await File.ReadAllLinesAsync(file + ".failed.csv", Stop.Token)).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Another_mapping_server_or_file_starts_from_the_top()
    {
        var file = Write("sales.csv", ["member,date,amount", .. Purchases(6)]);
        await StoppedDuringAsync(1, file);

        var otherStore = await ImportAsync(file, "--batch", "3", "--store", "north");

        Assert.Equal([6, 6, 0, 0, 0], otherStore.Counts);

        await StoppedDuringAsync(Server.Requests.Count + 1, file);
        File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var touched = await ImportAsync(file, "--batch", "3");

        Assert.Equal([6, 3, 3, 0, 0], touched.Counts);
    }

    [Fact]
    public async Task Without_its_failed_rows_a_cut_import_starts_again()
    {
        var file = Write("sales.csv", ["member,date,amount", "bad", .. Purchases(6)]);
        await StoppedDuringAsync(1, file);
        File.Delete(file + ".failed.csv");

        var ended = await ImportAsync(file, "--batch", "3");

        Assert.Equal([7, 4, 2, 0, 1], ended.Counts);
        Assert.Contains("starting again", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_progress_file_that_makes_no_sense_is_no_hindrance()
    {
        var file = Write("sales.csv", ["member,date,amount", .. Purchases(2)]);
        Write("sales.csv.progress", "{ not json");

        AssertCounts(await ImportAsync(file), [2, 2, 0, 0, 0]);
    }

    [Fact]
    public async Task A_stop_while_waiting_for_an_overloaded_server_ends_at_once()
    {
        Server.Meet(Trouble.Overload);

        var ended = await StoppedDuringAsync(1, Write("sales.csv", ["member,date,amount", .. Purchases(2)]));

        Assert.Equal([0, 0, 0, 0, 0], ended.Counts);
        Assert.Empty(Time.Waits);
    }

    private async Task<Ended> StoppedDuringAsync(int request, string file)
    {
        Server.OnRequest = number =>
        {
            if (number == request)
                Stop.Cancel();
        };
        var ended = await ImportAsync(file, "--batch", "3");
        Server.OnRequest = _ => { };
        Stop.Dispose();
        Stop = new CancellationTokenSource();
        return ended;
    }
}
