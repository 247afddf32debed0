using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Tests.Node;
using Engagement.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Api;

/// <summary>What a chain knows of a member besides what happened to her: kept, used, forgotten, and told in no event.</summary>
public sealed class ProfileTests
{
    private const string Path = "/v1/chains/glow";

    [Fact]
    public async Task A_birthday_moves_her_next_appointment_outlives_the_node_and_can_be_forgotten()
    {
        await using var node = await OpenAsync();
        await LiveAsync(node);
        var without = await FoundAsync(node);
        var day = DateTimeOffset.UtcNow.AddDays(3);
        var body = $$"""{"birthday":"{{day.ToString("MM-dd", CultureInfo.InvariantCulture)}}"}""";

        Assert.Equal(204, (await node.PutAsync($"{Path}/members/li/profile", body)).Status);

        var kept = await FoundAsync(node);
        Assert.Equal((day.Month, day.Day), (kept.State.Birthday!.Value.Month, kept.State.Birthday.Value.Day));
        var nine = Instant.OfLocal(
            DateOnly.FromDateTime(day.Date), new TimeOnly(9, 0), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Assert.Equal(nine, kept.DueAt);
        Assert.True(kept.DueAt < without.DueAt);
        await node.RestartAsync();
        Assert.Equal(kept.State.Birthday, (await FoundAsync(node)).State.Birthday);
        Assert.Equal(204, (await node.PutAsync($"{Path}/members/li/profile", """{"birthday":null}""")).Status);
        var forgotten = await FoundAsync(node);
        Assert.Equal((null, without.DueAt), (forgotten.State.Birthday, forgotten.DueAt));
    }

    [Fact]
    public async Task A_birthday_that_comes_with_her_joining_is_kept_and_no_event_tells_it()
    {
        await using var node = await OpenAsync();

        var answer = (await node.PostAsync(
            $"{Path}/events",
            """[{"id":"j","type":"join","member":"li","store":"bund","birthday":"1990-05-17","till":7}]""")).Ok();

        Assert.Equal(1, (int)answer["accepted"]!);
        Assert.Equal("05-17", (await FoundAsync(node)).State.Birthday.ToString());
        var told = await node.FeedAsync("glow");
        Assert.Equal("""{"till":7}""", told[0]["data"]!["extra"]!.ToJsonString());
        Assert.All(told, happened => Assert.DoesNotContain("05-17", happened["data"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.All(told, happened => Assert.DoesNotContain("1990", happened["data"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_of_nobody_and_a_birthday_that_is_none_are_refused()
    {
        await using var node = await OpenAsync();
        await LiveAsync(node);

        (await node.PutAsync($"{Path}/members/nobody/profile", """{"birthday":"05-17"}""")).Problem(404, "unknown_member");
        (await node.PutAsync("/v1/chains/nowhere/members/li/profile", """{"birthday":"05-17"}""")).Problem(404, "unknown_chain");
        var problem = (await node.PutAsync($"{Path}/members/li/profile", """{"birthday":"31-12"}""")).Problem(400, "invalid_field");
        Assert.Equal("birthday", (string?)problem["field"]);
        Assert.Null((await FoundAsync(node)).State.Birthday);
    }

    [Fact]
    public async Task A_card_is_issued_once_and_goes_on_when_it_is_renewed()
    {
        await using var node = await OpenAsync();

        var answer = (await node.PostAsync(
            $"{Path}/events",
            """
            [{"id":"1","type":"card_issue","member":"li","store":"bund","card":"C-7","kind":"annual","expiresAt":"2998-01-01T00:00:00Z"},
             {"id":"2","type":"card_issue","member":"li","card":"C-7"},
             {"id":"3","type":"card_renew","member":"li","card":"C-7","expiresAt":"2997-01-01T00:00:00Z"},
             {"id":"4","type":"card_renew","member":"li","card":"C-7","expiresAt":"2999-01-01T00:00:00Z"},
             {"id":"5","type":"card_issue","member":"li","card":"C-8"}]
            """)).Ok();

        Assert.Equal(3, (int)answer["accepted"]!);
        Assert.Equal(["card_exists", "invalid_field"], answer["rejected"]!.AsArray().Select(item => (string)item!["code"]!));
        Assert.Equal(
            ["C-7 annual 2999", "C-8  never"],
            (await FoundAsync(node)).State.Cards.Select(card =>
                $"{card.Id} {card.Kind} {card.ExpiresAt?.ToDateTimeOffset().Year.ToString(CultureInfo.InvariantCulture) ?? "never"}"));
        var told = (await node.FeedAsync("glow")).Where(happened => ((string)happened["type"]!).StartsWith("card_", StringComparison.Ordinal)).ToList();
        Assert.Equal(["card_issued", "card_renewed", "card_issued"], told.Select(happened => (string)happened["type"]!));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"card":"C-7","kind":"annual","expiresAt":"2998-01-01T00:00:00Z"}"""), told[0]["data"]));
    }

    private static async Task<TestNode> OpenAsync()
    {
        var node = await TestNode.StartAsync();
        await node.OpenChainAsync("glow");
        return node;
    }

    // What happened ten days ago is history: it begins no playbook that would have something due before her birthday.
    private static async Task LiveAsync(TestNode node)
    {
        var at = DateTimeOffset.UtcNow.AddDays(-10).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        (await node.PostAsync($"{Path}/events", $$"""[{"id":"v","type":"visit","member":"li","store":"bund","at":"{{at}}"}]""")).Ok();
    }

    private static async Task<MemberRecord> FoundAsync(TestNode node) => (await node.Services.GetRequiredService<IJournal>()
        .FindAsync(new MemberKey(new("glow"), new("li")), TestContext.Current.CancellationToken))!;
}
