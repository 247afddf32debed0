using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;
using Engagement.Hosting.Tests.Time;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>Whatever was acknowledged is stored, once, however the server ends.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private const int Senders = 3;
    private const int BatchesEach = 30;
    private const int InBatch = 40;
    private const int Members = 50;

    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-kill-");
    private readonly Lock _gate = new();
    private TaskCompletionSource<ServerProcess> _server = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _acknowledged;
    private int _accepted;
    private int _duplicates;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_server_that_is_killed_while_batches_stream_in_loses_nothing_and_takes_nothing_twice()
    {
        var server = await ServerProcess.StartAsync(_folder);
        (await CallAsync(server, HttpMethod.Put, "/v1/chains/glow", """{"name":"Glow"}""")).Ok();
        _server.SetResult(server);
        var sending = Enumerable.Range(0, Senders).Select(SendAllAsync).ToList();

        for (var kill = 1; kill <= 4; kill++)
        {
            await Eventually.HoldsAsync(
                () => Task.FromResult(Volatile.Read(ref _acknowledged)), batches => batches >= kill * 15, "batches are acknowledged");
            lock (_gate)
                _server = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await server.KillAsync();
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(_folder);
            _server.SetResult(server);
        }

        await Task.WhenAll(sending);
        await using (server)
            await CheckAsync(server);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_drains_and_ends_well()
    {
        await using var server = await ServerProcess.StartAsync(_folder);
        (await CallAsync(server, HttpMethod.Put, "/v1/chains/glow", """{"name":"Glow"}""")).Ok();
        (await CallAsync(server, HttpMethod.Post, "/v1/chains/glow/events", Body(0, 0))).Ok();

        Assert.Equal(0, await server.TerminateAsync());

        await using var again = await ServerProcess.StartAsync(_folder);
        var repeated = (await CallAsync(again, HttpMethod.Post, "/v1/chains/glow/events", Body(0, 0))).Ok();
        Assert.Equal((0, InBatch), ((int)repeated["accepted"]!, (int)repeated["duplicates"]!));
    }

    /// <summary>Sends batch after batch, each again and again until it is acknowledged.</summary>
    private async Task SendAllAsync(int sender)
    {
        for (var batch = 0; batch < BatchesEach; batch++)
        {
            while (true)
            {
                Task<ServerProcess> running;
                lock (_gate)
                    running = _server.Task;
                try
                {
                    var answer = await CallAsync(await running, HttpMethod.Post, "/v1/chains/glow/events", Body(sender, batch));
                    var taken = answer.Ok();
                    Assert.Empty(taken["rejected"]!.AsArray());
                    Interlocked.Add(ref _accepted, (int)taken["accepted"]!);
                    Interlocked.Add(ref _duplicates, (int)taken["duplicates"]!);
                    Interlocked.Increment(ref _acknowledged);
                    break;
                }
                catch (Exception exception) when (IsOfTheKill(exception))
                {
                    // The server was killed: whether the batch was stored is not known, so it goes again.
                    await Task.Yield();
                }
            }
        }
    }

    // A call that is under way while its client is thrown away ends as cancelled. One that ran out of time is no such thing.
    private static bool IsOfTheKill(Exception exception) => exception
        is HttpRequestException or IOException or ObjectDisposedException
        or OperationCanceledException { InnerException: not TimeoutException };

    private async Task CheckAsync(ServerProcess server)
    {
        var feed = new List<JsonNode>();
        while ((await CallAsync(server, HttpMethod.Get, $"/v1/chains/glow/feed?after={feed.Count}&limit=5000")).Ok()["items"]!.AsArray()
            is { Count: > 0 } page)
            feed.AddRange(page.Select(told => told!));
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => (long)told["position"]!));

        var everything = Enumerable.Range(0, Senders).SelectMany(sender => Enumerable.Range(0, BatchesEach)
            .SelectMany(batch => Items(sender, batch))).ToList();
        Assert.Equal(everything.Select(item => item.Id).Order(), feed.Select(told => (string?)told["id"]).Where(id => id is not null).Order());
        Assert.Equal(everything.Count, _accepted + _duplicates);

        foreach (var purchases in everything.GroupBy(item => item.Member))
        {
            var member = (await CallAsync(server, HttpMethod.Get, $"/v1/chains/glow/members/{purchases.Key}")).Ok();
            Assert.Equal(purchases.Count(), (int)member["rfm"]!["frequency"]!);
            Assert.Equal(purchases.Sum(item => item.Amount), (decimal)member["rfm"]!["monetary"]!);
            Assert.Equal(purchases.Sum(item => Math.Floor(item.Amount)), (long)member["points"]!["balance"]!);
            var asOf = (DateTimeOffset)member["asOf"]!;
            Assert.Equal(NaiveLifecycle.StageAt(purchases.Select(item => item.At), asOf), (string?)member["stage"]);
        }
    }

    private static string Body(int sender, int batch) => JsonSerializer.Serialize(Items(sender, batch).Select(item => new
    {
        id = item.Id,
        type = "purchase",
        member = item.Member,
        amount = item.Amount,
        at = item.At.ToString("O", CultureInfo.InvariantCulture),
    }));

    private static IEnumerable<(string Id, string Member, decimal Amount, DateTimeOffset At)> Items(int sender, int batch) =>
        Enumerable.Range(0, InBatch).Select(number =>
        {
            var serial = ((sender * BatchesEach) + batch) * InBatch + number;
            // Some members came long ago, some lately; each at a pace of her own.
            var member = serial * 7919 % Members;
            var at = Today.AddDays(-member * 4 - 1).AddSeconds(-serial * (member + 1) * 97 % 8_000_000);
            return ($"{sender}-{batch}-{number}", $"m{member}", 10 + (serial % 100 / 4m), at);
        });

    private static async Task<Answer> CallAsync(ServerProcess server, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(server.Client, request);
    }
}
