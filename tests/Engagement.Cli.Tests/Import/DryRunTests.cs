namespace Engagement.Cli.Tests.Import;

public sealed class DryRunTests : EngageTest
{
    [Fact]
    public async Task A_dry_run_tells_what_is_in_the_file_and_needs_neither_server_nor_key()
    {
        Environment.Clear();
        var file = Write(
            "s.csv", "member,date,amount", "a,2024-01-05,1", "b,2024-01-02,2.5", "a,2024-01-05,1", "\u001b[31mc,soon,1");

        var ended = await ImportAsync(file, "--dry-run");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Empty(Server.Requests);
        Assert.Equal(
            """
            rows read                                    4
            readable                                     3
            unreadable                                   1
              purchase                                   3
            equal to an earlier row                      1
            members                                      2
            sum of amounts                            4.50
            first                     2024-01-02 00:00:00Z
            last                      2024-01-05 00:00:00Z

            """,
            ended.Output);
        Assert.Equal("line 5: 'soon' is no date or time that is understood [invalid_at]\n", ended.Error);
        Assert.False(File.Exists(file + ".failed.csv"));
    }

    [Fact]
    public async Task Only_the_first_errors_are_shown()
    {
        var ended = await ImportAsync(Write("s.csv", ["member,date,amount", .. Enumerable.Repeat("a,soon,1", 12)]), "--dry-run");

        Assert.Equal(11, ended.Error.TrimEnd().Split('\n').Length);
        Assert.Contains("… and 2 more.", ended.Error, StringComparison.Ordinal);
    }
}
