using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Membership;

/// <summary>Families share the benefits of their head (docs/domain §6). What one says to the other travels between them.</summary>
public sealed class FamilyTests(SharedNode shared) : MembershipTest(shared)
{
    private const string Gold =
        """
        {"benefits":{"largestFamily":2},"tiers":{"ladder":[{"name":"gold","rules":[{"spend":1000}],
          "benefits":{"discounts":{"*":20},"isSharedWithFamily":true,"others":{"home_visit":{"usesAYear":2}}}}]}}
        """;

    [Fact]
    public async Task Her_family_has_the_discounts_of_her_tier_and_her_counted_benefits_together_with_her()
    {
        await PolicyAsync(Gold);
        await BuyAsync("zhao", 1_000);
        await JoinAsync("son");
        AssertTaken(await SendAsync(new { id = "u0", type = "benefit_use", member = "zhao", benefit = "home_visit", relative = "son" }), 0, 0, (0, "not_in_family"));

        await GrowAsync("zhao", "son");

        Assert.Equal("zhao", (string?)(await MemberAsync("son"))["family"]!["head"]);
        var quote = (await Node.PostAsync($"{Path}/quote", """{"member":"son","items":[{"amount":100}]}""")).Ok();
        Assert.Equal(20m, (decimal)quote["discount"]!);
        AssertTaken(
            await SendAsync(
                new { id = "u1", type = "benefit_use", member = "zhao", benefit = "home_visit", relative = "son" },
                new { id = "u2", type = "benefit_use", member = "zhao", benefit = "home_visit" },
                new { id = "u3", type = "benefit_use", member = "zhao", benefit = "home_visit", relative = "son" }),
            2,
            0,
            (2, "no_uses_left"));
        Assert.Equal(["son", null], (await ToldAsync("zhao", "benefit_used")).Select(told => (string?)told["data"]!["relative"]));
    }

    [Fact]
    public async Task A_family_that_is_full_takes_nobody_else_until_somebody_is_let_go()
    {
        await PolicyAsync(Gold);
        await JoinAsync("zhao");
        foreach (var relative in new[] { "son", "mother", "sister" })
            await JoinAsync(relative);
        await GrowAsync("zhao", "son");
        await GrowAsync("zhao", "mother");
        AssertTaken(await AskAsync("zhao", "sister"), 0, 0, (0, "family_full"));
        AssertTaken(await AskAsync("zhao", "zhao"), 0, 0, (0, "invalid_field"));
        AssertTaken(await AskAsync("zhao", "son"), 0, 0, (0, "already_in_family"));

        AssertTaken(await SendAsync(new { id = NewId(), type = "family_remove", member = "zhao", relative = "son" }), 1);

        await UntilToldAsync("son", "family_parted");
        Assert.Null((string?)(await MemberAsync("son"))["family"]!["head"]);
        AssertTaken(await SendAsync(new { id = NewId(), type = "family_remove", member = "zhao", relative = "son" }), 0, 0, (0, "not_in_family"));
        await GrowAsync("zhao", "sister");
    }

    [Fact]
    public async Task Whoever_leaves_is_gone_for_both_and_may_belong_to_another()
    {
        await JoinAsync("zhao");
        await JoinAsync("wang");
        await JoinAsync("son");
        await GrowAsync("zhao", "son");
        AssertTaken(await AskAsync("son", "wang"), 0, 0, (0, "not_head"));

        AssertTaken(await SendAsync(new { id = "l1", type = "family_leave", member = "son" }, new { id = "l2", type = "family_leave", member = "son" }), 1, 0, (1, "not_in_family"));

        Assert.Equal("left", (string?)(await UntilToldAsync("zhao", "family_shrunk"))["why"]);
        Assert.Empty((await MemberAsync("zhao"))["family"]!["relatives"]!.AsArray());
        await GrowAsync("wang", "son");
    }

    [Fact]
    public async Task Whoever_has_another_family_or_one_of_her_own_declines_and_the_head_hears_why()
    {
        foreach (var member in new[] { "zhao", "wang", "son", "daughter" })
            await JoinAsync(member);
        await GrowAsync("wang", "son");

        AssertTaken(await AskAsync("zhao", "son"), 1);
        Assert.Equal("other_family", (string?)(await UntilToldAsync("zhao", "family_shrunk"))["why"]);
        AssertTaken(await AskAsync("zhao", "wang"), 1);
        var why = await Eventually.HoldsAsync(() => ToldAsync("zhao", "family_shrunk"), told => told.Count == 2, "both have declined");
        Assert.Equal("head", (string?)why[1]["data"]!["why"]);

        Assert.Empty((await MemberAsync("zhao"))["family"]!["relatives"]!.AsArray());
        Assert.Equal("wang", (string?)(await MemberAsync("son"))["family"]!["head"]);
    }

    [Fact]
    public async Task Somebody_who_is_not_known_yet_belongs_to_the_family_as_soon_as_she_is()
    {
        await JoinAsync("zhao");
        AssertTaken(await AskAsync("zhao", "baby"), 1);
        Assert.Equal([("baby", false)], Relatives(await MemberAsync("zhao")));

        await JoinAsync("baby");

        await UntilToldAsync("zhao", "family_grown");
        Assert.Equal([("baby", true)], Relatives(await MemberAsync("zhao")));
        Assert.Equal("zhao", (string?)(await MemberAsync("baby"))["family"]!["head"]);
    }

    [Fact]
    public async Task Somebody_who_was_asked_and_let_go_before_anybody_knew_her_belongs_to_nobody()
    {
        await JoinAsync("zhao");
        AssertTaken(await AskAsync("zhao", "baby"), 1);
        AssertTaken(await SendAsync(new { id = NewId(), type = "family_remove", member = "zhao", relative = "baby" }), 1);

        await JoinAsync("baby");

        await UntilToldAsync("baby", "family_parted");
        Assert.Null((string?)(await MemberAsync("baby"))["family"]!["head"]);
        Assert.Empty(Relatives(await MemberAsync("zhao")));
    }

    private Task<JsonNode> AskAsync(string head, string relative) => SendAsync(new { id = NewId(), type = "family_add", member = head, relative });

    private async Task GrowAsync(string head, string relative)
    {
        AssertTaken(await AskAsync(head, relative), 1);
        await Eventually.HoldsAsync(
            async () => Relatives(await MemberAsync(head)), relatives => relatives.Contains((relative, true)), $"{relative} belongs to the family of {head}");
    }

    private static List<(string Id, bool HasAgreed)> Relatives(JsonNode member) =>
        [.. member["family"]!["relatives"]!.AsArray().Select(relative => ((string)relative!["id"]!, (bool)relative["hasAgreed"]!))];
}
