using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Live;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Recall;

/// <summary>Staff see who stands where in which playbook, what was sent and what came of it, and what members think of them.</summary>
public sealed class RecallMonitorTests(SharedNode shared) : ChainTest(shared)
{
    private static readonly string Today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Who_enters_is_seen_where_she_stands_and_who_comes_back_with_what_she_paid()
    {
        await HoldOutAsync(0);
        await SendAsync([.. Enumerable.Range(0, 6).Select(number => new { id = $"j{number}", type = "join", member = $"m{number}", store = number < 4 ? "bund" : "soho" })]);
        await SendAsync(
            new { id = "p", type = "purchase", member = "m1", store = "bund", amount = 380.5, orderId = "o" },
            new { id = "v", type = "visit", member = "m5", store = "soho" });
        await SendAsync(new { id = "r", type = "refund", member = "m1", orderId = "o", amount = 80.25 });

        var welcome = await PlaybookAsync("welcome");

        Assert.Equal((true, 6L, 0L, 6L), ((bool)welcome["enabled"]!, (long)welcome["members"]!, (long)welcome["heldOutMembers"]!, (long)welcome["entered"]!));
        Assert.Equal("""[{"taken":1,"members":6}]""", welcome["steps"]!.ToJsonString());
        Assert.Equal((2L, 300.25m), ((long)welcome["returned"]!, (decimal)welcome["revenue"]!));
        Assert.Equal(
            """{"entered":6,"returned":2,"returnRate":0.333333,"revenue":300.25,"revenuePerMember":50.0417}""", welcome["treated"]!.ToJsonString());
        Assert.Equal("""{"entered":0,"returned":0,"returnRate":null,"revenue":0,"revenuePerMember":null}""", welcome["heldOut"]!.ToJsonString());
        Assert.Null(welcome["uplift"]);
        var soho = await PlaybookAsync("welcome", "?store=soho");
        Assert.Equal((2L, 1L, 0m), ((long)soho["members"]!, (long)soho["returned"]!, (decimal)soho["revenue"]!));
        Assert.Equal(2, (long)(await PlaybookAsync("second_visit"))["members"]!);
        var off = await PlaybookAsync("win_back");
        Assert.Equal((false, 0L), ((bool)off["enabled"]!, (long)off["members"]!));
    }

    [Fact]
    public async Task The_treated_are_compared_with_those_who_were_left_alone()
    {
        await HoldOutAsync(50);
        await SendAsync([.. Enumerable.Range(0, 60).Select(number => new { id = $"j{number}", type = "join", member = $"m{number}", store = "bund" })]);
        await SendAsync([.. Enumerable.Range(0, 30).Select(number => new { id = $"p{number}", type = "purchase", member = $"m{number}", amount = 10 + number })]);

        var welcome = await PlaybookAsync("welcome");

        var (treated, heldOut, uplift) = (welcome["treated"]!, welcome["heldOut"]!, welcome["uplift"]!);
        Assert.Equal((60L, 30L), ((long)treated["entered"]! + (long)heldOut["entered"]!, (long)treated["returned"]! + (long)heldOut["returned"]!));
        Assert.InRange((long)heldOut["entered"]!, 10, 50);
        Assert.Equal(Enumerable.Range(0, 30).Sum(number => 10m + number), (decimal)treated["revenue"]! + (decimal)heldOut["revenue"]!);
        Assert.Equal(
            (double)treated["returnRate"]! - (double)heldOut["returnRate"]!, (double)uplift["returnRate"]!["difference"]!, 5);
        Assert.InRange((double)uplift["returnRate"]!["difference"]!, (double)uplift["returnRate"]!["low"]!, (double)uplift["returnRate"]!["high"]!);
        Assert.InRange(
            (double)uplift["revenuePerMember"]!["difference"]!, (double)uplift["revenuePerMember"]!["low"]!, (double)uplift["revenuePerMember"]!["high"]!);
        Assert.Equal((long)heldOut["entered"]!, (long)welcome["heldOutMembers"]!);
    }

    [Fact]
    public async Task Days_can_be_chosen_and_where_members_stand_is_as_of_now()
    {
        await SendAsync(new { id = "j", type = "join", member = "li", store = "bund" });

        var today = await PlaybookAsync("welcome", $"?from={Today}&to=2999-01-01");
        var before = await PlaybookAsync("welcome", "?to=2020-01-01");

        Assert.Equal((1L, 1L), ((long)today["entered"]!, (long)today["members"]!));
        Assert.Equal((0L, 1L), ((long)before["entered"]!, (long)before["members"]!));
        (await Node.GetAsync($"{Path}/recall?from=yesterday")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/recall?from=2026-02-01&to=2026-01-31")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/recall?store=closed")).Problem(404, "unknown_store");
        (await Node.GetAsync("/v1/chains/nowhere/recall")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task Answers_to_surveys_make_the_net_promoter_score_and_that_of_each_quarter()
    {
        Assert.Null((await NpsAsync(""))["nps"]);
        int[] winter = [10, 10, 9, 8, 6], spring = [10, 7, 0];
        await SendAsync(
        [
            .. winter.Select((score, number) => new { id = $"w{number}", type = "survey", member = $"m{number}", store = "bund", at = "2025-03-31T23:59:59Z", score }),
            .. spring.Select((score, number) => new { id = $"s{number}", type = "survey", member = $"n{number}", store = "soho", at = "2025-04-01T00:00:00Z", score }),
        ]);

        var all = await NpsAsync("");

        Assert.Equal((8L, 4L, 2L, 2L, 25.0), Counts(all));
        Assert.Equal("[1,0,0,0,0,0,1,1,1,1,3]", all["byScore"]!.ToJsonString());
        Assert.Equal(["2025-Q1", "2025-Q2"], all["quarters"]!.AsArray().Select(quarter => (string)quarter!["quarter"]!));
        Assert.Equal((5L, 3L, 1L, 1L, 40.0), Counts(all["quarters"]![0]!));
        Assert.Equal((3L, 1L, 1L, 1L, 0.0), Counts(await NpsAsync("?from=2025-04-01")));
        Assert.Equal((5L, 3L, 1L, 1L, 40.0), Counts(await NpsAsync("?store=bund")));
        (await Node.GetAsync($"{Path}/nps?to=2025-13-01")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_watcher_sees_the_figures_at_once_and_again_when_they_have_changed()
    {
        await SendAsync(new { id = "j", type = "join", member = "li", store = "bund" });
        await using var watcher = await Watcher.StartAsync(Node.Address, Chain, stream: "WatchRecall");
        await watcher.UntilAsync(watching => Entered(watching).Any(), "the figures come");

        await SendAsync([.. Enumerable.Range(0, 40).Select(number => new { id = $"k{number}", type = "join", member = $"k{number}", store = "bund" })]);
        await watcher.UntilAsync(watching => Entered(watching).LastOrDefault() == 41, "the new ones are seen");

        Assert.Equal(1, Entered(watcher).First());
        Assert.Equal(Entered(watcher).Order(), Entered(watcher));
        var figures = watcher.Lines.Last(line => line["playbooks"] is not null);
        var read = (await Node.GetAsync($"{Path}/recall")).Ok();
        Assert.True(JsonNode.DeepEquals(
            read["playbooks"]!.AsArray().Single(book => (string)book!["name"]! == "second_visit"),
            figures["playbooks"]!.AsArray().Single(book => (string)book!["name"]! == "second_visit")));
    }

    [Fact]
    public async Task Who_watches_the_recall_of_what_is_not_there_or_without_a_key_is_told_so()
    {
        await using var chain = await Watcher.StartAsync(Node.Address, "nowhere", stream: "WatchRecall");
        await using var store = await Watcher.StartAsync(Node.Address, Chain, store: "closed", stream: "WatchRecall");
        await using var stranger = await Watcher.StartAsync(Node.Address, Chain, key: "not-the-key", stream: "WatchRecall");

        await chain.UntilAsync(watching => watching.Lines.Any(line => line["failed"] is not null), "the watcher is told");
        await store.UntilAsync(watching => watching.Lines.Any(line => line["failed"] is not null), "the watcher is told");
        await stranger.UntilAsync(watching => watching.Lines.Count > 0, "the watcher is told");

        Assert.Contains("unknown_chain", (string?)chain.Lines[^1]["failed"], StringComparison.Ordinal);
        Assert.Contains("unknown_store", (string?)store.Lines[^1]["failed"], StringComparison.Ordinal);
        Assert.NotNull(stranger.Lines[0]["refused"]);
    }

    private static IEnumerable<long> Entered(Watcher watcher) => watcher.Lines
        .Where(line => line["playbooks"] is not null)
        .Select(line => (long)line["playbooks"]!.AsArray().Single(book => (string)book!["name"]! == "welcome")!["entered"]!);

    private static (long, long, long, long, double) Counts(JsonNode nps) => (
        (long)nps["answers"]!, (long)nps["promoters"]!, (long)nps["passives"]!, (long)nps["detractors"]!, (double)nps["nps"]!);

    private async Task<JsonNode> NpsAsync(string query) => (await Node.GetAsync($"{Path}/nps{query}")).Ok();

    private async Task<JsonNode> PlaybookAsync(string name, string query = "") => (await Node.GetAsync($"{Path}/recall{query}")).Ok()
        ["playbooks"]!.AsArray().Single(book => (string)book!["name"]! == name)!;

    private async Task HoldOutAsync(int percent)
    {
        var policy = (await Node.GetAsync($"{Path}/policy")).Ok();
        policy["recall"]!["playbooks"]!["welcome"]!["holdoutPercent"] = percent;
        policy["recall"]!["playbooks"]!["win_back"]!["enabled"] = false;
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", policy.ToJsonString())).Status);
    }
}
