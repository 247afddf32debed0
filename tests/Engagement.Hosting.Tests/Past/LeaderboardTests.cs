using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Auth;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Past;

/// <summary>Staff are seen by what came of what they did (docs/domain/care.md, whose return it is).</summary>
public sealed class LeaderboardTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task Who_brought_members_back_stands_before_who_did_most()
    {
        await ComplainAsync("li", "wang", "sun", "zhao");
        await SendAsync(new { id = "card", type = "card_issue", member = "li", card = "Y", kind = "year", at = DaysAgo(100), expiresAt = Wire(DateTimeOffset.UtcNow.AddDays(20)) });
        foreach (var member in new[] { "li", "wang", "sun" })
            await DoAsync(member, "busy", "not_reached");
        await DoAsync("li", "mei", "booked");
        await DoAsync("zhao", "fang", "reached");
        await SendAsync(
            new { id = "1", type = "purchase", member = "li", amount = 380.5 },
            new { id = "2", type = "purchase", member = "li", amount = 100, orderId = "A" },
            new { id = "3", type = "card_renew", member = "li", card = "Y", expiresAt = Wire(DateTimeOffset.UtcNow.AddYears(1)), paid = 3600 },
            new { id = "4", type = "purchase", member = "zhao", amount = 50 },
            new { id = "5", type = "purchase", member = "wang", amount = 700 });
        await SendAsync(new { id = "6", type = "refund", member = "li", orderId = "A", amount = 40 });

        var board = await BoardAsync("");

        Assert.Equal(["mei", "fang", "busy"], board.Select(item => (string)item["staff"]!));
        Assert.Equal("""{"staff":"mei","stores":["bund"],"returned":1,"returnedRevenue":440.5,"renewals":1,"renewalRevenue":3600,"booked":1,"done":1}""", board[0].ToJsonString());
        Assert.Equal("""{"staff":"fang","stores":["bund"],"returned":1,"returnedRevenue":50,"renewals":0,"renewalRevenue":0,"booked":0,"done":1}""", board[1].ToJsonString());
        Assert.Equal("""{"staff":"busy","stores":["bund"],"returned":0,"returnedRevenue":0,"renewals":0,"renewalRevenue":0,"booked":0,"done":3}""", board[2].ToJsonString());
        Assert.Empty(await BoardAsync("?store=soho"));
        Assert.Equal(3, (await BoardAsync("?store=bund")).Count);
    }

    [Fact]
    public async Task A_purchase_that_is_given_back_whole_was_no_return()
    {
        await ComplainAsync("li");
        await DoAsync("li", "mei", "reached");
        await SendAsync(new { id = "1", type = "purchase", member = "li", amount = 100, orderId = "A" });
        Assert.Equal(1, (int)(await BoardAsync(""))[0]["returned"]!);

        await SendAsync(new { id = "2", type = "refund", member = "li", orderId = "A" });

        Assert.Equal((0, 0m, 1), ((int)(await BoardAsync(""))[0]["returned"]!, (decimal)(await BoardAsync(""))[0]["returnedRevenue"]!, (int)(await BoardAsync(""))[0]["done"]!));
    }

    [Fact]
    public async Task The_days_asked_for_are_those_of_the_return_and_the_task_may_lie_before_them()
    {
        var time = new MovableTime();
        await using var node = await TestNode.StartAsync(time);
        await node.OpenChainAsync("glow");
        await TellAsync("""[{"id":"1","type":"complaint","member":"li","store":"bund"},{"id":"2","type":"complaint","member":"wang","store":"soho"}]""");
        await CallAsync(node, "li", "mei");
        await CallAsync(node, "wang", "mei");
        time.Pass(TimeSpan.FromDays(20));
        await TellAsync("""[{"id":"3","type":"purchase","member":"li","amount":80}]""");
        time.Pass(TimeSpan.FromDays(11));
        await TellAsync("""[{"id":"4","type":"purchase","member":"li","amount":90},{"id":"5","type":"visit","member":"wang","store":"soho"}]""");
        var (start, came) = (DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(20));

        var later = await RowAsync($"from={Day(came.AddDays(-2))}&to={Day(came.AddDays(2))}");
        var first = await RowAsync($"from={Day(start.AddDays(-1))}&to={Day(start.AddDays(2))}");
        var whole = await RowAsync($"from={Day(start.AddDays(-1))}&to={Day(start.AddDays(40))}");

        // Thirty-one days after the task nothing comes of it any more.
        Assert.Equal("""{"staff":"mei","stores":["bund","soho"],"returned":1,"returnedRevenue":80,"renewals":0,"renewalRevenue":0,"booked":0,"done":0}""", later!.ToJsonString());
        Assert.Equal((0, 2), ((int)first!["returned"]!, (int)first["done"]!));
        Assert.Equal((1, 80m, 2), ((int)whole!["returned"]!, (decimal)whole["returnedRevenue"]!, (int)whole["done"]!));
        Assert.Null(await RowAsync($"from={Day(start.AddDays(60))}&to={Day(start.AddDays(70))}"));

        async Task TellAsync(string items) => (await node.PostAsync("/v1/chains/glow/events", items)).Ok();

        async Task<JsonNode?> RowAsync(string query) =>
            (await node.GetAsync($"/v1/chains/glow/leaderboard?{query}")).Ok()["items"]!.AsArray().SingleOrDefault();
    }

    [Theory]
    [InlineData("from=2026-13-01", "from")]
    [InlineData("to=today", "to")]
    [InlineData("from=2026-02-02&to=2026-02-01", "to")]
    [InlineData("from=2025-01-01&to=2026-01-02", "from")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string field) =>
        Assert.Equal(field, (string?)(await Node.GetAsync($"{Path}/leaderboard?{query}")).Problem(400, "invalid_parameter")["field"]);

    [Fact]
    public async Task Where_nobody_did_anything_the_board_is_empty_and_where_there_is_no_store_there_is_none()
    {
        var board = (await Node.GetAsync($"{Path}/leaderboard?from=2025-01-01&to=2026-01-01")).Ok();
        Assert.Equal(("2025-01-01", "2026-01-01"), ((string)board["from"]!, (string)board["to"]!));
        Assert.Empty(board["items"]!.AsArray());
        (await Node.GetAsync($"{Path}/leaderboard?store=closed")).Problem(404, "unknown_store");
        (await Node.GetAsync("/v1/chains/nowhere/leaderboard")).Problem(404, "unknown_chain");
    }

    private static async Task CallAsync(TestNode node, string member, string by)
    {
        var task = (string)(await node.GetAsync($"/v1/chains/glow/tasks?member={member}&state=open")).Ok()["items"]![0]!["id"]!;
        (await node.PostAsync($"/v1/chains/glow/tasks/{task}/claim", $$"""{"by":"{{by}}"}""")).Ok();
        (await node.PostAsync($"/v1/chains/glow/tasks/{task}/complete", $$"""{"by":"{{by}}","outcome":"reached"}""")).Ok();
    }

    private async Task ComplainAsync(params string[] members)
    {
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", """{"cards":{"kinds":{"year":{"form":"period","validDays":365}}}}""")).Status);
        foreach (var member in members)
            await SendAsync(new { id = $"c-{member}", type = "complaint", member, store = "bund" });
    }

    private async Task DoAsync(string member, string by, string outcome)
    {
        var task = (string)(await Node.GetAsync($"{Path}/tasks?member={member}&state=open")).Ok()["items"]![0]!["id"]!;
        (await Node.PostAsync($"{Path}/tasks/{task}/claim", $$"""{"by":"{{by}}"}""")).Ok();
        (await Node.PostAsync($"{Path}/tasks/{task}/complete", $$"""{"by":"{{by}}","outcome":"{{outcome}}"}""")).Ok();
    }

    private async Task<List<JsonNode>> BoardAsync(string query) =>
        [.. (await Node.GetAsync($"{Path}/leaderboard{query}")).Ok()["items"]!.AsArray().Select(item => item!)];

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
