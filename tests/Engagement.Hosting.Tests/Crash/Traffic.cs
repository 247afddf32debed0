using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;
using Engagement.Hosting.Tests.Time;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>
/// Purchases that stream in from several senders, each batch again and again until it is acknowledged, and a naive recount of
/// what must have come of them.
/// </summary>
/// <param name="batchesEach">How many batches each sender has.</param>
/// <param name="node">Answers which node a sender speaks to next.</param>
internal sealed class Traffic(int batchesEach, Func<int, Task<HttpClient>> node)
{
    public const string Path = "/v1/chains/glow";
    private const int Senders = 3;
    private const int InBatch = 40;
    private const int Members = 50;

    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;
    private readonly int[] _sent = new int[Senders];
    private int _acknowledged;
    private int _accepted;
    private int _duplicates;
    private int _putOff;
    private volatile bool _ending;

    /// <summary>How many batches were acknowledged so far.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>How many times a sender was told to come again later.</summary>
    public int PutOff => Volatile.Read(ref _putOff);

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAllAsync(sender))));

    /// <summary>Senders end with the batch they are at.</summary>
    public void End() => _ending = true;

    public Task<int> UntilAcknowledgedAsync(int batches) =>
        Eventually.HoldsAsync(() => Task.FromResult(Acknowledged), acknowledged => acknowledged >= batches, $"{batches} batches are acknowledged");

    public static async Task<Answer> CallAsync(HttpClient client, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(client, request);
    }

    public static string Body(int sender, int batch) => JsonSerializer.Serialize(Items(sender, batch).Select(item => new
    {
        id = item.Id,
        type = "purchase",
        member = item.Member,
        amount = item.Amount,
        at = item.At.ToString("O", CultureInfo.InvariantCulture),
    }));

    /// <summary>The chain's whole history, whose positions have no gap.</summary>
    public static async Task<List<JsonNode>> FeedAsync(HttpClient client)
    {
        var feed = new List<JsonNode>();
        while ((await CallAsync(client, HttpMethod.Get, $"{Path}/feed?after={feed.Count}&limit=5000")).Ok()["items"]!.AsArray()
            is { Count: > 0 } page)
            feed.AddRange(page.Select(told => told!));
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(position => (long)position), feed.Select(told => (long)told["position"]!));
        return feed;
    }

    /// <summary>Everything acknowledged is there, once, and every member is what a recount makes of her.</summary>
    public async Task CheckAsync(HttpClient client)
    {
        var feed = await FeedAsync(client);
        var everything = Enumerable.Range(0, Senders).SelectMany(sender => Enumerable.Range(0, _sent[sender])
            .SelectMany(batch => Items(sender, batch))).ToList();
        Assert.Equal(everything.Select(item => item.Id).Order(), feed.Select(told => (string?)told["id"]).Where(id => id is not null).Order());
        Assert.Equal(everything.Count, _accepted + _duplicates);

        foreach (var purchases in everything.GroupBy(item => item.Member))
        {
            var member = (await CallAsync(client, HttpMethod.Get, $"{Path}/members/{purchases.Key}")).Ok();
            Assert.Equal(purchases.Count(), (int)member["rfm"]!["frequency"]!);
            Assert.Equal(purchases.Sum(item => item.Amount), (decimal)member["rfm"]!["monetary"]!);
            Assert.Equal(purchases.Sum(item => Math.Floor(item.Amount)), (long)member["points"]!["balance"]!);
            var asOf = (DateTimeOffset)member["asOf"]!;
            Assert.Equal(NaiveLifecycle.StageAt(purchases.Select(item => item.At), asOf), (string?)member["stage"]);
        }
    }

    private async Task SendAllAsync(int sender)
    {
        for (var batch = 0; batch < batchesEach && !_ending; batch++)
        {
            while (!await TrySendAsync(sender, batch))
                await Task.Yield();
            _sent[sender] = batch + 1;
        }
    }

    private async Task<bool> TrySendAsync(int sender, int batch)
    {
        try
        {
            var answer = await CallAsync(await node(sender), HttpMethod.Post, $"{Path}/events", Body(sender, batch));
            if (answer.Status == 503)
            {
                Assert.True(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture) > 0);
                Interlocked.Increment(ref _putOff);
                await Task.Delay(200, TestContext.Current.CancellationToken);
                return false;
            }

            var taken = answer.Ok();
            Assert.Empty(taken["rejected"]!.AsArray());
            Interlocked.Add(ref _accepted, (int)taken["accepted"]!);
            Interlocked.Add(ref _duplicates, (int)taken["duplicates"]!);
            Interlocked.Increment(ref _acknowledged);
            return true;
        }
        catch (Exception exception) when (IsOfTheKill(exception))
        {
            // The server was killed: whether the batch was stored is not known, so it goes again.
            return false;
        }
    }

    // A call that is under way while its client is thrown away ends as cancelled. One that ran out of time is no such thing.
    private static bool IsOfTheKill(Exception exception) => exception
        is HttpRequestException or IOException or ObjectDisposedException
        or OperationCanceledException { InnerException: not TimeoutException };

    private static IEnumerable<(string Id, string Member, decimal Amount, DateTimeOffset At)> Items(int sender, int batch) =>
        Enumerable.Range(0, InBatch).Select(number =>
        {
            var serial = ((sender * 1000) + batch) * InBatch + number;
            // Some members came long ago, some lately; each at a pace of her own.
            var member = (int)(serial * 7919L % Members);
            var at = Today.AddDays(-member * 4 - 1).AddSeconds(-serial * (member + 1L) * 97 % 8_000_000);
            return ($"{sender}-{batch}-{number}", $"m{member}", 10 + (serial % 100 / 4m), at);
        });
}
