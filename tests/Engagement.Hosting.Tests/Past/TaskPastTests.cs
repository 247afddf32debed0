using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Auth;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Past;

/// <summary>The care queue of a past instant.</summary>
public sealed class TaskPastTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_task_is_in_the_queue_from_its_opening_up_to_its_closing_and_nobody_is_said_to_have_had_it()
    {
        await SendAsync(new { id = "c", type = "complaint", member = "li", store = "bund" });
        var task = Assert.Single(await QueueAsync(""));
        var id = (string)task["id"]!;
        (await Node.PostAsync($"{Path}/tasks/{id}/claim", """{"by":"wang"}""")).Ok();
        var done = (await Node.PostAsync($"{Path}/tasks/{id}/complete", """{"by":"wang","outcome":"reached"}""")).Ok();
        var (opened, closed) = ((DateTimeOffset)task["openedAt"]!, (DateTimeOffset)done["closedAt"]!);

        var then = Assert.Single(await QueueAsync($"?at={Wire(closed.AddMicroseconds(-1))}"));

        Assert.Equal((id, "open"), ((string)then["id"]!, (string)then["state"]!));
        Assert.Equal((null, null, null), ((string?)then["assignee"], (string?)then["outcome"], (string?)then["closedAt"]));
        Assert.Equal(id, (string)Assert.Single(await QueueAsync($"?at={Wire(opened)}"))["id"]!);
        Assert.Empty(await QueueAsync($"?at={Wire(opened.AddMicroseconds(-1))}"));
        // What came of it is in the queue by then.
        Assert.Equal("complaint_resolve", (string)Assert.Single(await QueueAsync($"?at={Wire(closed)}"))["kind"]!);
        Assert.Empty(await QueueAsync($"?at={Wire(closed.AddMicroseconds(-1))}&store=soho"));
        Assert.Single(await QueueAsync($"?at={Wire(closed.AddMicroseconds(-1))}&store=bund&member=li"));
    }

    [Fact]
    public async Task What_was_not_done_in_time_was_overdue_from_then_on()
    {
        var time = new MovableTime();
        await using var node = await TestNode.StartAsync(time);
        await node.OpenChainAsync("glow");
        (await node.PostAsync("/v1/chains/glow/events", """[{"id":"c","type":"complaint","member":"li","store":"bund"}]""")).Ok();
        var due = (DateTimeOffset)(await QueueAsync("")).Single()["dueAt"]!;
        time.Pass(TimeSpan.FromDays(3));

        var (before, after) = ((await QueueAsync($"?at={Wire(due.AddMicroseconds(-1))}")).Single(), (await QueueAsync($"?at={Wire(due)}")).Single());

        Assert.Equal((false, true), ((bool)before["escalated"]!, (bool)after["escalated"]!));
        Assert.Empty(await QueueAsync($"?at={Wire(due.AddMicroseconds(-1))}&overdue=true"));
        Assert.Single(await QueueAsync($"?at={Wire(due)}&overdue=true"));
        Assert.Single(await QueueAsync($"?at={Wire(due)}&escalated=true"));
        Assert.Empty(await QueueAsync($"?at={Wire(due.AddMicroseconds(-1))}&escalated=true"));

        async Task<List<JsonNode>> QueueAsync(string query) =>
            [.. (await node.GetAsync($"/v1/chains/glow/tasks{query}")).Ok()["items"]!.AsArray().Select(item => item!)];
    }

    [Theory]
    [InlineData("at=then", "at")]
    [InlineData("at=2999-01-01T00:00:00Z", "at")]
    [InlineData("at=2026-01-01T00:00:00Z&state=done", "state")]
    [InlineData("at=2026-01-01T00:00:00Z&assignee=wang", "assignee")]
    public async Task What_is_not_known_of_the_past_is_refused(string query, string field) =>
        Assert.Equal(field, (string?)(await Node.GetAsync($"{Path}/tasks?{query}")).Problem(400, "invalid_parameter")["field"]);

    private async Task<List<JsonNode>> QueueAsync(string query) =>
        [.. (await Node.GetAsync($"{Path}/tasks{query}")).Ok()["items"]!.AsArray().Select(item => item!)];
}
