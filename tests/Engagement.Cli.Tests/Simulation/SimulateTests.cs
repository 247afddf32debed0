using System.Text.Json.Nodes;
using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Simulation;

public sealed class SimulateTests : EngageTest
{
    private const string Policy = "/v1/chains/shop/policy";

    private const string Report =
        """
        {"baseline":"actual","from":"2026-03-01","to":"2026-03-30","events":1200,"members":7,"refused":1,"noLongerApply":2,
         "totals":{"draft":{"stages.new":3,"points.granted":1300},"baseline":{"stages.new":3,"points.granted":600,"tasks.call":1},"difference":{}},
         "differing":{"members":2,"stage":0,"points":2,"examples":[{"member":"m\u001b1","draft":{"stage":"new","points":500},"baseline":{"stage":"new","points":250}}]}}
        """;

    [Fact]
    public async Task A_draft_of_one_field_is_tried_and_what_would_have_come_out_is_shown()
    {
        Server.Answers[Policy] = () => Json("""{"points":{"perCurrencyUnit":1,"signIn":1}}""");
        Server.Answers[$"{Policy}/simulate"] = () => Json(Run("running", 0));
        var asked = 0;
        Server.Answers[$"{Policy}/simulations/abc"] = () => ++asked < 3 ? Json(Run("running", 400 * asked)) : Json(Run("done", 1200, Report));

        var ended = await EngageAsync(
            "simulate", "--chain", "shop", "--set", "points.perCurrencyUnit=2", "--from", "2026-03-01", "--to", "2026-03-30", "--store", "main");

        Assert.Equal((ExitCode.Done, 3), (ended.ExitCode, asked));
        Assert.Equal(
            """{"policy":{"points":{"perCurrencyUnit":2,"signIn":1}},"from":"2026-03-01","to":"2026-03-30","stores":["main"]}""",
            JsonNode.Parse(Server.Posts.Single().Body)!.ToJsonString());
        Assert.Contains("+700", ended.Output, StringComparison.Ordinal);
        Assert.Contains("-1", ended.Output, StringComparison.Ordinal);
        Assert.Contains("2 members end up elsewhere: 0 in another stage, 0 in another tier, 2 with other points.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("m\uFFFD1: new, no tier, 500 points instead of new, no tier, 250 points", ended.Output, StringComparison.Ordinal);
        Assert.Contains("1 acts that were taken would have been refused.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_comes_from_a_file_and_the_answer_can_be_handed_on()
    {
        Server.Answers[$"{Policy}/simulate"] = () => Json(Run("running", 0));
        Server.Answers[$"{Policy}/simulations/abc"] = () => Json(Run("done", 1200, Report));

        var ended = await EngageAsync("simulate", "--chain", "shop", "--policy", Write("draft.json", """{"timeZone":"UTC"}"""), "--baseline", "present", "--json");

        Assert.Equal(1200, (int)JsonNode.Parse(ended.Output)!["report"]!["events"]!);
        Assert.Equal("""{"policy":{"timeZone":"UTC"},"baseline":"present"}""", JsonNode.Parse(Server.Posts.Single().Body)!.ToJsonString());
    }

    [Fact]
    public async Task Whoever_breaks_off_ends_it_on_the_server_too()
    {
        Server.Answers[Policy] = () => Json("{}");
        Server.Answers[$"{Policy}/simulate"] = () => Json(Run("running", 0));
        Server.Answers[$"{Policy}/simulations/abc"] = () =>
        {
            Stop.Cancel();
            return Json(Run("running", 1));
        };

        var ended = await EngageAsync("simulate", "--chain", "shop", "--set", "points.perCurrencyUnit=2");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal([$"{Policy}/simulations/abc"], Server.Deletes);
    }

    [Fact]
    public async Task A_draft_that_makes_no_sense_is_refused_with_the_reason()
    {
        Server.Answers[Policy] = () => Json("{}");
        Server.Answers[$"{Policy}/simulate"] = () => TestServer.Problem(400, "The policy is not valid", "'points': no", "invalid_policy");

        Assert.Equal((ExitCode.WrongUse, ""), await EngageAsync("simulate", "--chain", "shop") is { } none ? (none.ExitCode, none.Output) : default);
        var refused = await EngageAsync("simulate", "--chain", "shop", "--set", "points.perCurrencyUnit=2");

        Assert.Equal((ExitCode.Failed, "The policy is not valid: 'points': no [invalid_policy]\n"), (refused.ExitCode, refused.Error));
    }

    private static string Run(string state, int done, string report = "null") =>
        $$"""{"id":"abc","state":"{{state}}","startedAt":"2026-03-30T00:00:00Z","progress":{"done":{{done}},"of":1200},"report":{{report}}}""";

    private static IResult Json(string body) => Results.Text(body, "application/json");
}
