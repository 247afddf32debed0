using Engagement.Cli.Tests.Server;

namespace Engagement.Cli.Tests.Import;

public sealed class RetryTests : EngageTest
{
    [Fact]
    public async Task An_overloaded_server_is_left_alone_as_long_as_it_asks()
    {
        Server.Meet(Trouble.Overload, Trouble.Overload);

        var ended = await ImportAsync(File(4));

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Equal([4, 4, 0, 0, 0], ended.Counts);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], Time.Waits);
    }

    [Fact]
    public async Task What_an_overloaded_server_took_before_it_gave_up_counts_as_accepted()
    {
        Server.Meet(Trouble.OverloadAfterHalf, Trouble.OverloadAfterHalf);

        AssertCounts(await ImportAsync(File(8)), [8, 8, 0, 0, 0]);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again_with_growing_waits()
    {
        Server.Meet(Trouble.ConnectionLostBefore, Trouble.ConnectionLostBefore, Trouble.ConnectionLostBefore);

        var ended = await ImportAsync(File(4), "--batch", "2");

        Assert.Equal([4, 4, 0, 0, 0], ended.Counts);
        Assert.Equal([250, 500, 1000], Time.Waits.Select(wait => wait.TotalMilliseconds));
        Assert.Equal(["m1", "m2", "m3", "m4"], Server.Events.Select(e => e.GetProperty("member").GetString()!));
    }

    [Fact]
    public async Task A_lost_answer_loses_no_row_and_doubles_none()
    {
        Server.Meet(Trouble.AnswerLost);

        var ended = await ImportAsync(File(4), "--batch", "2");

        Assert.Equal([4, 2, 2, 0, 0], ended.Counts);
        Assert.Equal(4, Server.Events.Count);
        Assert.Contains("answers were lost", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patience_ends_and_the_user_is_told_how_to_go_on()
    {
        Server.Meet([Trouble.None, .. Enumerable.Repeat(Trouble.Overload, 100)]);

        var ended = await ImportAsync(File(4), "--batch", "2");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal([2, 2, 0, 0, 0], ended.Counts);
        Assert.Contains("Gave up after row 2. Run the same command again", ended.Error, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(PathOf("sales.csv.progress")));
    }

    [Fact]
    public async Task A_server_that_is_lost_for_good_is_another_exit_code()
    {
        Server.Meet([Trouble.None, .. Enumerable.Repeat(Trouble.ConnectionLostBefore, 100)]);

        Assert.Equal(ExitCode.ServerUnreachable, (await ImportAsync(File(4), "--batch", "2")).ExitCode);
    }

    private string File(int rows) => Write("sales.csv", ["member,date,amount", .. Purchases(rows)]);
}
