using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Chains and stores are opened and renamed.</summary>
public sealed class ChainsTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_chain_is_created_once_and_then_renamed()
    {
        var path = $"/v1/chains/{Chain}.New_1";

        var created = await Node.PutAsync(path, """{"name":"Fit 健身","currency":"EUR"}""");
        var renamed = await Node.PutAsync(path, """{"name":"Fitter"}""");

        Assert.Equal((201, path), (created.Status, created.Headers["Location"]));
        Assert.Equal(("Fit 健身", "EUR"), ((string)created.Body!["name"]!, (string)created.Body["currency"]!));
        Assert.Equal((200, "Fitter", "EUR"), (renamed.Status, (string)renamed.Body!["name"]!, (string)renamed.Body["currency"]!));
        Assert.Equal(renamed.Body.ToJsonString(), (await Node.GetAsync(path)).Ok().ToJsonString());
    }

    [Fact]
    public async Task A_new_chain_keeps_its_books_in_yuan_unless_told_otherwise() =>
        Assert.Equal("CNY", (string?)(await Node.GetAsync(Path)).Ok()["currency"]);

    [Fact]
    public async Task A_chain_says_by_whose_days_its_figures_count()
    {
        Assert.Equal("UTC", (string?)(await Node.GetAsync(Path)).Ok()["timeZone"]);

        (await Node.PutAsync($"{Path}/policy", """{"timeZone":"Asia/Shanghai"}""")).Ok();

        Assert.Equal("Asia/Shanghai", (string?)(await Node.GetAsync(Path)).Ok()["timeZone"]);
    }

    [Fact]
    public async Task All_chains_are_listed()
    {
        var listed = (await Node.GetAsync("/v1/chains")).Ok()["items"]!.AsArray();

        Assert.Contains(listed, chain => (string)chain!["id"]! == Chain && (string)chain["name"]! == "Glow 光彩");
    }

    [Fact]
    public async Task A_store_is_created_once_and_then_changed()
    {
        var created = await Node.PutAsync($"{Path}/stores/berlin", """{"name":"Berlin","timeZone":"Europe/Berlin"}""");
        var changed = await Node.PutAsync($"{Path}/stores/berlin", """{"name":"Wien","timeZone":"Europe/Vienna"}""");

        Assert.Equal((201, $"{Path}/stores/berlin"), (created.Status, created.Headers["Location"]));
        Assert.Equal((200, "Wien", "Europe/Vienna"), (changed.Status, (string)changed.Body!["name"]!, (string)changed.Body["timeZone"]!));
        var listed = (await Node.GetAsync($"{Path}/stores")).Ok()["items"]!.AsArray();
        Assert.Equal(["bund", "soho", "berlin"], listed.Select(store => (string)store!["id"]!));
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    [InlineData("""{"name":"a","currency":"yuan"}""", "currency")]
    [InlineData("""{"name":"a","currency":"cny"}""", "currency")]
    [InlineData("""{"name":"a","currency":""}""", "currency")]
    public async Task A_chain_that_makes_no_sense_is_refused_and_the_field_named(string body, string field)
    {
        var problem = (await Node.PutAsync($"{Path}x", body)).Problem(400, "invalid_field");

        Assert.Equal(field, (string?)problem["field"]);
        (await Node.GetAsync($"{Path}x")).Problem(404, "unknown_chain");
    }

    [Theory]
    [InlineData("""{"name":"A"}""", "timeZone")]
    [InlineData("""{"name":"A","timeZone":"China Standard Time"}""", "timeZone")]
    [InlineData("""{"name":"A","timeZone":"Asia/Nowhere"}""", "timeZone")]
    [InlineData("""{"name":"A","timeZone":"../../etc/passwd"}""", "timeZone")]
    [InlineData("""{"name":"","timeZone":"Asia/Shanghai"}""", "name")]
    public async Task A_store_that_makes_no_sense_is_refused_and_the_field_named(string body, string field)
    {
        var problem = (await Node.PutAsync($"{Path}/stores/odd", body)).Problem(400, "invalid_field");

        Assert.Equal(field, (string?)problem["field"]);
    }

    [Theory]
    [InlineData("with%20space")]
    [InlineData("%E4%B8%AD")]
    [InlineData("a%2Fb")]
    [InlineData("a%3Bb")]
    public async Task Ids_of_chains_and_stores_are_plain_characters(string id)
    {
        (await Node.PutAsync($"/v1/chains/{id}", """{"name":"A"}""")).Problem(400, "invalid_parameter");
        (await Node.PutAsync($"{Path}/stores/{id}", """{"name":"A","timeZone":"UTC"}""")).Problem(400, "invalid_parameter");
        (await Node.PutAsync($"/v1/chains/{new string('a', 65)}", """{"name":"A"}""")).Problem(400, "invalid_parameter");
    }

    [Theory]
    [InlineData("not JSON", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"name":7}""", 400)]
    public async Task A_body_that_cannot_be_read_is_a_bad_request(string body, int status)
    {
        var answer = await Node.PutAsync($"{Path}x", body);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.NotNull(answer.Body!["code"]);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_not_understood() =>
        (await Node.CallAsync(HttpMethod.Put, $"{Path}x", "name=a", "application/x-www-form-urlencoded"))
            .Problem(415, "unsupported_media_type");

    [Fact]
    public async Task Nothing_is_known_of_a_chain_that_is_not_there()
    {
        string[] paths =
        [
            "", "/stores", "/policy", "/stores/bund/policy", "/members", "/members/li", "/members/li/timeline", "/board", "/feed",
        ];
        foreach (var path in paths)
            (await Node.GetAsync($"/v1/chains/nowhere{path}")).Problem(404, "unknown_chain");
        (await Node.PutAsync("/v1/chains/nowhere/policy", "{}")).Problem(404, "unknown_chain");
        (await Node.PutAsync("/v1/chains/nowhere/stores/a", """{"name":"A","timeZone":"UTC"}""")).Problem(404, "unknown_chain");
        (await Node.PostAsync("/v1/chains/nowhere/events", "[]")).Problem(404, "unknown_chain");
    }
}
