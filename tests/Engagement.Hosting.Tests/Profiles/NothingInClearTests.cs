using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>Names, phones and addresses are looked for in everything a node writes: its database, its keys, its log, its feed.</summary>
public sealed class NothingInClearTests
{
    private const string Path = "/v1/chains/glow";

    private static readonly string[] Secrets =
    [
        "Wilhelmina", "威廉敏娜", "13987654321", "139-8765-4321", "wilhelmina@example.com", "Rosenweg", "allergic to mint", "skin-is-dry", "id-310101",
    ];

    [Fact]
    public async Task What_says_who_she_is_is_nowhere_in_clear_however_it_came_in()
    {
        await using var node = await TestNode.StartAsync();
        var log = new Listener();
        node.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await node.OpenChainAsync("glow");

        var answer = (await node.PostAsync(
            $"{Path}/events",
            """
            [{"id":"1","type":"join","member":"li","store":"bund","name":"Wilhelmina","Mobile_Number":"139-8765-4321","e-mail":"wilhelmina@example.com",
              "address":"Rosenweg","身份证":"id-310101","till":7},
             {"id":"2","type":"visit","member":"li","profile":{"note":"allergic to mint","fields":{"skin":"skin-is-dry"}}},
             {"id":"3","type":"purchase","member":"wang","amount":5,"phone":13987654321,"name":"a lipstick"},
             {"id":"4","type":"join","member":"chen","profile":{"name":"威廉敏娜","phone":"nobody's 13987654321"}},
             {"id":"5","type":"visit","member":"zhao","profile":{"birthday":"05-17"}}]
            """)).Ok();
        Assert.Equal(3, (int)answer["accepted"]!);
        Assert.Equal([(3, "invalid_field"), (4, "invalid_field")], answer["rejected"]!.AsArray().Select(each => ((int)each!["index"]!, (string)each["code"]!)));
        Assert.Equal(204, (await node.PutAsync($"{Path}/members/wang/profile", """{"name":"威廉敏娜","phone":"13987654321"}""")).Status);
        (await node.PostAsync($"{Path}/members/search", """{"q":"威廉敏娜"}""")).Ok();
        (await node.PostAsync($"{Path}/suppressions", """{"phone":"13987654321","email":"wilhelmina@example.com"}""")).Ok();
        (await node.GetAsync($"{Path}/members/li/export")).Ok();
        (await node.PutAsync($"{Path}/members/li/profile", """{"phone":"13987654321 or so"}""")).Problem(400, "invalid_field");

        var li = (await node.GetAsync($"{Path}/members/li/profile")).Ok();
        Assert.Equal(
            ("Wilhelmina", "139-8765-4321", "wilhelmina@example.com", "Rosenweg", "allergic to mint"),
            ((string?)li["name"], (string?)li["phone"], (string?)li["email"], (string?)li["address"], (string?)li["note"]));
        Assert.Equal(("id-310101", "skin-is-dry"), ((string?)li["fields"]!["身份证"], (string?)li["fields"]!["skin"]));
        var feed = await node.FeedAsync("glow");
        Assert.Equal("""{"till":7}""", feed[0]["data"]!["extra"]!.ToJsonString());
        Assert.Equal("""{"name":"a lipstick"}""", feed.Single(each => (string?)each["type"] == "purchase")["data"]!["extra"]!.ToJsonString());
        Assert.All(feed, told => Assert.DoesNotContain(Secrets, secret => Text(told).Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(Secrets, secret => log.Lines.Any(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.NotEmpty(log.Lines);

        await node.StopAsync();
        foreach (var file in node.Folder.GetFiles("*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, TestContext.Current.CancellationToken);
            foreach (var secret in Secrets)
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} is in {file.Name}");
                Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, $"{secret} is in {file.Name}");
            }
        }
    }

    [Fact]
    public async Task A_repeat_is_a_repeat_whatever_it_says_of_her_and_brings_back_nothing()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        const string Join = """[{"id":"1","type":"join","member":"li","phone":"PHONE","profile":{"name":"NAME"}}]""";
        string Of(string name, string phone) => Join.Replace("NAME", name, StringComparison.Ordinal).Replace("PHONE", phone, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/events", Of("Li", "13987654321"))).Ok()["accepted"]!);

        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/events", Of("Wang", "13912345678"))).Ok()["duplicates"]!);

        var profile = (await node.GetAsync($"{Path}/members/li/profile")).Ok();
        Assert.Equal(("Li", "13987654321"), ((string?)profile["name"], (string?)profile["phone"]));
        await node.Services.GetRequiredService<Journal.Profiles.IProfiles>().ForgetAsync(new(new("glow"), new("li")), TestContext.Current.CancellationToken);
        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/events", Of("Li", "13987654321"))).Ok()["duplicates"]!);
        Assert.Null((string?)(await node.GetAsync($"{Path}/members/li/profile")).Ok()["name"]);
    }

    [Fact]
    public async Task Without_its_keys_a_node_says_so_and_does_everything_else()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        (await node.PostAsync($"{Path}/events", """[{"id":"1","type":"join","member":"li","store":"bund","name":"Li"}]""")).Ok();
        await node.StopAsync();
        node.Folder.GetDirectories("profile-keys").Single().Delete(recursive: true);
        await node.RestartAsync();

        (await node.GetAsync($"{Path}/members/li/profile")).Problem(503, "profile_unreadable");
        (await node.GetAsync($"{Path}/members/li/export")).Problem(503, "profile_unreadable");
        (await node.PutAsync($"{Path}/members/li/profile", """{"name":"Li"}""")).Problem(503, "profile_unreadable");
        Assert.True((bool)(await node.GetAsync($"{Path}/members/li")).Ok()["profile"]!["unreadable"]!);
        Assert.True((bool)(await node.GetAsync($"{Path}/members")).Ok()["items"]![0]!["profile"]!["unreadable"]!);
        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/events", """[{"id":"2","type":"visit","member":"li"}]""")).Ok()["accepted"]!);
        Assert.False((bool)(await node.GetAsync("/v1/personal-data")).Ok()["keysFit"]!);

        await node.RestartAsync("Engagement:PersonalData:SecretIsLost=true");

        Assert.True((bool)(await node.GetAsync("/v1/personal-data")).Ok()["keysFit"]!);
        Assert.Equal(204, (await node.PutAsync($"{Path}/members/li/profile", """{"name":"Li anew"}""")).Status);
        Assert.Equal("Li anew", (string?)(await node.GetAsync($"{Path}/members/li/profile")).Ok()["name"]);
    }

    [Fact]
    public async Task Keys_are_wrapped_anew_when_there_is_a_newer_master_key()
    {
        await using var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        (await node.PostAsync($"{Path}/events", """[{"id":"1","type":"join","member":"li","name":"Li"},{"id":"2","type":"join","member":"wang","name":"Wang"}]""")).Ok();
        node.Services.GetRequiredService<Hosting.Profiles.MasterKeys>().MakeNew(DateTimeOffset.UtcNow);
        await node.RestartAsync();

        Assert.Equal(202, (await node.PostAsync("/v1/personal-data/rewrap", "")).Status);

        var keys = await Eventually.HoldsAsync(
            async () => (await node.GetAsync("/v1/personal-data")).Ok(),
            seen => (long)seen["underNewestKey"]! == 2 && !(bool)seen["rewrap"]!["isRunning"]!,
            "all keys are under the newest master key");
        Assert.Equal((2, 0), ((int)keys["profiles"]!, (int)keys["rewrap"]!["unreadable"]!));
        Assert.Equal("Li", (string?)(await node.GetAsync($"{Path}/members/li/profile")).Ok()["name"]);
    }

    private static string Text(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
