using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Auth;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Past;

/// <summary>A member as she was at any past instant.</summary>
public sealed class MemberPastTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task What_was_answered_then_is_answered_of_then_for_ever()
    {
        var time = new MovableTime();
        await using var node = await TestNode.StartAsync(time);
        await node.OpenChainAsync("glow");
        await OnlyTasksAsync(node);
        var answered = new List<JsonNode>();
        await TellAsync(new { id = "j", type = "join", member = "li", store = "bund" }, 0);
        await TellAsync(new { id = "i", type = "card_issue", member = "li", card = "Y", kind = "annual", expiresAt = Wire(DateTimeOffset.UtcNow.AddYears(1)) }, 0.1);
        await TellAsync(new { id = "p", type = "purchase", member = "li", store = "bund", amount = 380.5, orderId = "A" }, 2);
        await TellAsync(new { id = "s", type = "checkin", member = "li", store = "bund" }, 1);
        await TellAsync(new { id = "t", type = "tag", member = "li", name = "vip" }, 3);
        await TellAsync(new { id = "c", type = "complaint", member = "li", store = "bund" }, 10);
        var task = (string)(await node.GetAsync("/v1/chains/glow/tasks?member=li&state=open")).Ok()["items"]!.AsArray().First(item => (string?)item!["kind"] == "complaint")!["id"]!;
        (await node.PostAsync($"/v1/chains/glow/tasks/{task}/claim", """{"by":"wang"}""")).Ok();
        await LookAsync();
        (await node.PostAsync($"/v1/chains/glow/tasks/{task}/complete", """{"by":"wang","outcome":"reached"}""")).Ok();
        await LookAsync();
        await TellAsync(new { id = "r", type = "refund", member = "li", orderId = "A" }, 5);
        await TellAsync(new { id = "v", type = "visit", member = "li", store = "bund" }, 40);
        await TellAsync(new { id = "e", type = "tag", member = "li", name = "quiet" }, 200);
        // Everything is told by now, and nothing of what is below may rest on what was overdue.
        await Eventually.HoldsAsync(
            async () => (string?)(await node.GetAsync("/v1/chains/glow/members?stage=lost")).Ok()["items"]!.AsArray().FirstOrDefault()?["id"], id => id == "li", "she is told lost");
        await LookAsync();

        Assert.Equal(12, answered.Count);
        foreach (var then in answered)
        {
            var now = (await node.GetAsync($"/v1/chains/glow/members/li?at={(string)then["asOf"]!}")).Ok();
            AssertSame(then, now);
        }

        Assert.Equal("claimed", (string?)answered[6]["careTasks"]!.AsArray().First(item => (string?)item!["id"] == task)!["state"]);
        Assert.Equal(("potential", "new", "lost"), ((string?)answered[0]["stage"], (string?)answered[3]["stage"], (string?)answered[^1]["stage"]));

        async Task TellAsync(object item, double days)
        {
            Assert.Equal(1, (int)(await node.PostAsync("/v1/chains/glow/events", JsonSerializer.Serialize(new[] { item }))).Ok()["accepted"]!);
            await LookAsync();
            time.Pass(TimeSpan.FromDays(days));
        }

        async Task LookAsync() => answered.Add((await node.GetAsync("/v1/chains/glow/members/li")).Ok());
    }

    [Fact]
    public async Task At_the_instant_of_each_of_her_stage_changes_she_is_in_the_stage_that_was_told()
    {
        await SendAsync(
            new { id = "1", type = "purchase", member = "li", store = "bund", amount = 100, at = "2024-01-01T10:00:00Z" },
            new { id = "2", type = "visit", member = "li", at = "2024-02-01T10:00:00Z" },
            new { id = "3", type = "visit", member = "li", at = "2024-03-01T10:00:00Z" },
            new { id = "4", type = "visit", member = "li", at = "2025-06-01T10:00:00Z" });
        var told = (await Node.GetAsync($"{Path}/members/li/timeline?limit=200")).Ok()["items"]!.AsArray()
            .Where(happened => (string?)happened!["type"] == "stage_changed").ToList();

        Assert.True(told.Count >= 6);
        foreach (var change in told)
        {
            var then = await AtAsync("li", (string)change!["at"]!);
            Assert.Equal(((string?)change["data"]!["to"], (string?)change["at"]), ((string?)then["stage"], (string?)then["stageSince"]));
        }

        Assert.Equal((0, 1, 100m), Rfm(await AtAsync("li", "2024-01-02T09:00:00Z")));
        Assert.Equal((183, 3, 100m), Rfm(await AtAsync("li", "2024-08-31T10:00:00Z")));
    }

    [Fact]
    public async Task A_member_looks_the_same_in_a_chain_that_was_never_told_what_came_later()
    {
        var random = new Random(7);
        var history = Enumerable.Range(0, 40).Select(number => (At: new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(800_000)), Number: number))
            .OrderBy(act => act.At).Select(act => Act(act.Number, act.At)).ToList();
        foreach (var known in new[] { 1, 5, 17, 28, 40 })
        {
            var unaware = $"{Chain}-{known}";
            await Node.OpenChainAsync(unaware);
            var at = Wire(history[known - 1].At.AddDays(known == 40 ? 100 : (history[known].At - history[known - 1].At).TotalDays * 0.9));
            (await Node.PostAsync($"/v1/chains/{unaware}/events", JsonSerializer.Serialize(history.Take(known).Select(act => act.Item)))).Ok();
            if (known == 1)
                await SendAsync([.. history.Select(act => act.Item)]);

            AssertSame((await Node.GetAsync($"/v1/chains/{unaware}/members/li?at={at}")).Ok(), await AtAsync("li", at));
        }
    }

    [Fact]
    public async Task An_act_told_late_is_hers_from_its_own_instant_on_and_moves_no_past_stage()
    {
        await SendAsync(new { id = "1", type = "purchase", member = "li", store = "bund", amount = 100, at = DaysAgo(120) });
        await SendAsync(new { id = "s", type = "checkin", member = "li", at = DaysAgo(1) });
        await SendAsync(new { id = "late", type = "purchase", member = "li", amount = 50, at = DaysAgo(100) });

        var then = await AtAsync("li", DaysAgo(99));

        Assert.Equal(("new", 2, 150m), ((string?)then["stage"], (int)then["rfm"]!["frequency"]!, (decimal)then["rfm"]!["monetary"]!));
        Assert.Equal("dormant", (string?)(await AtAsync("li", DaysAgo(20)))["stage"]);
    }

    [Fact]
    public async Task What_a_friend_is_worth_is_what_she_was_worth_then()
    {
        await SendAsync(new { id = "w", type = "join", member = "wang", store = "bund", at = DaysAgo(50) });
        await SendAsync(new { id = "l", type = "join", member = "li", store = "bund", referrer = "wang", at = DaysAgo(40) });
        await Eventually.HoldsAsync(
            async () => (int)(await MemberAsync("wang"))["referral"]!["friendCount"]!, count => count == 1, "wang knows whom she brought");
        await SendAsync(new { id = "p", type = "purchase", member = "li", amount = 1000 });
        var asOf = (string)(await MemberAsync("wang"))["asOf"]!;
        await SendAsync(new { id = "p2", type = "purchase", member = "li", amount = 9000 });

        var then = (await AtAsync("wang", asOf))["value"]!["social"]!;

        Assert.Equal((1, 3000m), ((int)then["referrals"]!, (decimal)then["impactOfOne"]!));
    }

    [Fact]
    public async Task Of_whoever_was_erased_the_past_shows_figures_only()
    {
        await SendAsync(
            new { id = "1", type = "purchase", member = "li", store = "bund", amount = 100, at = DaysAgo(20) },
            new { id = "2", type = "tag", member = "li", name = "vip", at = DaysAgo(19) },
            new { id = "3", type = "card_issue", member = "li", card = "Y", kind = "annual", at = DaysAgo(19) });
        Assert.Single((await AtAsync("li", DaysAgo(10)))["tags"]!.AsArray());
        Assert.Equal(202, (await Node.PostAsync($"{Path}/members/li/erasure", "{}")).Status);
        await Eventually.HoldsAsync(async () => (bool)(await MemberAsync("li"))["erased"]!, erased => erased, "she is erased");

        var then = await AtAsync("li", DaysAgo(10));

        Assert.Equal((true, "new", 100m), ((bool)then["erased"]!, (string?)then["stage"], (decimal)then["rfm"]!["monetary"]!));
        Assert.Empty(then["tags"]!.AsArray());
        Assert.Empty(then["cards"]!.AsArray());
    }

    [Fact]
    public async Task Before_she_was_heard_of_there_was_no_such_member_and_of_the_future_nothing_is_told()
    {
        await SendAsync(new { id = "1", type = "visit", member = "li", store = "bund", at = "2024-01-01T10:00:00Z" });

        (await Node.GetAsync($"{Path}/members/li?at=2024-01-01T09:59:59.999999Z")).Problem(404, "not_yet_a_member");
        Assert.Equal("new", (string?)(await AtAsync("li", "2024-01-01T10:00:00Z"))["stage"]);
        (await Node.GetAsync($"{Path}/members/nobody?at=2024-01-01T10:00:00Z")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/members/li?at={Wire(DateTimeOffset.UtcNow.AddDays(1))}")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/members/li?at=yesterday")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_member_with_ten_thousand_events_still_answers()
    {
        var start = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await SendAsync([.. Enumerable.Range(0, 9_999).Select(number => new { id = $"{number}", type = "visit", member = "li", store = "bund", at = Wire(start.AddHours(2 * number)) })]);

        var then = await AtAsync("li", Wire(start.AddHours(2 * 9_000)));

        Assert.Equal((0, 4380), ((int)then["rfm"]!["recencyDays"]!, (int)then["rfm"]!["frequency"]!));
    }

    private static void AssertSame(JsonNode expected, JsonNode actual)
    {
        var (left, right) = (Comparable(expected), Comparable(actual));
        Assert.True(JsonNode.DeepEquals(left, right), $"expected {left.ToJsonString()}\nbut it is {right.ToJsonString()}");
    }

    private static JsonObject Comparable(JsonNode view)
    {
        var copy = view.DeepClone().AsObject();
        // How often she has changed is told by what has been told, scores are not kept, and her profile is always the present one.
        copy.Remove("version");
        copy["rfm"]!.AsObject().Remove("scores");
        copy["rfm"]!.AsObject().Remove("group");
        copy.Remove("profile");
        return copy;
    }

    private static (int, int, decimal) Rfm(JsonNode view) =>
        ((int)view["rfm"]!["recencyDays"]!, (int)view["rfm"]!["frequency"]!, (decimal)view["rfm"]!["monetary"]!);

    private static (DateTimeOffset At, object Item) Act(int number, DateTimeOffset at)
    {
        var (id, when) = ($"{number}", Wire(at));
        return (at, (number % 5) switch
        {
            0 => new { id, type = "purchase", member = "li", store = "bund", amount = 10.5 + number, orderId = $"o{number}", at = when },
            1 => new { id, type = "visit", member = "li", store = "soho", at = when },
            2 => new { id, type = "checkin", member = "li", at = when },
            3 => new { id, type = "act", member = "li", name = number % 2 == 0 ? "comment" : "profile_completed", at = when },
            _ => new { id, type = "purchase", member = "li", amount = 100 * number, at = when },
        });
    }

    /// <summary>Messages go when the outbox comes to them; here only what is decided in a member is looked at.</summary>
    private static async Task OnlyTasksAsync(TestNode node)
    {
        var policy = (await node.GetAsync("/v1/chains/glow/policy")).Ok();
        foreach (var (_, playbook) in policy["recall"]!["playbooks"]!.AsObject())
        {
            foreach (var step in playbook!["steps"]!.AsArray())
            {
                step!.AsObject().Remove("message");
                step["task"] ??= new JsonObject { ["kind"] = "recall_call", ["title"] = "Call her" };
            }
        }

        Assert.Equal(200, (await node.PutAsync("/v1/chains/glow/policy", policy.ToJsonString())).Status);
    }

    private async Task<JsonNode> AtAsync(string member, string at) => (await Node.GetAsync($"{Path}/members/{member}?at={at}")).Ok();
}
