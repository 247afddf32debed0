using System.Text;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>A chain decides its numbers, and its stores what the chain leaves to them.</summary>
public sealed class PolicyTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_chain_that_has_decided_nothing_has_the_defaults()
    {
        var policy = await Node.GetAsync($"{Path}/policy");

        Assert.Equal("\"1\"", policy.Headers["ETag"]);
        Assert.Equal((90, 180), ((int)policy.Ok()["stages"]!["dormantAfterDays"]!, (int)policy.Ok()["stages"]!["lostAfterDays"]!));
        Assert.Equal(policy.Ok().ToJsonString(), (await Node.GetAsync($"{Path}/stores/bund/policy")).Ok().ToJsonString());
    }

    [Fact]
    public async Task What_a_chain_decides_is_in_force_under_a_new_version()
    {
        var put = await Node.PutAsync($"{Path}/policy", """{"stages":{"dormantAfterDays":60},"points":{"acts":{"跑步":{"points":7}}}}""");
        var read = await Node.GetAsync($"{Path}/policy");

        Assert.Equal(("\"2\"", "\"2\""), (put.Headers["ETag"], read.Headers["ETag"]));
        Assert.Equal(put.Ok().ToJsonString(), read.Ok().ToJsonString());
        Assert.Equal((60, 180), ((int)read.Ok()["stages"]!["dormantAfterDays"]!, (int)read.Ok()["stages"]!["lostAfterDays"]!));
        Assert.Equal(7, (int)read.Ok()["points"]!["acts"]!["跑步"]!["points"]!);
    }

    [Fact]
    public async Task The_document_that_was_read_can_be_put_back()
    {
        var read = await Node.GetAsync($"{Path}/policy");

        Assert.Equal(read.Ok().ToJsonString(), (await Node.PutAsync($"{Path}/policy", read.Ok().ToJsonString())).Ok().ToJsonString());
    }

    [Fact]
    public async Task A_change_to_what_somebody_else_has_changed_meanwhile_is_refused()
    {
        Assert.Equal(200, (await PutIfAsync("/policy", "\"1\"", """{"stages":{"dormantAfterDays":60}}""")).Status);

        (await PutIfAsync("/policy", "\"1\"", """{"stages":{"dormantAfterDays":61}}""")).Problem(412, "version_conflict");

        Assert.Equal(60, (int)(await Node.GetAsync($"{Path}/policy")).Ok()["stages"]!["dormantAfterDays"]!);
        Assert.Equal(200, (await PutIfAsync("/policy", "*", """{"stages":{"dormantAfterDays":62}}""")).Status);
    }

    [Fact]
    public async Task Of_many_who_change_the_same_version_at_once_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(60, 10).Select(
            days => PutIfAsync("/policy", "\"1\"", """{"stages":{"dormantAfterDays":N}}""".Replace("N", $"{days}", StringComparison.Ordinal))));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.Problem(412, "version_conflict"));
    }

    [Theory]
    [InlineData("""{"stages":{"dormantAfterDays":0}}""", "stages.dormantAfterDays")]
    [InlineData("""{"stages":{"dormantAfterDays":200}}""", "stages.lostAfterDays")]
    [InlineData("""{"stages":{"dormantAfterDays":"soon"}}""", "stages.dormantAfterDays")]
    [InlineData("""{"stages":{"dormantAfterDays":1e40}}""", "stages.dormantAfterDays")]
    [InlineData("""{"stages":{"loyal":{"visits":1,"withinDays":180}}}""", "stages.loyal.visits")]
    [InlineData("""{"stages":{"sleepyAfterDays":60}}""", "stages.sleepyAfterDays")]
    [InlineData("""{"stages":null}""", "stages")]
    [InlineData("""{"stages":[]}""", "stages")]
    [InlineData("""{"Stages":{"dormantAfterDays":60}}""", "Stages")]
    [InlineData("""{"points":{"acts":{"":{"points":1}}}}""", "points.acts")]
    [InlineData("""{"streak":{"freezesPerMonth":99}}""", "streak.freezesPerMonth")]
    [InlineData("""{"timeZone":"Asia/Nowhere"}""", "timeZone")]
    [InlineData("""{"colour":"red"}""", "colour")]
    public async Task A_policy_that_makes_no_sense_is_refused_and_the_field_named(string policy, string field)
    {
        var problem = (await Node.PutAsync($"{Path}/policy", policy)).Problem(400, "invalid_policy");

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Contains(problem["faults"]!.AsArray(), fault => (string?)fault!["field"] == field);
        Assert.DoesNotContain("Engagement.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("\"1\"", (await Node.GetAsync($"{Path}/policy")).Headers["ETag"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    public async Task What_is_no_policy_at_all_is_a_bad_request(string body)
    {
        foreach (var path in new[] { $"{Path}/policy", $"{Path}/stores/bund/policy" })
        {
            var answer = await Node.PutAsync(path, body);
            Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
            Assert.NotNull(answer.Body!["code"]);
        }
    }

    [Fact]
    public async Task A_store_changes_what_differs_and_inherits_the_rest()
    {
        await Node.PutAsync($"{Path}/policy", """{"stages":{"dormantAfterDays":60,"lostAfterDays":170}}""");

        await Node.PutAsync($"{Path}/stores/bund/policy", """{"stages":{"dormantAfterDays":45}}""");

        var bund = (await Node.GetAsync($"{Path}/stores/bund/policy")).Ok()["stages"]!;
        var soho = (await Node.GetAsync($"{Path}/stores/soho/policy")).Ok()["stages"]!;
        Assert.Equal((45, 170), ((int)bund["dormantAfterDays"]!, (int)bund["lostAfterDays"]!));
        Assert.Equal((60, 170), ((int)soho["dormantAfterDays"]!, (int)soho["lostAfterDays"]!));
        await Node.PutAsync($"{Path}/stores/bund/policy", "{}");
        Assert.Equal(60, (int)(await Node.GetAsync($"{Path}/stores/bund/policy")).Ok()["stages"]!["dormantAfterDays"]!);
    }

    [Theory]
    [InlineData("""{"stages":{"dormantAfterDays":45}}""", "stages.dormantAfterDays")]
    [InlineData("""{"points":{"signIn":9}}""", "points.signIn")]
    [InlineData("""{"points":{"acts":{"comment":{"points":9}}}}""", "points.acts.comment.points")]
    public async Task A_store_cannot_change_what_its_chain_has_locked(string overrides, string field)
    {
        await Node.PutAsync($"{Path}/policy", """{"locked":["stages.dormantAfterDays","points"]}""");

        var problem = (await Node.PutAsync($"{Path}/stores/bund/policy", overrides)).Problem(400, "invalid_field");

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(200, (await Node.PutAsync($"{Path}/stores/bund/policy", """{"stages":{"lostAfterDays":200}}""")).Status);
    }

    [Theory]
    [InlineData("""{"Stages":{"DormantAfterDays":45}}""")]
    [InlineData("""{"stages":{"DormantAfterDays":45}}""")]
    [InlineData("""{"STAGES":{"dormantAfterDays":45}}""")]
    [InlineData("""{"locked":[]}""")]
    public async Task A_lock_is_not_got_round_by_spelling(string overrides)
    {
        await Node.PutAsync($"{Path}/policy", """{"locked":["stages.dormantAfterDays","locked"]}""");

        Assert.Equal(400, (await Node.PutAsync($"{Path}/stores/bund/policy", overrides)).Status);

        Assert.Equal(90, (int)(await Node.GetAsync($"{Path}/stores/bund/policy")).Ok()["stages"]!["dormantAfterDays"]!);
    }

    [Fact]
    public async Task A_chain_cannot_decide_what_spoils_a_stores_own_changes()
    {
        await Node.PutAsync($"{Path}/stores/bund/policy", """{"stages":{"dormantAfterDays":150}}""");

        var answer = await Node.PutAsync($"{Path}/policy", """{"stages":{"lostAfterDays":120}}""");

        Assert.Equal(400, answer.Status);
        Assert.Contains("bund", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("\"1\"", (await Node.GetAsync($"{Path}/policy")).Headers["ETag"]);
    }

    [Fact]
    public async Task A_store_that_is_not_there_has_no_policy()
    {
        (await Node.GetAsync($"{Path}/stores/closed/policy")).Problem(404, "unknown_store");
        (await Node.PutAsync($"{Path}/stores/closed/policy", "{}")).Problem(404, "unknown_store");
    }

    private async Task<Answer> PutIfAsync(string path, string version, string policy)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path + path)
        {
            Content = new StringContent(policy, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await Node.CallAsync(request);
    }
}
