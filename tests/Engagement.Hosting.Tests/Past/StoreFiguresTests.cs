using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Tests.Node;
using Engagement.Hosting.Tests.Rights;

namespace Engagement.Hosting.Tests.Past;

/// <summary>The stores of a chain side by side.</summary>
public sealed class StoreFiguresTests(SharedNode shared) : ChainTest(shared)
{
    private static readonly string[] OfTheBoard = ["stages", "flags", "today"];

    [Fact]
    public async Task Each_store_stands_as_its_own_board_queue_monitor_and_liability_say()
    {
        await ManyAsync();
        var figures = (await Node.GetAsync($"{Path}/stores/figures")).Ok();

        Assert.Equal(["bund", "soho"], figures["items"]!.AsArray().Select(item => (string)item!["store"]!));
        Assert.Equal((Day(-29), Day(0)), ((string)figures["from"]!, (string)figures["to"]!));
        foreach (var item in figures["items"]!.AsArray())
        {
            var store = (string)item!["store"]!;
            await AssertBoardAsync(item, $"?store={store}");
            var tasks = (await Node.GetAsync($"{Path}/tasks/summary?store={store}")).Ok();
            Assert.Equal(
                ((long)tasks["open"]! + (long)tasks["snoozed"]!, (long)tasks["claimed"]!, (long)tasks["overdue"]!, (long)tasks["escalated"]!),
                ((long)item["tasks"]!["open"]!, (long)item["tasks"]!["claimed"]!, (long)item["tasks"]!["overdue"]!, (long)item["tasks"]!["escalated"]!));
            var days = $"store={store}&from={Day(-29)}&to={Day(0)}";
            var nps = (await Node.GetAsync($"{Path}/nps?{days}")).Ok();
            Assert.Equal(((double?)nps["nps"], (long)nps["answers"]!), ((double?)item["nps"], (long)item["npsAnswers"]!));
            var books = (await Node.GetAsync($"{Path}/recall?{days}")).Ok()["playbooks"]!.AsArray();
            Assert.Equal(
                (books.Sum(book => (long)book!["returned"]!), books.Sum(book => (decimal)book!["revenue"]!)),
                ((long)item["returned"]!, (decimal)item["returnedRevenue"]!));
            Assert.Equal((decimal)(await Node.GetAsync($"{Path}/liability?store={store}")).Ok()["prepaid"]!, (decimal)item["liability"]!);
        }

        var bund = figures["items"]![0]!;
        Assert.Equal((3, 1, 2, 300m), ((int)bund["members"]!, (int)bund["tasks"]!["claimed"]!, (int)bund["npsAnswers"]!, (decimal)bund["liability"]!));
        Assert.True((long)bund["returned"]! > 0 && (decimal)bund["returnedRevenue"]! > 0m);
    }

    [Fact]
    public async Task Of_a_past_instant_they_stand_as_the_boards_of_that_instant_and_nothing_is_said_of_queues()
    {
        await SendAsync(
            new { id = "1", type = "purchase", member = "li", store = "bund", amount = 100, at = "2025-03-01T02:00:00Z" },
            new { id = "2", type = "survey", member = "li", score = 10, at = "2025-03-01T03:00:00Z" },
            new { id = "3", type = "visit", member = "wang", store = "soho", at = "2025-03-20T12:00:00Z" },
            new { id = "4", type = "survey", member = "li", score = 3, at = "2025-04-20T03:00:00Z" });
        foreach (var at in new[] { "2025-02-28T23:59:59Z", "2025-03-01T02:00:00Z", "2025-03-31T10:00:00Z", "2025-09-01T00:00:00Z" })
        {
            var figures = (await Node.GetAsync($"{Path}/stores/figures?at={at}")).Ok();
            Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), (DateTimeOffset)figures["asOf"]!);
            foreach (var item in figures["items"]!.AsArray())
            {
                await AssertBoardAsync(item!, $"?at={at}&store={(string)item!["store"]!}");
                Assert.Null(item["tasks"]);
            }
        }

        var march = (await Node.GetAsync($"{Path}/stores/figures?at=2025-03-30T10:00:00Z")).Ok()["items"]![0]!;
        Assert.Equal((100.0, 1), ((double)march["nps"]!, (int)march["npsAnswers"]!));
        var april = (await Node.GetAsync($"{Path}/stores/figures?at=2025-04-21T10:00:00Z&from=2025-03-01")).Ok()["items"]![0]!;
        Assert.Equal((0.0, 2), ((double)april["nps"]!, (int)april["npsAnswers"]!));
    }

    [Fact]
    public async Task Whoever_belongs_to_a_store_sees_that_one_and_what_it_owes_only_with_the_right_to()
    {
        await using var world = await World.OpenAsync();
        foreach (var (role, seesLiability) in new[] { (StaffRole.CareStaff, false), (StaffRole.StoreManager, true) })
        {
            using var client = (await Credentials.StaffAsync(world.Node, role)).Client(world.Node);
            var own = Assert.Single((await GetAsync(client, "")).Ok()["items"]!.AsArray())!;
            Assert.Equal(("bund", seesLiability), ((string)own["store"]!, own["liability"] is not null));
            (await GetAsync(client, "?store=soho")).Problem(403, "not_your_store");
        }

        using var whole = (await Credentials.StaffAsync(world.Node, StaffRole.ChainHeadquarters)).Client(world.Node);
        Assert.Equal(2, (await GetAsync(whole, "")).Ok()["items"]!.AsArray().Count);
        Assert.Single((await GetAsync(whole, "?store=soho")).Ok()["items"]!.AsArray());
    }

    [Theory]
    [InlineData("at=soon", "at")]
    [InlineData("at=2999-01-01T00:00:00Z", "at")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=2026-02-02&to=2026-02-01", "to")]
    [InlineData("from=2024-01-01&to=2026-02-01", "from")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string field) =>
        Assert.Equal(field, (string?)(await Node.GetAsync($"{Path}/stores/figures?{query}")).Problem(400, "invalid_parameter")["field"]);

    [Fact]
    public async Task Stores_and_chains_that_are_not_there_are_none()
    {
        (await Node.GetAsync($"{Path}/stores/figures?store=closed")).Problem(404, "unknown_store");
        (await Node.GetAsync("/v1/chains/nowhere/stores/figures")).Problem(404, "unknown_chain");
    }

    private async Task ManyAsync()
    {
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", """{"cards":{"kinds":{"gold":{"form":"stored_value"}}}}""")).Status);
        await SendAsync(
            new { id = "1", type = "join", member = "li", store = "bund" },
            new { id = "2", type = "join", member = "wang", store = "bund" },
            new { id = "3", type = "join", member = "sun", store = "bund" },
            new { id = "4", type = "join", member = "zhao", store = "soho" });
        await SendAsync(
            new { id = "5", type = "purchase", member = "li", amount = 80.5 },
            new { id = "6", type = "visit", member = "zhao", store = "soho" },
            new { id = "7", type = "survey", member = "li", score = 9 },
            new { id = "8", type = "survey", member = "wang", score = 2 },
            new { id = "9", type = "complaint", member = "zhao" },
            new { id = "10", type = "card_issue", member = "sun", card = "G", kind = "gold", paid = 300 });
        var task = (await Node.GetAsync($"{Path}/tasks?member=wang&state=open")).Ok()["items"]![0]!;
        (await Node.PostAsync($"{Path}/tasks/{(string)task["id"]!}/claim", """{"by":"mei"}""")).Ok();
    }

    private async Task AssertBoardAsync(JsonNode item, string query)
    {
        var board = (await Node.GetAsync($"{Path}/board{query}")).Ok();
        Assert.All(OfTheBoard, part => Assert.Equal(board[part]!.ToJsonString(), item[part]!.ToJsonString()));
        Assert.Equal(board["stages"]!.AsObject().Sum(stage => (long)stage.Value!), (long)item["members"]!);
    }

    private static async Task<Answer> GetAsync(HttpClient client, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/chains/glow/stores/figures" + query);
        return await Answer.OfAsync(client, request);
    }

    private static string Day(int days) => DateTimeOffset.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
