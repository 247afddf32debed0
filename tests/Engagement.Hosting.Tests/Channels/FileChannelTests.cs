using System.Text.Json.Nodes;
using Engagement.Hosting.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Channels;

/// <summary>Messages that are written to a file, for those who try the program out.</summary>
public sealed class FileChannelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-messages-");

    private string File => Path.Combine(_folder.FullName, "deep", "messages.ndjson");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_message_is_a_line_that_people_can_read()
    {
        await SendAsync("msg_1", "msg_2");

        var lines = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
        Assert.Equal(["msg_1", "msg_2"], lines.Select(line => (string?)JsonNode.Parse(line)!["id"]));
        Assert.Contains("你好", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_does_not_spoil_the_next()
    {
        await SendAsync("msg_1");
        await System.IO.File.AppendAllTextAsync(File, """{"id":"ms""", TestContext.Current.CancellationToken);

        await SendAsync("msg_2");

        var lines = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
        Assert.Equal("""{"id":"ms""", lines[1]);
        Assert.Equal("msg_2", (string?)JsonNode.Parse(lines[2])!["id"]);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_message_waits()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "deep"), "a file where the folder should be");
        using var channel = Channel();

        Assert.Equal(new Handover.TryLater("file_not_written"), await channel.SendAsync(Outgoing.Message("msg_1"), TestContext.Current.CancellationToken));
    }

    private async Task SendAsync(params string[] ids)
    {
        using var channel = Channel();
        foreach (var id in ids)
            Assert.IsType<Handover.Accepted>(await channel.SendAsync(Outgoing.Message(id), TestContext.Current.CancellationToken));
    }

    private FileChannel Channel() => new(Options.Create(new ChannelOptions { File = { Path = File } }), NullLogger<FileChannel>.Instance);
}
