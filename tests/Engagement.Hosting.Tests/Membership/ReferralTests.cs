using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Friends who are brought, and what both get for it (转介绍, docs/domain §10).</summary>
public sealed class ReferralTests(SharedNode shared) : MembershipTest(shared)
{
    [Fact]
    public async Task A_code_brings_a_friend_and_both_have_200_points_on_her_first_purchase()
    {
        await JoinAsync("zhao");
        var code = (string)(await TreeAsync("zhao"))["code"]!;
        Assert.Equal(code, (string?)(await TreeAsync("zhao"))["code"]);

        AssertTaken(
            await SendAsync(
                new { id = "j", type = "join", member = "li", referralCode = $" {code.ToLowerInvariant()} " },
                new { id = "k", type = "join", member = "bai", referralCode = "NOBODYS1" }),
            1,
            0,
            (1, "unknown_code"));
        await UntilToldAsync("li", "referral_confirmed");
        Assert.Equal((0, 0), (await BalanceAsync("zhao"), await BalanceAsync("li")));
        await BuyAsync("li", 100);

        await UntilBalanceAsync("zhao", 200);
        Assert.Equal(300, await BalanceAsync("li"));
        var (hers, friends) = ((await MemberAsync("li"))["referral"]!, (await MemberAsync("zhao"))["referral"]!);
        Assert.Equal(("zhao", "confirmed"), ((string?)hers["referrer"], (string?)hers["standing"]));
        var friend = Assert.Single(friends["friends"]!.AsArray())!;
        Assert.Equal(("li", true, 200, 1), ((string?)friend["id"], (bool)friend["hasBought"]!, (int)friend["points"]!, (int)friends["bought"]!));
        Assert.Equal(404, (await Node.GetAsync($"{Path}/members/bai")).Status);
    }

    [Fact]
    public async Task Only_the_first_purchase_counts_and_one_that_is_free_does_not()
    {
        await JoinAsync("zhao");
        await JoinAsync("li", "zhao");
        await BuyAsync("li", 0);
        await BuyAsync("li", 100);
        await BuyAsync("li", 100);

        await UntilBalanceAsync("zhao", 200);
        Assert.Equal(400, await BalanceAsync("li"));
        Assert.Equal(2, (int)Assert.Single(await ToldAsync("li", "referral_rewarded"))["data"]!["purchase"]!);
    }

    [Fact]
    public async Task Somebody_who_bought_before_her_referral_was_confirmed_is_rewarded_when_it_is()
    {
        await JoinAsync("li", "zhao");
        await BuyAsync("li", 100);
        Assert.Equal(100, await BalanceAsync("li"));

        await JoinAsync("zhao", at: DaysAgo(1));

        await UntilBalanceAsync("zhao", 200);
        Assert.Equal(300, await BalanceAsync("li"));
    }

    [Fact]
    public async Task A_first_purchase_that_is_given_back_whole_takes_both_rewards_with_it_and_another_brings_them_again()
    {
        await JoinAsync("zhao");
        await JoinAsync("li", "zhao");
        await BuyAsync("li", 100, "A");
        await UntilBalanceAsync("zhao", 200);
        AssertTaken(await SendAsync(new { id = "part", type = "refund", member = "li", orderId = "A", amount = 40 }), 1);
        Assert.Equal(260, await BalanceAsync("li"));

        AssertTaken(await SendAsync(new { id = "rest", type = "refund", member = "li", orderId = "A" }), 1);

        await UntilBalanceAsync("zhao", 0);
        Assert.Equal(0, await BalanceAsync("li"));
        Assert.Equal(0, (int)(await MemberAsync("zhao"))["referral"]!["bought"]!);
        await BuyAsync("li", 50);
        await UntilBalanceAsync("zhao", 200);
        Assert.Equal(250, await BalanceAsync("li"));
    }

    [Fact]
    public async Task However_fast_it_is_bought_given_back_and_bought_again_she_is_rewarded_once()
    {
        await JoinAsync("zhao");
        await JoinAsync("li", "zhao");
        await UntilToldAsync("li", "referral_confirmed");

        await SendAsync([.. Enumerable.Range(0, 10).SelectMany(round => new object[]
        {
            new { id = $"p{round}", type = "purchase", member = "li", amount = 100, orderId = $"o{round}" },
            new { id = $"r{round}", type = "refund", member = "li", orderId = $"o{round}" },
        })]);
        await BuyAsync("li", 100);

        await Eventually.HoldsAsync(
            () => ToldAsync("zhao", "friend_rewarded"),
            told => told.Any(reward => (int)reward["data"]!["round"]! == 11),
            "the last of the rewards has come");
        Assert.Equal((200, 300), (await BalanceAsync("zhao"), await BalanceAsync("li")));
    }

    [Fact]
    public async Task Who_names_herself_or_a_second_one_or_comes_as_a_member_already_earns_nothing_and_hears_why()
    {
        await JoinAsync("zhao");
        await JoinAsync("wang");
        await JoinAsync("self", "self");
        await JoinAsync("twice", "zhao");
        await JoinAsync("twice", "wang");
        await BuyAsync("old", 10);
        await JoinAsync("old", "zhao");

        foreach (var (member, why) in new[] { ("self", "self"), ("twice", "repeat"), ("old", "not_new") })
        {
            Assert.Equal(why, (string?)Assert.Single(await ToldAsync(member, "referral_refused"))["data"]!["why"]);
            await BuyAsync(member, 10);
        }

        // The one who was named first is not harmed by it.
        await UntilBalanceAsync("zhao", 200);
        Assert.Equal(0, await BalanceAsync("wang"));
        Assert.Equal((10, 20), (await BalanceAsync("self"), await BalanceAsync("old")));
    }

    [Fact]
    public async Task Two_who_say_that_each_brought_the_other_earn_nothing()
    {
        await JoinAsync("zhao", "li");
        await JoinAsync("li", "zhao");

        foreach (var member in new[] { "zhao", "li" })
        {
            Assert.Equal("loop", (string?)(await UntilToldAsync(member, "referral_refused"))["why"]);
            await BuyAsync(member, 10);
            Assert.Equal(10, await BalanceAsync(member));
        }
    }

    [Fact]
    public async Task No_circle_comes_about_however_late_it_is_told_who_joined_when()
    {
        // All are known for something else before they join, and each joins as it was in the past.
        foreach (var member in new[] { "a", "b", "c" })
            await SendAsync(new { id = NewId(), type = "act", name = "comment", member });
        await JoinAsync("a", "b", DaysAgo(3));
        await JoinAsync("b", "c", DaysAgo(2));
        await JoinAsync("c", "a", DaysAgo(1));

        await UntilToldAsync("c", "referral_confirmed");
        Assert.Equal("not_a_member_before", (string?)(await UntilToldAsync("a", "referral_refused"))["why"]);
        Assert.Equal("not_a_member_before", (string?)(await UntilToldAsync("b", "referral_refused"))["why"]);
    }

    [Fact]
    public async Task A_referrer_who_is_heard_of_only_after_her_friend_counts_if_she_was_a_member_before_her()
    {
        await JoinAsync("li", "early");
        await JoinAsync("bai", "late");
        Assert.Equal("claimed", (string?)(await MemberAsync("li"))["referral"]!["standing"]);

        await JoinAsync("early", at: DaysAgo(1));
        await JoinAsync("late");

        await UntilToldAsync("li", "referral_confirmed");
        Assert.Equal("not_a_member_before", (string?)(await UntilToldAsync("bai", "referral_refused"))["why"]);
        Assert.Equal(["li"], (await TreeAsync("early"))["branches"]!.AsArray().Select(branch => (string?)branch!["member"]));
        Assert.Empty((await TreeAsync("late"))["branches"]!.AsArray());
    }

    [Fact]
    public async Task Five_friends_who_bought_lift_her_by_a_tier()
    {
        await JoinAsync("zhao");
        for (var number = 1; number <= 5; number++)
        {
            await JoinAsync($"f{number}", "zhao");
            await BuyAsync($"f{number}", 10);
        }

        await UntilBalanceAsync("zhao", 1_000);

        var tier = (await MemberAsync("zhao"))["tier"]!;
        Assert.Equal("basic", (string?)tier["name"]);
        Assert.Equal("5 friends referred", (string?)Assert.Single(await ToldAsync("zhao", "tier_changed"))["data"]!["reason"]);
        // What brought her here carries her no further.
        Assert.Equal("pro", (string?)tier["next"]!["name"]);
        Assert.Equal([(5_000m, null)], tier["next"]!["missing"]!.AsArray().Select(way => ((decimal?)way!["spend"], (int?)way["friends"])));
    }

    private async Task<JsonNode> TreeAsync(string member) => (await Node.GetAsync($"{Path}/members/{member}/referrals")).Ok();
}
