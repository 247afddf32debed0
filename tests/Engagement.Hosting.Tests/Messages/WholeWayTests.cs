using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Channels;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Messages;

/// <summary>The whole way on a whole node: she joins, is welcomed, and everybody can see it.</summary>
public sealed class WholeWayTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-messages-");

    private TestNode Node { get; set; } = null!;

    private Receiver Receiver { get; set; } = null!;

    private string File => Path.Combine(_folder.FullName, "messages.ndjson");

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        Node = await TestNode.StartAsync(
            $"Engagement:Channels:File:Path={File}", "Engagement:Channels:AllowPrivateAddresses=true",
            $"Engagement:Channels:Webhook:Url={Receiver.Url}", $"Engagement:Channels:Webhook:Secrets:0={Secret}");
        await Node.OpenChainAsync("glow");
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Receiver.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_joins_is_welcomed_in_the_file()
    {
        await JoinAsync("""{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00"}}}""");

        var message = await MessageAsync("sent");

        var line = JsonNode.Parse(Assert.Single(await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken)))!;
        Assert.Equal((string?)message["id"], (string?)line["id"]);
        Assert.Equal("欢迎加入Glow 光彩！很高兴认识您。护肤或项目上有任何疑问，随时回复我们，也欢迎来外滩店坐坐。", (string?)line["text"]);
        Assert.Equal(("welcome", "welcome", "file"), ((string?)message["playbook"], (string?)message["template"], (string?)message["channel"]));
        Assert.All(message["decisions"]!.AsArray(), decision => Assert.False(string.IsNullOrEmpty((string?)decision!["why"])));
    }

    [Fact]
    public async Task A_partner_takes_the_message_and_reports_that_it_arrived()
    {
        await JoinAsync("""{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00","channel":"webhook","language":"en"}}}""");
        var message = await MessageAsync("sent");
        var delivery = Assert.Single(Receiver.Deliveries);
        Assert.True(delivery.IsSignedWith(Secret));
        Assert.Equal((string?)message["id"], delivery.Id);

        (await Node.PostAsync($"/v1/chains/glow/messages/{delivery.Id}/report", """{"state":"delivered"}""")).Ok();

        await MessageAsync("delivered");
    }

    [Fact]
    public async Task A_chain_has_gateways_of_its_own_whose_secrets_are_never_shown()
    {
        var body = $$"""{"url":"{{Receiver.Url}}","secret":"{{Secret}}"}""";
        Assert.Equal(201, (await Node.PutAsync("/v1/chains/glow/channels/sms", body)).Status);
        await JoinAsync("""{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00","channel":"sms","language":"en"}}}""");

        var message = await MessageAsync("sent");

        var delivery = Assert.Single(Receiver.Deliveries);
        Assert.True(delivery.IsSignedWith(Secret));
        Assert.Equal(((string?)message["id"], "li"), (delivery.Id, (string?)delivery.Json["data"]!["member"]));
        var listed = (await Node.GetAsync("/v1/chains/glow/channels")).Ok();
        Assert.Equal(["file", "sms", "smtp", "webhook"], listed["items"]!.AsArray().Select(channel => (string?)channel!["name"]));
        Assert.DoesNotContain(Secret, listed.ToJsonString(), StringComparison.Ordinal);
        var made = (await Node.PutAsync("/v1/chains/glow/channels/push", """{"url":"https://example.org"}""")).Ok();
        Assert.StartsWith("whsec_", (string?)made["secret"], StringComparison.Ordinal);
        Assert.DoesNotContain((string)made["secret"]!, (await Node.GetAsync("/v1/chains/glow/channels")).Ok().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(200, (await Node.PutAsync("/v1/chains/glow/channels/sms", $$"""{"url":"{{Receiver.Url}}"}""")).Status);
        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, "/v1/chains/glow/channels/sms")).Status);
    }

    [Fact]
    public async Task A_channel_that_is_not_there_is_told_on_the_message()
    {
        await JoinAsync("""{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00","channel":"pigeon"}}}""");

        var message = await MessageAsync("failed");

        Assert.Equal("Failed: there is no channel of this name.", (string?)message["decisions"]!.AsArray()[^1]!["why"]);
    }

    private async Task JoinAsync(string policy)
    {
        (await Node.PutAsync("/v1/chains/glow/policy", policy)).Ok();
        (await Node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(new[] { new { id = "j", type = "join", member = "li", store = "bund" } }))).Ok();
    }

    private Task<JsonNode> MessageAsync(string state) => Eventually.HoldsAsync(
        async () => (await Node.GetAsync("/v1/chains/glow/messages?member=li")).Ok()["items"]!.AsArray().FirstOrDefault() ?? new JsonObject(),
        message => (string?)message["state"] == state,
        $"her message is {state}");
}
