using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>What a store has from its chain, what it has of its own, and what it may not have.</summary>
public sealed class PolicyInheritanceTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_store_sees_of_each_field_where_it_comes_from_and_whether_it_is_locked()
    {
        await PutAsync("/policy", """{"stages":{"lostAfterDays":170},"locked":["points","streak.freezesPerMonth"]}""");
        await PutAsync("/stores/bund/policy", """{"stages":{"dormantAfterDays":45},"care":{"prospectAct":null}}""");

        var answer = await Node.GetAsync($"{Path}/stores/bund/policy/fields");
        var fields = answer.Ok()["fields"]!.AsArray().ToDictionary(field => (string)field!["path"]!, field => field!);

        Assert.Equal("""{"path":"stages.dormantAfterDays","value":45,"source":"store","locked":false,"inherited":90}""", fields["stages.dormantAfterDays"].ToJsonString());
        Assert.Equal("""{"path":"stages.lostAfterDays","value":170,"source":"chain","locked":false,"inherited":170}""", fields["stages.lostAfterDays"].ToJsonString());
        Assert.Equal("""{"path":"points.acts.comment.points","value":5,"source":"chain","locked":true,"inherited":5}""", fields["points.acts.comment.points"].ToJsonString());
        Assert.Equal("""{"path":"streak.freezesPerMonth","value":0,"source":"chain","locked":true,"inherited":0}""", fields["streak.freezesPerMonth"].ToJsonString());
        Assert.Equal("""{"path":"care.prospectAct","value":null,"source":"store","locked":false,"inherited":"interest_shown"}""", fields["care.prospectAct"].ToJsonString());
        Assert.Equal((await Node.GetAsync($"{Path}/stores/bund/policy")).Headers["ETag"], answer.Headers["ETag"]);
        Assert.All((await Node.GetAsync($"{Path}/stores/soho/policy/fields")).Ok()["fields"]!.AsArray(), field => Assert.Equal("chain", (string?)field!["source"]));
    }

    [Fact]
    public async Task What_a_store_differs_in_is_read_as_it_was_put()
    {
        Assert.Equal("{}", (await Node.GetAsync($"{Path}/stores/bund/policy/overrides")).Ok().ToJsonString());

        await PutAsync("/stores/bund/policy", """{"stages":{"dormantAfterDays":45}}""");

        Assert.Equal("""{"stages":{"dormantAfterDays":45}}""", (await Node.GetAsync($"{Path}/stores/bund/policy/overrides")).Ok().ToJsonString());
        (await Node.GetAsync($"{Path}/stores/closed/policy/overrides")).Problem(404, "unknown_store");
    }

    [Theory]
    [InlineData("stages.dormantAfterDay")]
    [InlineData("stages.loyal.visits.most")]
    [InlineData("Points")]
    [InlineData("points.acts.nonsense")]
    [InlineData("recall.playbooks.birthday.steps[0]")]
    [InlineData("")]
    [InlineData("stages.")]
    public async Task A_lock_of_a_field_that_there_is_not_is_refused(string path)
    {
        var problem = (await Node.PutAsync($"{Path}/policy", new JsonObject { ["locked"] = new JsonArray("points", path) }.ToJsonString()))
            .Problem(400, "invalid_policy");

        Assert.Equal("locked[1]", (string?)problem["field"]);
        Assert.Contains($"'{path}'", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stages.dormantAfterDays")]
    [InlineData("stages.loyal")]
    [InlineData("points.acts.comment.once")]
    [InlineData("recall.playbooks.birthday")]
    [InlineData("recall.playbooks.birthday.endsAfterHours")]
    [InlineData("care.openingHours.weekly.monday")]
    [InlineData("locked")]
    public async Task Fields_objects_and_lists_can_be_locked(string path) =>
        Assert.Equal(200, (await Node.PutAsync($"{Path}/policy", new JsonObject { ["locked"] = new JsonArray(path) }.ToJsonString())).Status);

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var problem = (await Node.PutAsync($"{Path}/policy", """{"stages":{"dormantAfterDays":0},"streak":{"freezesPerMonth":99},"locked":["nonsense"]}"""))
            .Problem(400, "invalid_policy");

        Assert.Equal(
            ["stages.dormantAfterDays", "streak.freezesPerMonth", "locked[0]"], problem["faults"]!.AsArray().Select(fault => (string?)fault!["field"]));
    }

    [Fact]
    public async Task A_lock_over_what_a_store_differs_in_is_refused_and_the_store_and_field_named()
    {
        await PutAsync("/stores/bund/policy", """{"stages":{"dormantAfterDays":45},"points":{"signIn":2}}""");

        var problem = (await Node.PutAsync($"{Path}/policy", """{"locked":["stages"]}""")).Problem(409, "overridden_by_stores");

        Assert.Equal("stages.dormantAfterDays", (string?)problem["field"]);
        Assert.Equal("""[{"store":"bund","field":"stages.dormantAfterDays"}]""", problem["overrides"]!.ToJsonString());
        Assert.Equal("\"1\"", (await Node.GetAsync($"{Path}/policy")).Headers["ETag"]);
    }

    [Fact]
    public async Task What_a_store_differs_in_gives_way_to_a_lock_where_that_is_asked_for_and_is_told()
    {
        await PutAsync("/stores/bund/policy", """{"stages":{"dormantAfterDays":45},"points":{"signIn":2}}""");

        var answer = await Node.PutAsync($"{Path}/policy?dropOverrides=true&note=ours", """{"locked":["stages"]}""");

        Assert.Equal((200, "bund/stages.dormantAfterDays"), (answer.Status, answer.Headers["Dropped-Overrides"]));
        Assert.Equal("""{"points":{"signIn":2}}""", (await Node.GetAsync($"{Path}/stores/bund/policy/overrides")).Ok().ToJsonString());
        Assert.Equal(90, (int)(await Node.GetAsync($"{Path}/stores/bund/policy")).Ok()["stages"]!["dormantAfterDays"]!);
        var version = (await Node.GetAsync($"{Path}/stores/bund/policy/versions?limit=1")).Ok()["items"]![0]!;
        Assert.Equal(("ours", 3), ((string?)version["note"], (int)version["version"]!));
    }

    [Fact]
    public async Task A_lock_is_not_got_round_by_replacing_what_it_stands_in()
    {
        await PutAsync("/policy", """{"locked":["points.acts.comment.points"]}""");

        (await Node.PutAsync($"{Path}/stores/bund/policy", """{"points":{"acts":{"comment":null}}}""")).Problem(400, "invalid_field");
        (await Node.PutAsync($"{Path}/stores/bund/policy", """{"locked":[]}""")).Problem(400, "invalid_field");
    }

    [Fact]
    public async Task The_schema_of_policies_is_published()
    {
        var answer = await Node.GetAsync("/v1/policy/schema");

        Assert.Equal((200, "application/schema+json"), (answer.Status, answer.ContentType));
        var field = answer.Body!["properties"]!["stages"]!["properties"]!["dormantAfterDays"]!;
        Assert.Equal((1, 730, 90), ((int)field["minimum"]!, (int)field["maximum"]!, (int)field["default"]!));
        Assert.Contains("dormant", (string?)field["description"], StringComparison.Ordinal);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)answer.Body["$schema"]);
    }

    private async Task PutAsync(string path, string document) => (await Node.PutAsync(Path + path, document)).Ok();
}
