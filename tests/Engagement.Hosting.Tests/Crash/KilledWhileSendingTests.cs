using System.Text.Json;
using Engagement.Hosting.Tests.Channels;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>However a server ends while it sends: every message arrives, and what arrives again has the same id (docs/domain §9).</summary>
public sealed class KilledWhileSendingTests : IAsyncDisposable
{
    private const int Members = 400;
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-sending-");

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_sends_loses_no_message_and_gives_none_a_second_id()
    {
        await using var receiver = await Receiver.StartAsync();
        var server = await StartAsync(receiver);
        (await Traffic.CallAsync(server.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        (await Traffic.CallAsync(
            server.Client,
            HttpMethod.Put,
            $"{Traffic.Path}/policy",
            """{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00","channel":"webhook","language":"en"}}}""")).Ok();
        var joining = JsonSerializer.Serialize(Enumerable.Range(0, Members).Select(number => new { id = $"j{number}", type = "join", member = $"m{number}" }));
        (await Traffic.CallAsync(server.Client, HttpMethod.Post, $"{Traffic.Path}/events", joining)).Ok();

        for (var kill = 1; kill <= 3; kill++)
        {
            await UntilArrivedAsync(receiver, kill * Members / 5);
            await server.KillAsync();
            await server.DisposeAsync();
            server = await StartAsync(receiver);
        }

        await UntilArrivedAsync(receiver, Members);
        await using (server)
        {
            var sent = await Eventually.HoldsAsync(
                async () => await MessagesAsync(server.Client, "sent"), sent => sent.Count == Members, "the members know of it");
            var ids = receiver.Deliveries.GroupBy(delivery => (string)delivery.Json["data"]!["member"]!).ToDictionary(
                member => member.Key, member => member.Select(delivery => delivery.Id).Distinct().ToList());
            Assert.Equal(Members, ids.Count);
            Assert.All(ids, member => Assert.Single(member.Value));
            Assert.Equal(sent.Order(), sent.Intersect(ids.Values.Select(only => only[0])).Order());
            Assert.All(receiver.Deliveries, delivery => Assert.True(delivery.IsSignedWith(Secret)));
            // The same bytes at every try, so that whoever receives them may go by them too.
            Assert.All(receiver.Deliveries.GroupBy(delivery => delivery.Id), same => Assert.Single(same.Select(delivery => Convert.ToHexString(delivery.Body)).Distinct()));
        }
    }

    private static Task<int> UntilArrivedAsync(Receiver receiver, int count) => Eventually.HoldsAsync(
        () => Task.FromResult(receiver.Deliveries.Select(delivery => delivery.Id).Distinct().Count()), arrived => arrived >= count, $"{count} messages arrived");

    private static async Task<List<string>> MessagesAsync(HttpClient client, string state)
    {
        var ids = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await Traffic.CallAsync(client, HttpMethod.Get, $"{Traffic.Path}/messages?state={state}&limit=200{cursor}")).Ok();
            ids.AddRange(page["items"]!.AsArray().Select(message => (string)message!["id"]!));
            if ((string?)page["next"] is not { } next)
                return ids;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    private Task<ServerProcess> StartAsync(Receiver receiver) => ServerProcess.StartAsync(
        "Engagement.Server",
        _folder,
        "urls=http://127.0.0.1:0",
        $"ConnectionStrings:Engagement=Data Source={Path.Combine(_folder.FullName, "engagement.db")}",
        "Engagement:Channels:AllowPrivateAddresses=true",
        $"Engagement:Channels:Webhook:Url={receiver.Url}",
        $"Engagement:Channels:Webhook:Secrets:0={Secret}");
}
