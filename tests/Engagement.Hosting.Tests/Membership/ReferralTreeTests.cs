using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Who brought whom, and the members who bring most (裂变, 超级会员, docs/domain §10).</summary>
public sealed class ReferralTreeTests(SharedNode shared) : MembershipTest(shared)
{
    [Fact]
    public async Task A_tree_shows_whom_she_brought_and_whom_those_brought_level_by_level()
    {
        await GrowAsync();

        var tree = await TreeAsync("zhao");

        Assert.Equal((5, 3), ((int)tree["reach"]!, (int)tree["depth"]!));
        Assert.Equal(
            [("li", "zhao", 1, true), ("bai", "zhao", 1, false), ("wu", "li", 2, false), ("xu", "li", 2, false), ("yan", "wu", 3, true)],
            tree["branches"]!.AsArray().Select(
                branch => ((string)branch!["member"]!, (string)branch["referrer"]!, (int)branch["depth"]!, (bool)branch["hasBought"]!)));
        Assert.Equal(["li", "bai"], (await TreeAsync("zhao", "?depth=1"))["branches"]!.AsArray().Select(branch => (string?)branch!["member"]));
        Assert.Equal(["li", "bai", "wu"], (await TreeAsync("zhao", "?limit=3"))["branches"]!.AsArray().Select(branch => (string?)branch!["member"]));
        Assert.Equal((0, 0), ((int)(await TreeAsync("yan"))["reach"]!, (int)(await TreeAsync("yan"))["depth"]!));
    }

    [Theory]
    [InlineData("", "zhao wu li sun")]
    [InlineData("bought", "zhao wu li sun")]
    [InlineData("friends", "sun zhao li wu")]
    [InlineData("reach", "zhao li sun wu")]
    [InlineData("depth", "zhao li sun wu")]
    [InlineData("value", "li wu zhao sun")]
    public async Task Leaders_are_listed_by_the_measure_that_is_asked_for(string by, string order)
    {
        await GrowAsync();
        foreach (var number in Enumerable.Range(1, 3))
            await BringAsync($"s{number}", "sun");
        // The friend of a friend buys most: that is value for the one, and for the other as well, two levels up and no further.
        await BuyAsync("yan", 1_000);

        var leaders = (await Node.GetAsync($"{Path}/referrals/leaders?by={by}")).Ok()["items"]!.AsArray();

        Assert.Equal(order.Split(' '), leaders.Select(leader => (string)leader!["member"]!));
        var figures = leaders.ToDictionary(leader => (string)leader!["member"]!, leader => (
            (int)leader!["friends"]!, (int)leader["bought"]!, (int)leader["reach"]!, (int)leader["depth"]!, (decimal)leader["value"]!));
        Assert.Equal((2, 1, 5, 3, 100m), figures["zhao"]);
        Assert.Equal((2, 0, 3, 2, 1_010m), figures["li"]);
        Assert.Equal((1, 1, 1, 1, 1_010m), figures["wu"]);
        Assert.Equal((3, 0, 3, 1, 0m), figures["sun"]);
    }

    [Fact]
    public async Task Only_so_many_leaders_are_listed_as_are_asked_for()
    {
        await GrowAsync();

        Assert.Equal(["zhao"], (await Node.GetAsync($"{Path}/referrals/leaders?by=reach&limit=1")).Ok()["items"]!.AsArray().Select(leader => (string?)leader!["member"]));
        Assert.Equal("by", (string?)(await Node.GetAsync($"{Path}/referrals/leaders?by=beauty")).Problem(400, "invalid_parameter")["field"]);
        Assert.Equal("depth", (string?)(await Node.GetAsync($"{Path}/members/zhao/referrals?depth=21")).Problem(400, "invalid_parameter")["field"]);
        (await Node.GetAsync($"{Path}/members/nobody/referrals")).Problem(404, "unknown_member");
        (await Node.GetAsync("/v1/chains/nowhere/referrals/leaders")).Problem(404, "unknown_chain");
    }

    // zhao brought li, who bought for 100, and bai; li brought wu and xu; wu brought yan, who bought for 10.
    private async Task GrowAsync()
    {
        await JoinAsync("zhao");
        await JoinAsync("sun");
        await BringAsync("li", "zhao");
        await BringAsync("bai", "zhao");
        await BringAsync("wu", "li");
        await BringAsync("xu", "li");
        await BringAsync("yan", "wu");
        await BuyAsync("li", 100);
        await BuyAsync("yan", 10);
        await UntilToldAsync("zhao", "friend_rewarded");
        await UntilToldAsync("wu", "friend_rewarded");
    }

    private async Task BringAsync(string friend, string referrer)
    {
        await JoinAsync(friend, referrer);
        await UntilToldAsync(friend, "referral_confirmed");
    }

    private async Task<JsonNode> TreeAsync(string member, string query = "") => (await Node.GetAsync($"{Path}/members/{member}/referrals{query}")).Ok();
}
