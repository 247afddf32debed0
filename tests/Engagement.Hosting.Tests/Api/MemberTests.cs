using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>All about a member, as staff see her.</summary>
public sealed class MemberTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_member_shows_where_she_stands_and_why()
    {
        await SendAsync(
            new { id = "1", type = "join", member = "li", store = "bund", at = DaysAgo(20) },
            new { id = "2", type = "purchase", member = "li", amount = 380.50, orderId = "O-1", at = DaysAgo(10) },
            new { id = "3", type = "purchase", member = "li", amount = 100, orderId = "O-2", at = DaysAgo(9) },
            new { id = "4", type = "refund", member = "li", orderId = "O-2", at = DaysAgo(8) },
            new { id = "5", type = "visit", member = "li", at = DaysAgo(5.5) },
            new { id = "6", type = "act", member = "li", name = "share", at = DaysAgo(4) },
            new { id = "7", type = "checkin", member = "li", at = DaysAgo(1) },
            new { id = "8", type = "checkin", member = "li", at = DaysAgo(0) });

        var li = await MemberAsync("li");

        Assert.Equal(("li", "bund", "effective"), ((string)li["id"]!, (string)li["store"]!, (string)li["stage"]!));
        Assert.Equal("second visit within 90 days", (string?)li["stageReason"]);
        Assert.Equal((5, 2, 380.5m), ((int)li["rfm"]!["recencyDays"]!, (int)li["rfm"]!["frequency"]!, (decimal)li["rfm"]!["monetary"]!));
        Assert.Equal(380 + 10 + 2, (int)li["points"]!["balance"]!);
        Assert.Equal((2, 2, 2), ((int)li["streak"]!["current"]!, (int)li["streak"]!["longest"]!, (int)li["streak"]!["total"]!));
        Assert.Empty(li["flags"]!.AsArray());
        Assert.True((DateTimeOffset)li["nextDueAt"]! > (DateTimeOffset)li["asOf"]!);
        Assert.Equal((await Node.FeedAsync(Chain)).Count, (int)li["version"]!);
    }

    [Fact]
    public async Task A_member_who_has_only_joined_is_potential_and_due_for_what_her_playbooks_bring()
    {
        await Node.PutAsync($"{Path}/policy", """{"recall":{"playbooks":{}}}""");
        await SendAsync(new { id = "0", type = "join", member = "zhao" });
        Assert.Null((await MemberAsync("zhao"))["nextDueAt"]);
        await Node.PutAsync($"{Path}/policy", "{}");

        await SendAsync(new { id = "1", type = "join", member = "li" });

        var li = await MemberAsync("li");

        Assert.Equal(("potential", "joined"), ((string)li["stage"]!, (string)li["stageReason"]!));
        Assert.Null(li["store"]);
        Assert.True((DateTimeOffset)li["nextDueAt"]! > (DateTimeOffset)li["asOf"]!);
        Assert.Null(li["rfm"]!["recencyDays"]);
        Assert.Null(li["streak"]!["lastDate"]);
    }

    [Fact]
    public async Task A_new_member_shows_what_is_asked_of_her_and_which_playbook_she_is_in()
    {
        await SendAsync(new { id = "1", type = "join", member = "li", store = "bund", at = DaysAgo(1.5) });
        await SendAsync(new { id = "2", type = "act", member = "li", name = "community_joined", at = DaysAgo(1.2) });
        await SendAsync(new { id = "3", type = "complaint", member = "li" });

        var li = await MemberAsync("li");

        Assert.Equal(["complete_profile", "first_service", "join_community", "share_experience"], li["tasks"]!.AsArray().Select(task => (string?)task!["name"]));
        var joined = li["tasks"]![2]!;
        Assert.True((bool)joined["done"]!);
        Assert.Equal("A gift", (string?)joined["reward"]);
        Assert.Equal((await Node.FeedAsync(Chain)).Single(told => (string?)told["type"] == "member_task_done")["at"]!.ToString(), (string?)joined["doneAt"]);
        Assert.Equal(30, ((DateTimeOffset)joined["dueAt"]! - DateTimeOffset.UtcNow.AddDays(-1.5)).TotalDays, 0.01);
        Assert.Equal((1, 4, 50, false), ((int)li["taskProgress"]!["done"]!, (int)li["taskProgress"]!["of"]!, (int)li["taskProgress"]!["bonus"]!, (bool)li["taskProgress"]!["bonusEarned"]!));
        Assert.Equal("complaint", (string?)Assert.Single(li["careTasks"]!.AsArray())!["kind"]);
        var welcome = Assert.Single(li["recall"]!.AsArray())!;
        Assert.Equal(("welcome", 2, 3, false), ((string?)welcome["playbook"], (int)welcome["step"]!, (int)welcome["steps"]!, (bool)welcome["heldOut"]!));
        Assert.Equal(TimeSpan.FromDays(7), (DateTimeOffset)welcome["nextStepAt"]! - (DateTimeOffset)welcome["since"]!);
        Assert.Equal(TimeSpan.FromDays(30), (DateTimeOffset)welcome["endsAt"]! - (DateTimeOffset)welcome["since"]!);
        var listed = (await Node.GetAsync($"{Path}/messages?member=li")).Ok()["items"]!.AsArray().Select(message => (string?)message!["id"]).ToList();
        Assert.All(welcome["messages"]!.AsArray(), message => Assert.Contains((string?)message!["id"], listed));
    }

    [Fact]
    public async Task A_member_who_was_imported_has_nothing_asked_of_her_by_playbooks()
    {
        await SendAsync(new { id = "1", type = "visit", member = "li", at = DaysAgo(100) });

        var li = await MemberAsync("li");

        Assert.Empty(li["tasks"]!.AsArray());
        Assert.Null(li["taskProgress"]);
        Assert.Empty(li["recall"]!.AsArray());
        Assert.Empty(li["careTasks"]!.AsArray());
    }

    [Fact]
    public async Task Items_of_a_request_are_taken_in_the_order_of_their_time_whatever_order_they_came_in()
    {
        await SendAsync(
            new { id = "refund", type = "refund", member = "li", orderId = "O-1", at = DaysAgo(1) },
            new { id = "third", type = "visit", member = "li", at = DaysAgo(2) },
            new { id = "order", type = "purchase", member = "li", amount = 5, orderId = "O-1", at = DaysAgo(3) },
            new { id = "first", type = "visit", member = "li", at = DaysAgo(4) });

        var feed = await Node.FeedAsync(Chain);

        Assert.Equal(["first", "order", "third", "refund"], feed.Select(told => (string?)told["id"]).Where(id => id is not null));
        Assert.Equal("effective", (string?)(await MemberAsync("li"))["stage"]);
    }

    [Fact]
    public async Task Items_of_the_same_instant_are_taken_as_given()
    {
        var at = DaysAgo(1);
        await SendAsync(
            new { id = "c", type = "purchase", member = "li", amount = 5, orderId = "O-1", at },
            new { id = "a", type = "refund", member = "li", orderId = "O-1", at },
            new { id = "b", type = "visit", member = "li", at });

        Assert.Equal(["c", "a", "b"], (await Node.FeedAsync(Chain)).Select(told => (string?)told["id"]).Where(id => id is not null));
    }

    [Fact]
    public async Task An_act_told_late_is_filed_at_its_own_time_and_her_stage_is_judged_as_of_now()
    {
        await SendAsync(new { id = "v1", type = "visit", member = "li", at = DaysAgo(20) });
        await SendAsync(new { id = "v2", type = "visit", member = "li", at = DaysAgo(1) });
        var told = (await Node.FeedAsync(Chain)).Select(happened => happened.ToJsonString()).ToList();
        var at = DaysAgo(10);

        var before = DateTimeOffset.UtcNow;
        await SendAsync(new { id = "late", type = "visit", member = "li", at });

        var feed = await Node.FeedAsync(Chain);
        Assert.Equal(told, feed.Take(told.Count).Select(happened => happened.ToJsonString()));
        Assert.Equal(DateTimeOffset.Parse(at, null), (DateTimeOffset)feed[told.Count]["at"]!);
        var change = feed.Single(happened => (string?)happened["data"]!["to"] == "active");
        Assert.True((DateTimeOffset)change["at"]! >= before.AddMilliseconds(-1));
        var timeline = (await Node.GetAsync($"{Path}/members/li/timeline")).Ok()["items"]!.AsArray();
        Assert.Equal(["v2", "late", "v1"], timeline.Select(happened => (string?)happened!["id"]).Where(id => id is not null));
        Assert.Equal("active", (string?)(await MemberAsync("li"))["stage"]);
    }

    [Fact]
    public async Task A_member_without_a_store_has_one_once_an_act_names_it()
    {
        await SendAsync(new { id = "1", type = "visit", member = "li" });
        await SendAsync(new { id = "2", type = "checkin", member = "li", store = "soho" });
        await SendAsync(new { id = "3", type = "visit", member = "li", store = "bund" });

        Assert.Equal("soho", (string?)(await MemberAsync("li"))["store"]);
        Assert.Equal(0, (int)(await Node.GetAsync($"{Path}/board?store=bund")).Ok()["stages"]!["effective"]!);
        Assert.Equal(1, (int)(await Node.GetAsync($"{Path}/board?store=soho")).Ok()["stages"]!["effective"]!);
        Assert.Contains(await Node.FeedAsync(Chain), told => (string)told["type"]! == "home_store_set" && (string?)told["store"] == "soho");
    }

    [Fact]
    public async Task The_board_shows_stages_and_what_today_has_brought()
    {
        await SendAsync(
            new { id = "1", type = "join", member = "li", store = "bund" },
            new { id = "2", type = "purchase", member = "li", store = "bund", amount = 80.5, orderId = "O-1" },
            new { id = "3", type = "purchase", member = "zhao", store = "soho", amount = 20 },
            new { id = "4", type = "refund", member = "zhao", amount = 5 },
            new { id = "5", type = "checkin", member = "zhao" },
            new { id = "6", type = "checkin", member = "zhao" },
            new { id = "7", type = "act", member = "li", name = "comment" },
            new { id = "8", type = "visit", member = "wang" });

        var told = (await Node.FeedAsync(Chain)).Count;
        var board = (await Node.GetAsync($"{Path}/board")).Ok();

        Assert.Equal(3, (int)board["stages"]!["new"]!);
        Assert.Equal(
            """{"joined":1,"newMembers":3,"purchases":2,"revenue":100.5,"refunds":1,"refunded":5,"visits":1,"checkins":1,"acts":1,"points":101}""",
            board["today"]!.ToJsonString());
        // Her welcome may be handed over meanwhile.
        Assert.InRange((long)board["position"]!, told, (await Node.FeedAsync(Chain)).Count);
        var bund = (await Node.GetAsync($"{Path}/board?store=bund")).Ok();
        Assert.Equal(("bund", 1, 80.5m), ((string)bund["store"]!, (int)bund["stages"]!["new"]!, (decimal)bund["today"]!["revenue"]!));
    }
}
