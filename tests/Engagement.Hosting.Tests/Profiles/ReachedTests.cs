using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Channels;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>Messages on a whole node: they go to the addresses in profiles, and not to those on the list.</summary>
public sealed class ReachedTests
{
    private const string Path = "/v1/chains/glow";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public async Task Mail_goes_to_the_address_in_her_profile()
    {
        using var server = new MailServer();
        await using var node = await TestNode.StartAsync(
            "Engagement:Channels:Smtp:Host=127.0.0.1", $"Engagement:Channels:Smtp:Port={server.Port}", "Engagement:Channels:Smtp:Tls=false",
            "Engagement:Channels:Smtp:From=care@clinic.example");
        await OpenAsync(node, "smtp");

        await JoinAsync(node, "li", """{"email":"Li@Example.com"}""");
        await JoinAsync(node, "wang", "{}");

        await MessageAsync(node, "li", "sent");
        Assert.Contains("RCPT TO:<li@example.com>", await server.Mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no address", Why(await MessageAsync(node, "wang", "failed")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_asks_for_the_phone_is_told_it_and_who_is_on_the_list_gets_nothing_until_she_is_off_it()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var node = await TestNode.StartAsync("Engagement:Channels:AllowPrivateAddresses=true");
        await OpenAsync(node, "sms");
        Assert.Equal(201, (await node.PutAsync(
            $"{Path}/channels/sms", $$"""{"url":"{{receiver.Url}}","secret":"{{Secret}}","address":"phone"}""")).Status);
        var listed = (await node.PostAsync($"{Path}/suppressions", """{"phone":"139 1234 5678","reason":"asked"}""")).Ok()["items"]!.AsArray();
        Assert.Empty((await node.PostAsync($"{Path}/suppressions", """{"phone":"+86 13912345678"}""")).Ok()["items"]!.AsArray());

        await JoinAsync(node, "wang", """{"phone":"+86-139-1234-5678"}""");
        await JoinAsync(node, "li", """{"phone":"+86 138 0013 8000"}""");

        await MessageAsync(node, "li", "sent");
        Assert.Equal("13800138000", (string?)Assert.Single(receiver.Deliveries).Json["data"]!["to"]);
        Assert.Contains("must not be used", Why(await MessageAsync(node, "wang", "failed")), StringComparison.Ordinal);
        Assert.True((bool)(await node.GetAsync($"{Path}/members/wang/export")).Ok()["suppressed"]!);

        var entry = (await node.GetAsync($"{Path}/suppressions")).Ok()["items"]!.AsArray().Single()!;
        Assert.Equal(("phone", "asked"), ((string?)entry["kind"], (string?)entry["reason"]));
        Assert.Equal((string?)listed[0]!["id"], (string?)entry["id"]);
        Assert.DoesNotContain("1391234", entry.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(204, (await node.CallAsync(HttpMethod.Delete, $"{Path}/suppressions/{entry["id"]}")).Status);
        (await node.CallAsync(HttpMethod.Delete, $"{Path}/suppressions/{entry["id"]}")).Problem(404, "unknown_suppression");
        (await node.CallAsync(HttpMethod.Delete, $"{Path}/suppressions/zz")).Problem(404, "unknown_suppression");
        await JoinAsync(node, "chen", """{"phone":"13912345678"}""");
        await MessageAsync(node, "chen", "sent");
    }

    [Fact]
    public async Task A_members_contacts_are_put_on_the_list_and_taken_off_it()
    {
        await using var node = await TestNode.StartAsync();
        await OpenAsync(node, "file");
        await JoinAsync(node, "li", """{"phone":"13800138000","email":"li@example.com"}""");

        Assert.Equal(2, (await node.PostAsync($"{Path}/suppressions", """{"member":"li"}""")).Ok()["items"]!.AsArray().Count);
        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/suppressions/lift", """{"email":"LI@example.com"}""")).Ok()["lifted"]!);
        Assert.Equal(1, (int)(await node.PostAsync($"{Path}/suppressions/lift", """{"member":"li"}""")).Ok()["lifted"]!);
        (await node.PostAsync($"{Path}/suppressions", "{}")).Problem(400, "invalid_field");
        (await node.PostAsync($"{Path}/suppressions", """{"phone":"x"}""")).Problem(400, "invalid_field");
        (await node.PostAsync($"{Path}/suppressions", """{"phone":"13800138000","reason":"She said: never!"}""")).Problem(400, "invalid_field");
        (await node.PostAsync($"{Path}/suppressions", """{"member":"nobody"}""")).Problem(404, "unknown_member");
        (await node.GetAsync($"{Path}/suppressions?cursor=x")).Problem(400, "invalid_parameter");
    }

    private static async Task OpenAsync(TestNode node, string channel)
    {
        await node.OpenChainAsync("glow");
        (await node.PutAsync(
            $"{Path}/policy",
            $$$$"""{"recall":{"messages":{"quietFrom":"00:00","quietUntil":"00:00","channel":"{{{{channel}}}}","language":"en"}}}""")).Ok();
    }

    // Her profile before her joining: a welcome goes at once.
    private static async Task JoinAsync(TestNode node, string member, string profile)
    {
        var past = DateTimeOffset.UtcNow.AddDays(-10).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        (await node.PostAsync($"{Path}/events", $$$"""[{"id":"t-{{{member}}}","type":"tag","member":"{{{member}}}","name":"x","at":"{{{past}}}","profile":{{{profile}}}}]""")).Ok();
        (await node.PostAsync($"{Path}/events", $$"""[{"id":"j-{{member}}","type":"join","member":"{{member}}","store":"bund"}]""")).Ok();
    }

    private static string Why(JsonNode message) => (string)message["decisions"]!.AsArray()[^1]!["why"]!;

    private static Task<JsonNode> MessageAsync(TestNode node, string member, string state) => Eventually.HoldsAsync(
        async () => (await node.GetAsync($"{Path}/messages?member={member}")).Ok()["items"]!.AsArray().FirstOrDefault() ?? new JsonObject(),
        message => (string?)message["state"] == state,
        $"the message to {member} is {state}");
}
