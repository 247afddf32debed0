using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Time;

/// <summary>A new policy judges members from now on and takes nothing back.</summary>
public sealed class PolicyChangeTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task Members_are_judged_anew_and_what_was_told_before_stays()
    {
        var visit = DateTimeOffset.UtcNow.AddDays(-40);
        await SendAsync(
            new { id = "1", type = "visit", member = "silent", store = "bund", at = Wire(visit) },
            new { id = "2", type = "visit", member = "present", store = "bund", at = DaysAgo(2) },
            new { id = "3", type = "join", member = "potential" });
        var told = await Node.FeedAsync(Chain);
        var before = DateTimeOffset.UtcNow;

        await Node.PutAsync($"{Path}/policy", """{"stages":{"dormantAfterDays":35}}""");

        var feed = await Eventually.HoldsAsync(
            () => Node.FeedAsync(Chain), feed => feed.Any(IsDormant), "the silent member is dormant under the new policy");
        Assert.Equal(told.Select(Text), feed.Take(told.Count).Select(Text));
        var change = feed.Single(IsDormant);
        Assert.Equal(("silent", "policy_changed"), ((string)change["member"]!, (string)change["data"]!["code"]!));
        Assert.InRange((DateTimeOffset)change["at"]!, before.AddMilliseconds(-1), DateTimeOffset.UtcNow);
        // What fell due before the change did so under the old policy.
        var overdue = feed.Single(happened => (string?)happened["data"]!["flag"] == "second_visit_overdue"
            && (string)happened["type"]! == "flag_raised");
        Assert.Equal(Trimmed(visit).AddDays(30).AddMicroseconds(1), (DateTimeOffset)overdue["at"]!);
        Assert.Equal("new", (string?)(await MemberAsync("present"))["stage"]);
        Assert.Equal("potential", (string?)(await MemberAsync("potential"))["stage"]);
    }

    [Fact]
    public async Task What_one_store_decides_does_not_touch_the_members_of_another()
    {
        await SendAsync(
            new { id = "1", type = "visit", member = "bund", store = "bund", at = DaysAgo(40) },
            new { id = "2", type = "visit", member = "soho", store = "soho", at = DaysAgo(40) });

        await Node.PutAsync($"{Path}/stores/bund/policy", """{"stages":{"dormantAfterDays":35}}""");

        var feed = await Eventually.HoldsAsync(() => Node.FeedAsync(Chain), feed => feed.Any(IsDormant), "the store's member is dormant");
        Assert.Equal("bund", (string?)feed.Single(IsDormant)["member"]);
        Assert.Equal("new", (string?)(await MemberAsync("soho"))["stage"]);
    }

    [Fact]
    public async Task A_member_who_is_spoken_to_right_after_the_change_answers_by_the_new_policy()
    {
        await SendAsync(new { id = "1", type = "visit", member = "li", at = DaysAgo(1) });
        await Node.PutAsync($"{Path}/policy", """{"points":{"perCurrencyUnit":3}}""");

        await SendAsync(new { id = "2", type = "purchase", member = "li", amount = 10.5 });

        Assert.Equal(30, (int)(await MemberAsync("li"))["points"]!["balance"]!);
    }

    private static bool IsDormant(JsonNode told) => (string?)told["data"]!["to"] == "dormant";

    private static string Text(JsonNode told) => told.ToJsonString();

    private static DateTimeOffset Trimmed(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
