using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>A node describes itself, says how it is, and answers in its own words where there is nothing.</summary>
public sealed class DocumentTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task The_description_lists_every_call_of_the_contract()
    {
        var paths = (await Node.GetAsync("/openapi/v1.json")).Ok()["paths"]!.AsObject();
        var calls = paths.SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}"));

        string[] expected =
        [
            "GET /healthz", "GET /readyz", "GET /v1/clock", "GET /v1/session", "POST /v1/session", "DELETE /v1/session",
            "GET /v1/chains", "GET /v1/chains/{chain}", "PUT /v1/chains/{chain}",
            "GET /v1/chains/{chain}/stores", "PUT /v1/chains/{chain}/stores/{store}",
            "GET /v1/chains/{chain}/policy", "PUT /v1/chains/{chain}/policy",
            "GET /v1/chains/{chain}/stores/{store}/policy", "PUT /v1/chains/{chain}/stores/{store}/policy",
            "POST /v1/chains/{chain}/events", "GET /v1/chains/{chain}/members/{id}",
            "GET /v1/chains/{chain}/members/{id}/timeline", "GET /v1/chains/{chain}/members",
            "PUT /v1/chains/{chain}/members/{id}/profile",
            "GET /v1/chains/{chain}/recall", "GET /v1/chains/{chain}/nps",
            "GET /v1/chains/{chain}/board", "GET /v1/chains/{chain}/feed",
            "GET /v1/chains/{chain}/tasks", "GET /v1/chains/{chain}/tasks/summary", "GET /v1/chains/{chain}/tasks/{task}",
            "POST /v1/chains/{chain}/tasks/{task}/claim", "POST /v1/chains/{chain}/tasks/{task}/complete",
            "POST /v1/chains/{chain}/tasks/{task}/snooze", "POST /v1/chains/{chain}/tasks/{task}/release",
            "POST /v1/chains/{chain}/tasks/{task}/reassign", "GET /v1/chains/{chain}/messages/{id}",
            "GET /v1/chains/{chain}/messages", "POST /v1/chains/{chain}/messages/{id}/report", "POST /v1/chains/{chain}/templates/preview",
            "GET /v1/chains/{chain}/webhooks", "PUT /v1/chains/{chain}/webhooks/{name}", "GET /v1/chains/{chain}/webhooks/{name}",
            "DELETE /v1/chains/{chain}/webhooks/{name}", "POST /v1/chains/{chain}/webhooks/{name}/replay",
        ];
        Assert.Empty(expected.Except(calls));
    }

    [Fact]
    public async Task Every_call_has_a_name_and_a_summary_and_what_goes_over_the_wire_an_example()
    {
        var document = (await Node.GetAsync("/openapi/v1.json")).Ok();
        var calls = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(call => call.Value!).ToList();

        Assert.All(calls, call => Assert.False(string.IsNullOrEmpty((string?)call["operationId"])));
        Assert.All(calls, call => Assert.False(string.IsNullOrEmpty((string?)call["summary"])));
        Assert.Equal(calls.Count, calls.Select(call => (string)call["operationId"]!).Distinct().Count());
        var schemas = document["components"]!["schemas"]!.AsObject();
        string[] shown = ["Event", "IngestAnswer", "CommittedEvent", "Board", "Member", "Chain", "Store", "ChainToPut", "StoreToPut", "Task", "TaskAction", "TaskSummary", "Message"];
        Assert.All(shown, name => Assert.NotEmpty(schemas[name]!["examples"]!.AsArray()));
    }

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_that_is_served()
    {
        var served = (await Node.GetAsync("/openapi/v1.json")).Ok();
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Engagement.sln")))
            folder = folder.Parent!;
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(System.IO.Path.Combine(folder.FullName, "docs", "openapi.json"), Cancel));

        Assert.True(
            JsonNode.DeepEquals(kept, served),
            "The API has changed: save a running node's /openapi/v1.json as docs/openapi.json, and look at what callers will notice.");
    }

    [Fact]
    public async Task The_example_of_an_event_is_one_that_is_taken()
    {
        var document = (await Node.GetAsync("/openapi/v1.json")).Ok();
        var example = document["components"]!["schemas"]!["Event"]!["examples"]![0]!.ToJsonString();

        AssertTaken(await SendTextAsync($"[{example}]"), accepted: 1);
    }

    [Fact]
    public async Task Anybody_may_ask_whether_the_node_is_up_and_ready()
    {
        using var stranger = new HttpClient { BaseAddress = Node.Address };
        foreach (var (path, status) in new[] { ("/healthz", "ok"), ("/readyz", "ready") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            Assert.Equal($$"""{"status":"{{status}}"}""", (await Answer.OfAsync(stranger, request)).Ok().ToJsonString());
        }
    }

    [Fact]
    public async Task The_clock_tells_the_time_that_members_live_by()
    {
        var before = DateTimeOffset.UtcNow;
        var clock = (await Node.GetAsync("/v1/clock")).Ok();

        Assert.InRange((DateTimeOffset)clock["now"]!, before.AddMilliseconds(-1), DateTimeOffset.UtcNow);
        Assert.Equal(1, (double)clock["speed"]!);
    }

    [Theory]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/nothing")]
    [InlineData("GET", "/v1/nothing.json")]
    [InlineData("POST", "/v1/chains/a/b/c")]
    [InlineData("GET", "/hubs/nothing")]
    public async Task Where_there_is_nothing_the_answer_says_so(string method, string path) =>
        (await Node.CallAsync(new HttpMethod(method), path)).Problem(404, "not_found");

    [Theory]
    [InlineData("GET", "/events")]
    [InlineData("DELETE", "/policy")]
    [InlineData("POST", "/board")]
    public async Task A_call_with_the_wrong_method_is_told_so(string method, string path) =>
        (await Node.CallAsync(new HttpMethod(method), Path + path)).Problem(405, "method_not_allowed");

    [Fact]
    public async Task A_person_who_opens_the_address_in_a_browser_gets_a_page()
    {
        foreach (var path in new[] { "/", "/members/li", "/v10" })
        {
            using var response = await Node.Client.GetAsync(path, Cancel);
            Assert.Equal((200, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }
}
