using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Profiles;

/// <summary>Members taken out, and the keys of profiles looked after.</summary>
public sealed class PersonalDataTests : EngageTest
{
    [Fact]
    public async Task A_member_is_taken_out_to_the_screen_or_to_a_file_that_nobody_else_reads_and_no_file_is_written_over()
    {
        Answer("/v1/chains/shop/members/li%2F1/export", """{"format":"engagement-member-export","profile":{"name":"王小红"}}""");

        var shown = await EngageAsync("member", "export", "li/1", "--chain", "shop");
        var written = await EngageAsync("member", "export", "li/1", "--chain", "shop", "--output", PathOf("li.json"));
        var again = await EngageAsync("member", "export", "li/1", "--chain", "shop", "--output", PathOf("li.json"));

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Failed), (shown.ExitCode, written.ExitCode, again.ExitCode));
        Assert.Contains("王小红", shown.Output, StringComparison.Ordinal);
        Assert.Empty(written.Output);
        Assert.Contains("王小红", await File.ReadAllTextAsync(PathOf("li.json"), Stop.Token), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("li.json")));
    }

    [Fact]
    public async Task How_the_keys_stand_is_told_and_keys_that_do_not_fit_are_a_failure()
    {
        Answer("/v1/personal-data", """{"keysFit":true,"profiles":7,"underNewestKey":5,"rewrap":{"isRunning":false,"rewrapped":0,"unreadable":0}}""");
        var fine = await EngageAsync("personal-data");
        Answer("/v1/personal-data", """{"keysFit":false,"profiles":7,"underNewestKey":0,"rewrap":{"isRunning":false,"rewrapped":0,"unreadable":7}}""");
        var lost = await EngageAsync("personal-data");

        Assert.Equal((ExitCode.Done, "5 of 7 profiles are under the newest master key.\n"), (fine.ExitCode, fine.Output));
        Assert.Equal(ExitCode.Failed, lost.ExitCode);
        Assert.Contains("no profile can be read", lost.Output, StringComparison.Ordinal);
        Assert.Contains("7 cannot be unwrapped", lost.Output, StringComparison.Ordinal);
    }

    private void Answer(string path, string json) => Server.Answers[path] = () => Results.Content(json, "application/json");
}
