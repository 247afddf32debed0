using System.Text.Json.Nodes;
using Engagement.Hosting.Erasure;
using Engagement.Hosting.Live;
using Engagement.Hosting.Tests.Node;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Erasure;

/// <summary>A member is forgotten over the API (docs/domain/erasure.md).</summary>
public sealed class ErasureTests(SharedNode shared) : ChainTest(shared)
{
    private const string Name = "Anna Zhou-Lindqvist";

    [Fact]
    public async Task Whoever_is_erased_is_told_apart_and_nothing_that_leads_to_her_is_told_any_more()
    {
        await AnnaAsync();

        var asked = await Node.PostAsync($"{Path}/members/anna/erasure", """{"reason":"member_request"}""");

        Assert.Equal(202, asked.Status);
        Assert.Equal(("anna", "member_request"), ((string)asked.Body!["member"]!, (string)asked.Body["reason"]!));
        var done = await DoneAsync("anna");
        Assert.Equal(["noted", "withdrawn", "forgotten", "cleaned", "swept"], done["steps"]!.AsArray().Select(step => (string)step!));
        Assert.NotNull(done["doneAt"]);
        var anna = await MemberAsync("anna");
        Assert.True((bool)anna["erased"]!);
        Assert.Empty(anna["tags"]!.AsArray());
        Assert.Empty(anna["careTasks"]!.AsArray());
        Assert.DoesNotContain(Name, anna.ToJsonString(), StringComparison.Ordinal);
        var timeline = (await Node.GetAsync($"{Path}/members/anna/timeline?limit=500")).Ok();
        Assert.DoesNotContain(Name, timeline.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("erased", timeline["items"]!.AsArray().Select(item => (string)item!["type"]!));
        Assert.False((bool)(await MemberAsync("bea"))["erased"]!);
    }

    [Fact]
    public async Task What_is_told_of_her_later_is_refused_and_what_was_told_before_is_a_repeat()
    {
        await AnnaAsync();
        await Node.PostAsync($"{Path}/members/anna/erasure", "{}");

        AssertTaken(await SendAsync(new { id = "later", type = "visit", member = "anna" }), 0, 0, (0, "member_erased"));
        var answer = (await Node.PostAsync($"{Path}/events", _sent!)).Ok();
        Assert.Equal(3, (int)answer["duplicates"]!);
    }

    [Fact]
    public async Task She_is_in_no_list_unless_asked_for_and_in_the_list_of_the_erased()
    {
        await AnnaAsync();
        await Node.PostAsync($"{Path}/members/anna/erasure", "{}");
        await DoneAsync("anna");

        Assert.Equal(["bea"], await IdsAsync($"{Path}/members"));
        Assert.Equal(["anna", "bea"], await IdsAsync($"{Path}/members?erased=true"));
        var erased = Assert.Single((await Node.GetAsync($"{Path}/erasures")).Ok()["items"]!.AsArray())!;
        Assert.Equal(("anna", "done"), ((string)erased["member"]!, (string)erased["state"]!));
    }

    [Fact]
    public async Task The_board_counts_her_as_before()
    {
        await AnnaAsync();
        var before = (await Node.GetAsync($"{Path}/board")).Ok()["stages"]!.ToJsonString();

        await Node.PostAsync($"{Path}/members/anna/erasure", "{}");
        await DoneAsync("anna");

        Assert.Equal(before, (await Node.GetAsync($"{Path}/board")).Ok()["stages"]!.ToJsonString());
    }

    [Fact]
    public async Task What_the_live_feed_has_in_memory_says_nothing_of_her_any_more()
    {
        await AnnaAsync();
        var feeds = Node.Services.GetRequiredService<LiveFeeds>();
        var feed = await feeds.FeedAsync(new(Chain), Cancel);
        var before = feed.Position;

        await Node.PostAsync($"{Path}/members/anna/erasure", "{}");
        await Eventually.HoldsAsync(() => Task.FromResult(feed.Position), position => position > before, "the feed has her erasure");

        var rules = await Node.Services.GetRequiredService<Chains.ChainCatalogue>().RulesAsync(new(Chain), Cancel);
        var (recent, _) = feed.Snapshot(rules, null, Node.Services.GetRequiredService<Hosting.Time.NodeClock>().Now);
        Assert.NotEmpty(recent);
        Assert.All(recent.Where(told => told.Member.Value == "anna"), told =>
            Assert.DoesNotContain(Name, System.Text.Encoding.UTF8.GetString(told.Data.Span), StringComparison.Ordinal));
        Assert.Contains(recent, told => System.Text.Encoding.UTF8.GetString(told.Data.Span).Contains("words of bea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_somebody_nobody_knows_nothing_is_erased_and_reasons_are_codes()
    {
        await AnnaAsync();

        (await Node.PostAsync($"{Path}/members/nobody/erasure", "{}")).Problem(404, "unknown_member");
        (await Node.PostAsync($"{Path}/members/anna/erasure", """{"reason":"Anna asked me on the phone"}""")).Problem(400, "invalid_field");
        (await Node.GetAsync($"{Path}/members/anna/erasure")).Problem(404, "not_asked");
        (await Node.PostAsync("/v1/chains/nowhere/members/anna/erasure", "{}")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task What_a_policy_says_has_been_kept_long_enough_is_counted_first_and_erased_at_night()
    {
        await SendAsync(
            new { id = "old", type = "visit", member = "long-gone", at = DaysAgo(1200), note = "an old word" },
            new { id = "new", type = "visit", member = "here", at = DaysAgo(2), note = "a new word" });
        Assert.Equal((0, 0), await PreviewAsync());
        var policy = (await Node.GetAsync($"{Path}/policy")).Ok();
        policy["retention"] = new JsonObject { ["profileYearsAfterLastAct"] = 3, ["freeTextMonths"] = 24 };
        var put = await Node.PutAsync($"{Path}/policy", policy.ToJsonString());
        Assert.True(put.Status is 200 or 204, put.Body?.ToJsonString());

        // The history settles first, and she is told to be lost.
        var (_, events) = await Eventually.HoldsAsync(PreviewAsync, counts => counts.Members == 1, "she has been kept long enough");
        Assert.True(events >= 1);
        var retention = Node.Services.GetRequiredService<Retention>();
        Assert.Equal(1, (await retention.RunAsync(new(Chain), Cancel)).Members);

        await DoneAsync("long-gone");
        Assert.Equal(0, (await PreviewAsync()).Members);
        Assert.DoesNotContain("an old word", string.Concat((await Node.FeedAsync(Chain)).Select(told => told.ToJsonString())), StringComparison.Ordinal);
        Assert.Contains("a new word", string.Concat((await Node.FeedAsync(Chain)).Select(told => told.ToJsonString())), StringComparison.Ordinal);
        Assert.Equal(new RetentionCounts(0, 0), await retention.RunAsync(new(Chain), Cancel));
    }

    private string? _sent;

    private async Task AnnaAsync()
    {
        _sent = System.Text.Json.JsonSerializer.Serialize(new object[]
        {
            new { id = "anna-join", type = "join", member = "anna", at = DaysAgo(4), name = Name },
            new { id = "anna-visit", type = "visit", member = "anna", at = DaysAgo(3), note = Name },
            new { id = "anna-complaint", type = "complaint", member = "anna", at = DaysAgo(1), said = $"{Name} was burnt" },
        });
        Assert.Equal(3, (int)(await SendTextAsync(_sent))["accepted"]!);
        await SendAsync(
            new { id = "anna-tag", type = "tag", member = "anna", name = Name },
            new { id = "bea-visit", type = "visit", member = "bea", note = "words of bea" });
    }

    private Task<JsonNode> DoneAsync(string member) => Eventually.HoldsAsync(
        async () => (await Node.GetAsync($"{Path}/members/{member}/erasure")).Ok(), erasure => (string)erasure["state"]! == "done", "she is forgotten");

    private async Task<List<string>> IdsAsync(string path) =>
        [.. (await Node.GetAsync(path)).Ok()["items"]!.AsArray().Select(item => (string)item!["id"]!)];

    private async Task<(int Members, int Events)> PreviewAsync()
    {
        var counts = (await Node.GetAsync($"{Path}/retention/preview")).Ok();
        return ((int)counts["members"]!, (int)counts["events"]!);
    }
}
