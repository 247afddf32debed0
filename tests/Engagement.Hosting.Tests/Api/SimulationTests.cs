using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>What a draft would have changed, asked over the socket.</summary>
public sealed class SimulationTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task The_present_policy_changes_nothing()
    {
        await LiveAsync();

        var report = await SimulateAsync("{}");

        Assert.Empty(report["totals"]!["difference"]!.AsObject());
        Assert.Equal((0, 0, 0), ((int)report["differing"]!["members"]!, (int)report["refused"]!, (int)report["noLongerApply"]!));
        Assert.Equal((3, "actual"), ((int)report["members"]!, (string?)report["baseline"]));
        Assert.Equal(30, report["days"]!.AsArray().Count);
    }

    [Fact]
    public async Task Twice_the_points_a_yuan_have_just_the_effect_that_can_be_worked_out_by_hand()
    {
        await LiveAsync();

        var report = await SimulateAsync("""{"policy":{"points":{"perCurrencyUnit":2}}}""");

        // Li paid 300 and 50, of which 100 was given back; Wang paid 80. Chen only came.
        Assert.Equal("""{"points.granted":430,"points.taken_back":100}""", report["totals"]!["difference"]!.ToJsonString());
        Assert.Equal((2, 0, 2), ((int)report["differing"]!["members"]!, (int)report["differing"]!["stage"]!, (int)report["differing"]!["points"]!));
        var examples = report["differing"]!["examples"]!.AsArray().ToDictionary(example => (string)example!["member"]!, example => example!);
        Assert.Equal((500, 250), ((long)examples["li"]["draft"]!["points"]!, (long)examples["li"]["baseline"]!["points"]!));
        Assert.Equal((160, 80), ((long)examples["wang"]["draft"]!["points"]!, (long)examples["wang"]["baseline"]!["points"]!));
    }

    [Fact]
    public async Task Who_would_be_dormant_sooner_is_counted_day_by_day()
    {
        await SendAsync(Item("v", "visit", "li", 40));

        var report = await SimulateAsync("""{"policy":{"stages":{"dormantAfterDays":20}}}""");

        Assert.Equal("""{"stages.dormant":1,"stages.new":-1,"movements.new.dormant":1}""", Sorted(report["totals"]!["difference"]!, "stages.dormant", "stages.new", "movements.new.dormant"));
        var days = report["days"]!.AsArray().Select(day => day!["figures"]!).ToList();
        Assert.Equal(1, (int)days[0]["draft"]!["stages.new"]!);
        Assert.Equal(1, (int)days[^1]["draft"]!["stages.dormant"]!);
        Assert.Equal(1, (int)days[^1]["baseline"]!["stages.new"]!);
        Assert.Single(days, day => day["draft"]!["movements.new.dormant"] is not null);
    }

    [Fact]
    public async Task A_policy_that_was_changed_meanwhile_can_be_replayed_as_the_baseline()
    {
        await SendAsync(Item("p", "purchase", "li", 5, ", \"amount\": 100"));
        (await Node.PutAsync($"{Path}/policy", """{"points":{"perCurrencyUnit":3}}""")).Ok();

        var actual = await SimulateAsync("{}");
        var present = await SimulateAsync("""{"baseline":"present"}""");

        Assert.Equal(200, (int)actual["totals"]!["difference"]!["points.granted"]!);
        Assert.Empty(present["totals"]!["difference"]!.AsObject());
    }

    [Fact]
    public async Task Stores_can_be_tried_one_by_one()
    {
        await SendAsync(Item("a", "purchase", "li", 5, ", \"amount\": 100, \"store\": \"bund\""), Item("b", "purchase", "wang", 5, ", \"amount\": 100, \"store\": \"soho\""));

        var bund = await SimulateAsync("""{"overrides":{"bund":{"points":{"perCurrencyUnit":2}}}}""");
        var soho = await SimulateAsync("""{"overrides":{"bund":{"points":{"perCurrencyUnit":2}}},"stores":["soho"]}""");

        Assert.Equal("""{"points.granted":100}""", bund["totals"]!["difference"]!.ToJsonString());
        Assert.Equal((1, 0), ((int)soho["members"]!, soho["totals"]!["difference"]!.AsObject().Count));
    }

    [Fact]
    public async Task Whoever_does_not_wait_is_told_where_to_look()
    {
        await LiveAsync();

        var begun = await Node.PostAsync($"{Path}/policy/simulate", "{}");

        Assert.Equal(202, begun.Status);
        var path = begun.Headers["Location"];
        var run = await Eventually.HoldsAsync(
            async () => (await Node.GetAsync(path)).Ok(), seen => (string?)seen["state"] == "done", "the simulation is done");
        Assert.Equal((long)run["progress"]!["of"]!, (long)run["progress"]!["done"]!);
        Assert.NotNull(run["report"]);
        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, path)).Status);
    }

    [Fact]
    public async Task No_other_chain_sees_it()
    {
        var begun = (await Node.PostAsync($"{Path}/policy/simulate?wait=true", "{}")).Ok();

        (await Node.GetAsync($"/v1/chains/other/policy/simulations/{begun["id"]}")).Problem(404, "unknown_simulation");
        (await Node.CallAsync(HttpMethod.Delete, $"/v1/chains/other/policy/simulations/{begun["id"]}")).Problem(404, "unknown_simulation");
        (await Node.PostAsync("/v1/chains/nowhere/policy/simulate", "{}")).Problem(404, "unknown_chain");
    }

    [Theory]
    [InlineData("""{"policy":{"stages":{"dormantAfterDays":0}}}""", "invalid_policy", "stages.dormantAfterDays")]
    [InlineData("""{"policy":{"nonsense":1}}""", "invalid_policy", "nonsense")]
    [InlineData("""{"overrides":{"closed":{}}}""", "invalid_field", "overrides")]
    [InlineData("""{"overrides":{"bund":{"stages":{"dormantAfterDays":0}}}}""", "invalid_field", "stages.dormantAfterDays")]
    [InlineData("""{"policy":{"locked":["points"]},"overrides":{"bund":{"points":{"signIn":2}}}}""", "invalid_field", "overrides.bund.points.signIn")]
    [InlineData("""{"baseline":"past"}""", "invalid_field", "baseline")]
    [InlineData("""{"from":"2020-01-02","to":"2020-01-01"}""", "invalid_field", "from")]
    [InlineData("""{"to":"2999-01-01"}""", "invalid_field", "to")]
    [InlineData("""{"from":"1999-01-01"}""", "invalid_field", "from")]
    [InlineData("""{"stores":["closed"]}""", "invalid_field", "stores")]
    public async Task What_cannot_be_simulated_is_refused_and_the_field_named(string body, string code, string field) =>
        Assert.Equal(field, (string?)(await Node.PostAsync($"{Path}/policy/simulate?wait=true", body)).Problem(400, code)["field"]);

    // Three lives of the last days, told as history.
    private Task LiveAsync() => SendAsync(
        Item("1", "purchase", "li", 20, ", \"amount\": 300.9, \"orderId\": \"o1\""),
        Item("2", "purchase", "li", 19, ", \"amount\": 50"),
        Item("3", "refund", "li", 18, ", \"amount\": 100, \"orderId\": \"o1\""),
        Item("4", "purchase", "wang", 17, ", \"amount\": 80"),
        Item("5", "visit", "chen", 16));

    private static JsonNode Item(string id, string type, string member, int daysAgo, string more = "") =>
        JsonNode.Parse($$"""{ "id": "{{id}}", "type": "{{type}}", "member": "{{member}}", "at": "{{DaysAgo(daysAgo)}}"{{more}} }""")!;

    private async Task<JsonNode> SimulateAsync(string body)
    {
        var run = (await Node.PostAsync($"{Path}/policy/simulate?wait=true", body)).Ok();
        Assert.Equal("done", (string?)run["state"]);
        return run["report"]!;
    }

    private static string Sorted(JsonNode figures, params string[] names) =>
        new JsonObject(names.Select(name => KeyValuePair.Create(name, figures[name]?.DeepClone()))).ToJsonString();
}
