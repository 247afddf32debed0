using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Crash;

/// <summary>However a server ends between a friend's purchase and the reward of who brought her: each is rewarded, once (docs/domain §10).</summary>
public sealed class KilledBetweenMembersTests(ThrowawayPostgres postgres) : IAsyncDisposable
{
    private const int Referrers = 50;
    private const int Friends = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-errands-");

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public Task A_server_with_a_file_that_is_killed_between_two_members_rewards_each_once() =>
        RewardAsync(kills: 3, $"ConnectionStrings:Engagement=Data Source={Path.Combine(_folder.FullName, "engagement.db")}");

    [Fact]
    public async Task A_server_with_a_database_that_is_killed_between_two_members_rewards_each_once() => await RewardAsync(
        kills: 1,
        "Engagement:Database=postgres",
        $"ConnectionStrings:Engagement={await postgres.CreateDatabaseAsync()}",
        "Engagement:Errands:Lease=00:00:10");

    private async Task RewardAsync(int kills, params string[] settings)
    {
        var server = await StartAsync(settings);
        (await Traffic.CallAsync(server.Client, HttpMethod.Put, Traffic.Path, """{"name":"Glow"}""")).Ok();
        await SendAsync(server, Enumerable.Range(0, Referrers).Select(number => new { id = $"r{number}", type = "join", member = $"r{number}" }));
        await SendAsync(server, Enumerable.Range(0, Friends).Select(
            number => new { id = $"f{number}", type = "join", member = $"f{number}", referrer = $"r{number % Referrers}" }));
        await UntilAsync(server, "referral_confirmed", Friends);

        await SendAsync(server, Enumerable.Range(0, Friends).Select(number => new { id = $"p{number}", type = "purchase", member = $"f{number}", amount = 10 }));
        for (var kill = 1; kill <= kills; kill++)
        {
            await UntilAsync(server, "friend_rewarded", kill * Friends / 6);
            await server.KillAsync();
            await server.DisposeAsync();
            server = await StartAsync(settings);
        }

        await UntilAsync(server, "friend_rewarded", Friends);
        await using (server)
        {
            var feed = await Traffic.FeedAsync(server.Client);
            var rewarded = feed.Where(told => (string?)told["type"] == "friend_rewarded").ToList();
            Assert.Equal(
                Enumerable.Range(0, Friends).Select(number => $"f{number} r{number % Referrers}").Order(),
                rewarded.Select(told => $"{(string?)told["data"]!["friend"]} {(string?)told["member"]}").Order());
            Assert.Equal(Friends, feed.Count(told => (string?)told["type"] == "referral_rewarded"));
            for (var number = 0; number < Referrers; number++)
                Assert.Equal(200 * Friends / Referrers, (int)(await MemberAsync(server, $"r{number}"))["points"]!["balance"]!);
            Assert.Equal(210, (int)(await MemberAsync(server, "f7"))["points"]!["balance"]!);
        }
    }

    private static async Task SendAsync<T>(ServerProcess server, IEnumerable<T> items)
    {
        var taken = (await Traffic.CallAsync(server.Client, HttpMethod.Post, $"{Traffic.Path}/events", JsonSerializer.Serialize(items))).Ok();
        Assert.Empty(taken["rejected"]!.AsArray());
    }

    private static Task<int> UntilAsync(ServerProcess server, string type, int count) => Eventually.HoldsAsync(
        async () => (await Traffic.FeedAsync(server.Client)).Count(told => (string?)told["type"] == type), told => told >= count, $"{count} are told '{type}'");

    private static async Task<JsonNode> MemberAsync(ServerProcess server, string member) =>
        (await Traffic.CallAsync(server.Client, HttpMethod.Get, $"{Traffic.Path}/members/{member}")).Ok();

    // One by one, so that it takes long enough for somebody to be in the way.
    private Task<ServerProcess> StartAsync(string[] settings) => ServerProcess.StartAsync(
        "Engagement.Server", _folder, ["urls=http://127.0.0.1:0", "Engagement:Errands:BatchSize=5", "Engagement:Errands:MostAtOnce=1", .. settings]);
}
