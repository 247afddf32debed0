using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Policies;

public sealed class PolicyCommandTests : EngageTest
{
    private const string Policy = "/v1/chains/shop/policy";
    private const string OfMain = "/v1/chains/shop/stores/main/policy";

    [Fact]
    public async Task A_policy_is_shown_as_its_document()
    {
        Answer(Policy, """{"points":{"perCurrencyUnit":1},"timeZone":"UTC"}""");
        Answer(OfMain + "/overrides", """{"points":{"signIn":2}}""");

        var chain = await EngageAsync("policy", "show", "--chain", "shop");
        var own = await EngageAsync("policy", "show", "--chain", "shop", "--store", "main", "--overrides");

        Assert.Equal(1, (int)JsonNode.Parse(chain.Output)!["points"]!["perCurrencyUnit"]!);
        Assert.Equal(2, (int)JsonNode.Parse(own.Output)!["points"]!["signIn"]!);
    }

    [Fact]
    public async Task One_field_is_changed_and_the_rest_stays_unless_somebody_else_was_faster()
    {
        Answer(Policy, """{"points":{"perCurrencyUnit":1,"signIn":3},"timeZone":"UTC"}""", "\"7\"");
        Answer($"{Policy}?note=more%20points", "{}", "\"8\"");

        var ended = await EngageAsync(
            "policy", "set", "--chain", "shop", "--set", "points.perCurrencyUnit=2", "--set", "timeZone=Asia/Shanghai", "--note", "more points");

        Assert.Equal((ExitCode.Done, "It holds from now on, as version 8.\n"), (ended.ExitCode, ended.Output));
        Assert.Equal(
            ($"{Policy}?note=more%20points", "\"7\"", """{"points":{"perCurrencyUnit":2,"signIn":3},"timeZone":"Asia/Shanghai"}"""),
            Server.Puts.Single());
    }

    [Fact]
    public async Task A_store_keeps_what_else_it_differs_in()
    {
        Answer(OfMain + "/overrides", """{"points":{"signIn":2}}""", "\"7\"");
        Answer(OfMain, "{}", "\"8\"");

        await EngageAsync("policy", "set", "--chain", "shop", "--store", "main", "--set", "stages.dormantAfterDays=45");

        Assert.Equal((OfMain, "\"7\"", """{"points":{"signIn":2},"stages":{"dormantAfterDays":45}}"""), Server.Puts.Single());
    }

    [Fact]
    public async Task A_whole_document_comes_from_a_file_or_from_standard_input()
    {
        Answer($"{Policy}?dropOverrides=true", "{}", "\"2\"");
        Input = new MemoryStream(Encoding.UTF8.GetBytes("""{"points":{"signIn":4}}"""));

        Assert.Equal(0, (await EngageAsync("policy", "set", Write("p.json", """{"locked":["points"]}"""), "--chain", "shop", "--drop-overrides")).ExitCode);
        Assert.Equal(0, (await EngageAsync("policy", "set", "-", "--chain", "shop", "--drop-overrides")).ExitCode);

        Assert.Equal(["""{"locked":["points"]}""", """{"points":{"signIn":4}}"""], Server.Puts.Select(put => put.Body));
    }

    [Fact]
    public async Task What_says_nothing_or_is_no_document_changes_nothing()
    {
        Answer(Policy, "{}", "\"7\"");

        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("policy", "set", "--chain", "shop")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("policy", "set", Write("p.json", "[1]"), "--chain", "shop")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("policy", "set", Write("q.json", "{"), "--chain", "shop")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("policy", "set", "--chain", "shop", "--set", "points")).ExitCode);
        Assert.Empty(Server.Puts);
    }

    [Fact]
    public async Task Versions_say_who_changed_what_and_why()
    {
        Answer(
            $"{Policy}/versions?limit=50",
            """
            {"items":[{"version":2,"at":"2026-05-01T02:00:00Z","by":"Wang","note":"spring","changes":[{"path":"points.signIn","from":1,"to":2}]},
              {"version":1,"at":null,"by":null,"note":null,"changes":[]}]}
            """);

        var ended = await EngageAsync("policy", "versions", "--chain", "shop");

        Assert.Contains("Wang", ended.Output, StringComparison.Ordinal);
        Assert.Contains("points.signIn 1 → 2", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_compared_field_by_field()
    {
        Answer($"{Policy}/versions/1", """{"document":{"points":{"signIn":1},"care":{"prospectAct":"x"},"locked":[]}}""");
        Answer($"{Policy}/versions/3", """{"document":{"points":{"signIn":2},"locked":["points"]}}""");

        var ended = await EngageAsync("policy", "diff", "1", "3", "--chain", "shop");

        Assert.Equal("points.signIn  1 → 2\nlocked  [] → [\"points\"]\ncare.prospectAct  \"x\" → nothing\n", ended.Output);
    }

    [Fact]
    public async Task What_was_before_is_put_back()
    {
        Answer($"{Policy}/versions/3/restore?note=oops", "{}", "\"9\"");

        var ended = await EngageAsync("policy", "restore", "3", "--chain", "shop", "--note", "oops");

        Assert.Equal((ExitCode.Done, "It holds from now on, as version 9.\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task The_schema_is_shown_for_editors()
    {
        Answer("/v1/policy/schema", """{"$schema":"https://json-schema.org/draft/2020-12/schema"}""");

        Assert.Contains("2020-12", (await EngageAsync("policy", "schema")).Output, StringComparison.Ordinal);
    }

    private void Answer(string path, string body, string? tag = null) => Server.Answers[path] = () => new Tagged(body, tag);

    private sealed class Tagged(string body, string? tag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (tag is not null)
                httpContext.Response.Headers.ETag = tag;
            return Results.Text(body, "application/json").ExecuteAsync(httpContext);
        }
    }
}
