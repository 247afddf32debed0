using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Who changed what, when and why; and the way back.</summary>
public sealed class PolicyVersionTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task Each_change_is_a_version_that_says_who_changed_what_and_why()
    {
        await PutAsync("/policy?note=春节前试一试", """{"stages":{"dormantAfterDays":60}}""");

        var list = (await Node.GetAsync($"{Path}/policy/versions")).Ok()["items"]!.AsArray();

        Assert.Equal([2, 1], list.Select(version => (int)version!["version"]!));
        var latest = list[0]!;
        Assert.Equal(("Administrator", "春节前试一试"), ((string?)latest["by"], (string?)latest["note"]));
        Assert.NotNull(latest["at"]);
        Assert.Equal(
            """[{"path":"stages.dormantAfterDays","from":90,"to":60}]""", latest["changes"]!.ToJsonString());
        Assert.Empty(list[1]!["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_version_is_read_with_its_document()
    {
        await PutAsync("/policy", """{"stages":{"dormantAfterDays":60},"points":{"acts":{"comment":{"points":9}}}}""");

        var first = (await Node.GetAsync($"{Path}/policy/versions/1")).Ok();
        var second = (await Node.GetAsync($"{Path}/policy/versions/2")).Ok();

        Assert.Equal((90, 60), (Dormant(first["document"]!), Dormant(second["document"]!)));
        var changes = second["changes"]!.AsArray().ToDictionary(change => (string)change!["path"]!, change => change!);
        Assert.Equal(9, (int)changes["points.acts.comment.points"]["to"]!);
        Assert.Equal((10, null), ((int)changes["points.acts.share.points"]["from"]!, changes["points.acts.share.points"]["to"]));
        (await Node.GetAsync($"{Path}/policy/versions/3")).Problem(404, "unknown_version");
        (await Node.GetAsync($"{Path}/stores/closed/policy/versions/1")).Problem(404, "unknown_store");
        (await Node.GetAsync("/v1/chains/nowhere/policy/versions")).Problem(404, "unknown_chain");
    }

    [Fact]
    public async Task What_was_before_can_be_put_back_as_a_new_version()
    {
        await PutAsync("/policy", """{"stages":{"dormantAfterDays":60}}""");
        await PutAsync("/policy", """{"stages":{"dormantAfterDays":45}}""");

        var restored = await Node.PostAsync($"{Path}/policy/versions/2/restore", "");

        Assert.Equal((60, "\"4\""), (Dormant(restored.Ok()), restored.Headers["ETag"]));
        var latest = (await Node.GetAsync($"{Path}/policy/versions?limit=1")).Ok()["items"]!.AsArray().Single()!;
        Assert.Equal((4, "Back to version 2"), ((int)latest["version"]!, (string?)latest["note"]));
        (await Node.PostAsync($"{Path}/policy/versions/9/restore", "")).Problem(404, "unknown_version");
    }

    [Fact]
    public async Task A_store_has_versions_of_its_own()
    {
        await PutAsync("/stores/bund/policy?note=local", """{"stages":{"dormantAfterDays":45}}""");
        await PutAsync("/stores/bund/policy", "{}");

        Assert.Equal(200, (await Node.PostAsync($"{Path}/stores/bund/policy/versions/2/restore?note=again", "")).Status);

        var list = (await Node.GetAsync($"{Path}/stores/bund/policy/versions")).Ok()["items"]!.AsArray();
        Assert.Equal(
            [(4, "again"), (3, null), (2, "local"), (1, null)],
            list.Select(version => ((int)version!["version"]!, (string?)version["note"])));
        Assert.Equal("""[{"path":"stages.dormantAfterDays","from":45,"to":null}]""", list[1]!["changes"]!.ToJsonString());
        Assert.Empty((await Node.GetAsync($"{Path}/stores/soho/policy/versions")).Ok()["items"]!.AsArray());
        Assert.Empty((await Node.GetAsync($"{Path}/policy/versions")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task Versions_are_read_page_by_page()
    {
        foreach (var days in (int[])[60, 61, 62, 63])
            await PutAsync("/policy", $$$"""{"stages":{"dormantAfterDays":{{{days}}}}}""");

        var versions = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await Node.GetAsync($"{Path}/policy/versions?limit=2&cursor={cursor}")).Ok();
            versions.AddRange(page["items"]!.AsArray().Select(version => (int)version!["version"]!));
            cursor = (string?)page["next"];
        }

        Assert.Equal([5, 4, 3, 2, 1], versions);
        (await Node.GetAsync($"{Path}/policy/versions?cursor=!")).Problem(400, "invalid_parameter");
        (await Node.GetAsync($"{Path}/policy/versions?limit=0")).Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_note_is_a_line_that_people_can_read()
    {
        foreach (var note in (string[])[new('x', 501), "%00", "a%0Ab"])
        {
            var problem = (await Node.PutAsync($"{Path}/policy?note={note}", "{}")).Problem(400, "invalid_parameter");
            Assert.Equal("note", (string?)problem["field"]);
        }
    }

    private async Task PutAsync(string path, string document) => (await Node.PutAsync(Path + path, document)).Ok();

    private static int Dormant(JsonNode policy) => (int)policy["stages"]!["dormantAfterDays"]!;
}
