using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>The care queue: who has what to do, by when, and what came of it.</summary>
public sealed class TaskTests(SharedNode shared) : ChainTest(shared)
{
    private string Tasks => $"{Path}/tasks";

    [Fact]
    public async Task A_complaint_is_taken_solved_and_asked_after()
    {
        var id = await ComplainAsync("li");

        Assert.Equal(("claimed", "wang"), StateOf((await ActAsync(id, "claim", "wang")).Ok()));
        var done = (await ActAsync(id, "complete", "wang", """, "outcome":"reached" """)).Ok();

        Assert.Equal(("done", "wang", "reached"), ((string?)done["state"], (string?)done["assignee"], (string?)done["outcome"]));
        Assert.NotNull(done["closedAt"]);
        var next = Assert.Single((await Node.GetAsync($"{Tasks}?state=open")).Ok()["items"]!.AsArray())!;
        Assert.Equal("complaint_resolve", (string?)next["kind"]);
    }

    [Fact]
    public async Task Who_comes_too_late_is_told_who_has_it_and_since_when()
    {
        var id = await ComplainAsync("li");
        (await ActAsync(id, "claim", "wang")).Ok();
        var claimed = (await Node.FeedAsync(Chain)).Single(told => (string?)told["type"] == "task_claimed");

        var problem = (await ActAsync(id, "claim", "zhao")).Problem(409, "already_claimed");

        Assert.Equal(("wang", (string?)claimed["at"]), ((string?)problem["assignee"], (string?)problem["since"]));
        Assert.Contains("wang has had it since", (string?)problem["detail"], StringComparison.Ordinal);
        (await ActAsync(id, "reassign", "manager", """, "to":"zhao" """)).Ok();
        Assert.Equal("zhao", (string?)(await ActAsync(id, "complete", "wang", """, "outcome":"reached" """)).Problem(409, "already_claimed")["assignee"]);
    }

    [Fact]
    public async Task Of_fifty_who_claim_at_once_one_has_it_and_the_others_are_told_who() =>
        await FiftyClaims.MakeAsync(Node, Tasks, await ComplainAsync("li"));

    [Fact]
    public async Task What_somebody_has_done_may_be_asked_for_again_and_happens_once()
    {
        var id = await ComplainAsync("li");
        (await ActAsync(id, "claim", "wang")).Ok();
        Assert.Equal(("claimed", "wang"), StateOf((await ActAsync(id, "claim", "wang")).Ok()));
        var until = Wire(DateTimeOffset.UtcNow.AddHours(2));
        (await ActAsync(id, "snooze", "wang", $$""", "until":"{{until}}" """)).Ok();
        Assert.Equal(("snoozed", "wang"), StateOf((await ActAsync(id, "snooze", "wang", $$""", "until":"{{until}}" """)).Ok()));
        (await ActAsync(id, "claim", "wang")).Ok();
        (await ActAsync(id, "complete", "wang", """, "outcome":"reached" """)).Ok();
        var head = (await Node.FeedAsync(Chain)).Count;

        Assert.Equal(("done", "wang"), StateOf((await ActAsync(id, "complete", "wang", """, "outcome":"reached" """)).Ok()));

        Assert.Equal("done", (string?)(await ActAsync(id, "complete", "wang", """, "outcome":"booked" """)).Problem(409, "task_closed")["state"]);
        (await ActAsync(id, "complete", "zhao", """, "outcome":"reached" """)).Problem(409, "task_closed");
        (await ActAsync(id, "claim", "zhao")).Problem(409, "task_closed");
        Assert.Equal(head, (await Node.FeedAsync(Chain)).Count);
    }

    [Fact]
    public async Task The_header_of_the_queue_counts_what_is_not_closed()
    {
        var ids = new[] { await ComplainAsync("li"), await ComplainAsync("wang"), await ComplainAsync("zhao", "soho"), await ComplainAsync("sun") };
        (await ActAsync(ids[0], "claim", "mei")).Ok();
        (await ActAsync(ids[1], "claim", "mei")).Ok();
        (await ActAsync(ids[1], "snooze", "mei", $$""", "until":"{{Wire(DateTimeOffset.UtcNow.AddDays(1))}}" """)).Ok();
        (await ActAsync(ids[3], "claim", "fang")).Ok();
        (await ActAsync(ids[3], "complete", "fang", """, "outcome":"wrong_number" """)).Ok();

        var all = (await Node.GetAsync($"{Tasks}/summary?assignee=mei")).Ok();
        var soho = (await Node.GetAsync($"{Tasks}/summary?store=soho&assignee=mei")).Ok();

        Assert.Equal((2, 1, 1, 2), ((int)all["open"]!, (int)all["claimed"]!, (int)all["snoozed"]!, (int)all["mine"]!));
        Assert.Equal((0, 0), ((int)all["overdue"]!, (int)all["escalated"]!));
        Assert.Equal((1, 0, 0), ((int)soho["open"]!, (int)soho["claimed"]!, (int)soho["mine"]!));
        Assert.Empty((await Node.GetAsync($"{Tasks}?escalated=true")).Ok()["items"]!.AsArray());
        Assert.Empty((await Node.GetAsync($"{Tasks}?overdue=true")).Ok()["items"]!.AsArray());
        (await Node.GetAsync($"{Tasks}/summary?store=nowhere")).Problem(404, "unknown_store");
    }

    [Fact]
    public async Task A_task_reads_in_the_readers_language()
    {
        await SendAsync(new { id = "s", type = "survey", member = "li", store = "bund", score = 3 });

        var english = Assert.Single((await Node.GetAsync(Tasks)).Ok()["items"]!.AsArray())!;
        var chinese = (await Node.GetAsync($"{Tasks}/{(string?)english["id"]}?language=zh-CN")).Ok();

        Assert.Equal(("Answer a member who gave 3 of 10", "she would not recommend us"), ((string?)english["title"], (string?)english["why"]));
        Assert.Equal(("回应打了 3 分（满分 10 分）的会员", "她不愿推荐我们"), ((string?)chinese["title"], (string?)chinese["why"]));
        Assert.Contains("I'm sorry", (string?)english["script"], StringComparison.Ordinal);
        Assert.Contains("很抱歉", (string?)chinese["script"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_chain_says_on_a_call_takes_the_place_of_what_came_with_the_program()
    {
        var id = await ComplainAsync("li");
        (await Node.PutAsync(
            $"{Path}/policy", """{"recall":{"scripts":{"complaint":{"en":"We are sorry.","zhCn":"实在抱歉。"}}}}""")).Ok();

        Assert.Equal("We are sorry.", (string?)(await Node.GetAsync($"{Tasks}/{id}")).Ok()["script"]);
        Assert.Equal("实在抱歉。", (string?)(await Node.GetAsync($"{Tasks}/{id}?language=zh-CN")).Ok()["script"]);
    }

    [Theory]
    [InlineData("complete", "{}", "invalid_field", "outcome")]
    [InlineData("complete", """{"outcome":"  "}""", "invalid_field", "outcome")]
    [InlineData("complete", """{"outcome":"reached","by":""}""", "invalid_field", "by")]
    [InlineData("snooze", "{}", "invalid_field", "until")]
    [InlineData("snooze", """{"until":"2020-01-01T00:00:00Z"}""", "invalid_field", "until")]
    [InlineData("reassign", """{"to":""}""", "invalid_field", "to")]
    public async Task A_body_that_makes_no_sense_is_told_which_field(string action, string body, string code, string field)
    {
        var id = await ComplainAsync("li");
        (await Node.PostAsync($"{Tasks}/{id}/claim", "{}")).Ok();

        Assert.Equal(field, (string?)(await Node.PostAsync($"{Tasks}/{id}/{action}", body)).Problem(400, code)["field"]);
    }

    [Theory]
    [InlineData("snooze", """{"until":"tomorrow"}""", "until")]
    [InlineData("claim", """{"by":7}""", "by")]
    public async Task A_field_of_the_wrong_kind_is_named(string action, string body, string field) => Assert.Contains(
        field,
        (string?)(await Node.PostAsync($"{Tasks}/{await ComplainAsync("li")}/{action}", body)).Problem(400, "invalid_body")["detail"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("state=asleep", "state")]
    [InlineData("escalated=maybe", "escalated")]
    [InlineData("overdue=1", "overdue")]
    [InlineData("language=fr", "language")]
    [InlineData("cursor=!!", "cursor")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string field) =>
        Assert.Equal(field, (string?)(await Node.GetAsync($"{Tasks}?{query}")).Problem(400, "invalid_parameter")["field"]);

    [Fact]
    public async Task A_task_that_there_is_not_is_none()
    {
        (await Node.GetAsync($"{Tasks}/tnever")).Problem(404, "unknown_task");
        (await Node.PostAsync($"{Tasks}/tnever/claim", "{}")).Problem(404, "unknown_task");
    }

    private static (string? State, string? Assignee) StateOf(JsonNode task) => ((string?)task["state"], (string?)task["assignee"]);

    private Task<Answer> ActAsync(string task, string action, string by, string more = "") =>
        Node.PostAsync($"{Tasks}/{task}/{action}", $$"""{"by":"{{by}}"{{more}}}""");

    private async Task<string> ComplainAsync(string member, string store = "bund")
    {
        await SendAsync(new { id = $"c-{member}", type = "complaint", member, store });
        return (string)Assert.Single((await Node.GetAsync($"{Tasks}?member={member}")).Ok()["items"]!.AsArray())!["id"]!;
    }
}
