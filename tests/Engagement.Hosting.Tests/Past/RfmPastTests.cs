using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Past;

/// <summary>The grid of a past instant, and the members of one of its cells.</summary>
public sealed class RfmPastTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task The_grid_of_a_past_night_comes_out_as_it_was_made_then_whatever_happened_since()
    {
        await ManyAsync();
        var then = (await Node.PostAsync($"{Path}/rfm/run", "")).Ok();
        await SendAsync(
            new { id = "back", type = "purchase", member = "m0", amount = 5000 },
            new { id = "given back", type = "refund", member = "m9", orderId = "o-9-0" },
            new { id = "news", type = "visit", member = "zhao", store = "soho" });
        await SendAsync(new { id = "cancelled", type = "card_use_cancel", member = "m2", useId = "use" });

        var past = (await Node.GetAsync($"{Path}/rfm?at={(string)then["asOf"]!}")).Ok();

        Assert.Equal(then.ToJsonString(), past.ToJsonString());
        Assert.Equal(11, (int)(await Node.PostAsync($"{Path}/rfm/run", "")).Ok()["members"]!);
    }

    [Fact]
    public async Task Of_a_member_who_no_longer_remembers_that_far_back_the_grid_does()
    {
        await SendAsync([.. Enumerable.Range(0, 60).Select(number => new { id = $"{number}", type = "visit", member = "li", store = "bund", at = DaysAgo(1800 - 30 * number + 0.5) })]);
        await SendAsync(new { id = "p", type = "purchase", member = "wang", store = "bund", amount = 80, at = DaysAgo(1600) });

        var grid = (await Node.GetAsync($"{Path}/rfm?at={DaysAgo(1500)}")).Ok();

        Assert.Equal((2, 40m), ((int)grid["members"]!, (decimal)grid["means"]!["monetary"]!));
        // Eleven visits of hers in that time and one purchase of the other.
        Assert.Equal(6m, (decimal)grid["means"]!["frequency"]!);
        Assert.Equal(0, (int)(await Node.GetAsync($"{Path}/rfm?at={DaysAgo(1900)}")).Ok()["members"]!);
    }

    [Fact]
    public async Task A_cell_of_the_grid_holds_the_members_that_the_search_finds_for_it()
    {
        await ManyAsync();
        var grid = (await Node.PostAsync($"{Path}/rfm/run", "")).Ok();

        foreach (var cell in grid["cells"]!.AsArray())
        {
            var (r, f, m) = ((int)cell!["r"]!, (int)cell["f"]!, (int)cell["m"]!);
            var found = Ids((await Node.GetAsync($"{Path}/members?r={r}&f={f}&m={m}")).Ok());
            Assert.Equal((int)cell["members"]!, found.Count);
            Assert.Equal(found, Ids((await Node.PostAsync($"{Path}/members/search", $$"""{"r":{{r}},"f":{{f}},"m":{{m}}}""")).Ok()));
        }

        Assert.Equal(["m8", "m9"], Ids((await Node.GetAsync($"{Path}/members?f=5")).Ok()));
        Assert.Equal(["m9"], Ids((await Node.GetAsync($"{Path}/members?f=5&q=m9")).Ok()));
        Assert.Equal("f", (string?)(await Node.GetAsync($"{Path}/members?r=1&f=6")).Problem(400, "invalid_parameter")["field"]);
        Assert.Equal("r", (string?)(await Node.GetAsync($"{Path}/members?r=best")).Problem(400, "invalid_parameter")["field"]);
        Assert.Equal("m", (string?)(await Node.PostAsync($"{Path}/members/search", """{"m":0}""")).Problem(400, "invalid_field")["field"]);
    }

    [Fact]
    public async Task An_instant_that_makes_no_sense_is_refused()
    {
        (await Node.GetAsync($"{Path}/rfm?at=tomorrow")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/rfm?at={DaysAgo(-1)}")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"/v1/chains/nowhere/rfm?at={DaysAgo(1)}")).Problem(404, "unknown_chain");
        var nobody = (await Node.GetAsync($"{Path}/rfm?at={DaysAgo(1)}")).Ok();
        Assert.Equal((0, 8), ((int)nobody["members"]!, nobody["groups"]!.AsArray().Count));
    }

    /// <summary>Ten members: m0 came longest ago, seldom and paid little, m9 the opposite; one of them with a card.</summary>
    private async Task ManyAsync()
    {
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", """{"cards":{"kinds":{"year":{"form":"period","validDays":365}}}}""")).Status);
        for (var member = 0; member < 10; member++)
        {
            await SendAsync([.. Enumerable.Range(0, member + 1).Select(visit => new
            {
                id = $"{member}-{visit}",
                type = "purchase",
                member = $"m{member}",
                store = "bund",
                amount = 100,
                orderId = $"o-{member}-{visit}",
                at = DaysAgo(100 - 10 * member + 0.5 + visit / 10.0),
            })]);
        }

        await SendAsync(new { id = "issue", type = "card_issue", member = "m2", card = "Y", kind = "year", at = DaysAgo(200) });
        await SendAsync(new { id = "use", type = "card_use", member = "m2", card = "Y", at = DaysAgo(3) });
    }

    private static List<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(member => (string)member!["id"]!)];
}
