namespace Engagement.Hosting.Tests.Crash;

/// <summary>Whatever was acknowledged is stored, once, however the server ends.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-kill-");
    private readonly Lock _gate = new();
    private TaskCompletionSource<ServerProcess> _server = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_server_that_is_killed_while_batches_stream_in_loses_nothing_and_takes_nothing_twice()
    {
        var server = await StartAsync();
        (await Traffic.CallAsync(server.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        _server.SetResult(server);
        var traffic = new Traffic(batchesEach: 30, async _ => (await RunningAsync()).Client);
        var sending = traffic.RunAsync();

        for (var kill = 1; kill <= 4; kill++)
        {
            await traffic.UntilAcknowledgedAsync(kill * 15);
            lock (_gate)
                _server = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await server.KillAsync();
            await server.DisposeAsync();
            server = await StartAsync();
            _server.SetResult(server);
        }

        await sending;
        await using (server)
            await traffic.CheckAsync(server.Client);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_drains_and_ends_well()
    {
        var taken = Traffic.Body(0, 0);
        await using var server = await StartAsync();
        (await Traffic.CallAsync(server.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        var accepted = (await Traffic.CallAsync(server.Client, HttpMethod.Post, $"{Traffic.Path}/events", taken)).Ok()["accepted"];

        Assert.Equal(0, await server.TerminateAsync());

        await using var again = await StartAsync();
        var repeated = (await Traffic.CallAsync(again.Client, HttpMethod.Post, $"{Traffic.Path}/events", taken)).Ok();
        Assert.Equal((0, (int)accepted!), ((int)repeated["accepted"]!, (int)repeated["duplicates"]!));
    }

    private Task<ServerProcess> RunningAsync()
    {
        lock (_gate)
            return _server.Task;
    }

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(
        "Engagement.Server",
        _folder,
        "urls=http://127.0.0.1:0",
        $"ConnectionStrings:Engagement=Data Source={Path.Combine(_folder.FullName, "engagement.db")}");
}
