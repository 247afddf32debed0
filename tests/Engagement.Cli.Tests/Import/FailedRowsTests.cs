namespace Engagement.Cli.Tests.Import;

public sealed class FailedRowsTests : EngageTest
{
    [Fact]
    public async Task Every_row_is_in_exactly_one_count_and_failed_ones_are_in_a_file_with_line_code_and_why()
    {
        Server.Rejects = item => item.GetProperty("member").GetString() == "m2" ? "too_far_ahead" : null;
        var file = Write(
            "sales.csv",
            "member,date,note,amount",
            "m1,2024-01-01,,1",
            "m1,soon,\"a, \"\"b\"\"\nc\",2",
            "m2,2024-01-01,x,3",
            "m1,2024-01-02,,4");

        var ended = await ImportAsync(file);

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal([4, 2, 0, 1, 1], ended.Counts);
        Assert.Contains(file + ".failed.csv", ended.Error, StringComparison.Ordinal);
        Assert.Matches(
            """
            ^failed_line,failed_code,failed_why,failed_id,member,date,note,amount
            3,invalid_at,'soon' is no date or time that is understood,csv-[\w-]{22}-1,m1,soon,"a, ""b""
            c",2
            5,too_far_ahead,because of too_far_ahead,csv-[\w-]{22}-1,m2,2024-01-01,x,3
            $
            """,
            await File.ReadAllTextAsync(file + ".failed.csv", Stop.Token));
    }

    [Fact]
    public async Task A_mended_file_is_imported_with_the_same_options_even_where_rows_equal_others()
    {
        // The second of two equal rows fails; mended by itself it must not be taken for the first one.
        var rejects = 0;
        Server.Rejects = _ => ++rejects == 2 ? "store_unknown" : null;
        var file = Write("sales.csv", "member;date;amount", "a;2024-01-01;1.5", "a;2024-01-01;1.5", "a;soon;1.5");
        await ImportAsync(file);
        var failed = file + ".failed.csv";
        await File.WriteAllTextAsync(
            failed,
            (await File.ReadAllTextAsync(failed, Stop.Token)).Replace(";soon;", ";2024-01-01;", StringComparison.Ordinal),
            Stop.Token);

        var mended = await ImportAsync(failed);
        var again = await ImportAsync(failed);

        Assert.Equal([2, 2, 0, 0, 0], mended.Counts);
        Assert.Equal([2, 0, 2, 0, 0], again.Counts);
        Assert.Equal(3, Server.Events.Count);
    }

    [Fact]
    public async Task Rows_that_fail_again_do_not_pile_up_columns()
    {
        var file = Write("sales.csv", "member,date,amount", "a,soon,1");
        await ImportAsync(file);

        await ImportAsync(file + ".failed.csv");

        var lines = await File.ReadAllLinesAsync(file + ".failed.csv.failed.csv", Stop.Token);
        Assert.Equal("failed_line,failed_code,failed_why,failed_id,member,date,amount", lines[0]);
        Assert.EndsWith(",a,soon,1", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_file_that_someone_may_be_mending_is_not_written_over()
    {
        var file = Write("sales.csv", "member,date,amount", "a,soon,1");
        Write("sales.csv.failed.csv", "mine");

        var ended = await ImportAsync(file);

        Assert.Equal("mine\n", await File.ReadAllTextAsync(file + ".failed.csv", Stop.Token));
        Assert.Contains("sales.csv.failed.2.csv", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_failed_leaves_no_file()
    {
        await ImportAsync(Write("sales.csv", ["member,date,amount", .. Purchases(3)]));

        Assert.False(File.Exists(PathOf("sales.csv.failed.csv")));
    }

    [Fact]
    public async Task An_open_quote_does_not_swallow_a_large_file_silently()
    {
        var file = PathOf("large.csv");
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteLineAsync("member,date,amount\na,2024-01-01,5\n\"b,2024-01-01,5");
            for (var row = 0; row < 400_000; row++)
                await writer.WriteLineAsync("c,2024-01-01,5");
        }

        var ended = await ImportAsync(file);

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal([1, 1, 0, 0, 0], ended.Counts);
        Assert.Contains("Is a quote left open?", ended.Error, StringComparison.Ordinal);
    }
}
