using System.Text.Json.Nodes;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>Who members are, through the API: kept, changed, found, and taken out.</summary>
public sealed class ProfileApiTests(SharedNode shared) : ChainTest(shared)
{
    private const string Whole =
        """
        {"name":"王小红","phone":"+86 138-0013-8000","email":"hong@example.com","gender":"female","birthday":"05-17","birthYear":1990,
         "address":"外滩 1 号","language":"zh-CN","note":"likes\nroses","fields":{"skin":"dry","肤质":"干性"}}
        """;

    [Fact]
    public async Task A_profile_is_put_changed_field_by_field_and_forgotten()
    {
        await SendAsync(new { id = "v", type = "visit", member = "li", store = "bund" });
        Assert.Equal(204, (await PutAsync("li", Whole)).Status);
        var kept = await ProfileAsync("li");
        var expected = JsonNode.Parse(Whole)!.AsObject();
        expected["masked"] = false;
        Assert.True(JsonNode.DeepEquals(expected, kept), kept.ToJsonString());

        Assert.Equal(204, (await PatchAsync("li", """{"phone":null,"name":"王红","fields":{"skin":null,"hair":"black"}}""")).Status);
        kept = await ProfileAsync("li");
        Assert.Equal(("王红", null, "hong@example.com", "05-17"), ((string?)kept["name"], (string?)kept["phone"], (string?)kept["email"], (string?)kept["birthday"]));
        Assert.Equal("""{"hair":"black","肤质":"干性"}""", kept["fields"]!.ToJsonString(Readable));
        Assert.Equal("王红", (string?)(await MemberAsync("li"))["profile"]!["name"]);

        Assert.Equal(204, (await PutAsync("li", "{}")).Status);
        Assert.Null((string?)(await ProfileAsync("li"))["name"]);
        Assert.Null((string?)(await ProfileAsync("li"))["birthday"]);
    }

    [Theory]
    [InlineData("""{"phone":"call me"}""", "phone")]
    [InlineData("""{"email":"nobody"}""", "email")]
    [InlineData("""{"gender":"unknown"}""", "gender")]
    [InlineData("""{"birthday":"31-12"}""", "birthday")]
    [InlineData("""{"birthYear":17}""", "birthYear")]
    [InlineData("""{"language":"!"}""", "language")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("{\"name\":\"a\\u0007b\"}", "name")]
    [InlineData("""{"name":"\ud800"}""", "name")]
    [InlineData("""{"telephone":"13800138000"}""", "profile")]
    [InlineData("""{"fields":{"a b":"x"}}""", "fields")]
    [InlineData("""{"fields":{"a":{}}}""", "a")]
    [InlineData("""{"fields":7}""", "fields")]
    [InlineData("[]", "profile")]
    public async Task What_is_no_profile_is_refused_without_saying_what_it_was(string body, string field)
    {
        await SendAsync(new { id = "v", type = "visit", member = "li" });

        Assert.Equal(field, (string?)(await PutAsync("li", body)).Problem(400, "invalid_field")["field"]);
        Assert.Equal(field, (string?)(await PatchAsync("li", body)).Problem(400, "invalid_field")["field"]);
        var problem = await PatchAsync("li", """{"phone":"my secret"}""");
        Assert.DoesNotContain("secret", problem.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_no_profile()
    {
        (await PutAsync("nobody", Whole)).Problem(404, "unknown_member");
        (await PatchAsync("nobody", Whole)).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/members/nobody/profile")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/members/nobody/export")).Problem(404, "unknown_member");
        (await Node.GetAsync($"{Path}/members/nobody/consents")).Problem(404, "unknown_member");
        (await Node.GetAsync("/v1/chains/nowhere/members/li/profile")).Problem(404, "unknown_chain");
        await SendAsync(new { id = "v", type = "visit", member = "li" });
        Assert.Null((await MemberAsync("li"))["profile"]);
    }

    [Fact]
    public async Task More_than_twenty_fields_of_ones_own_are_refused_and_nobody_who_changes_at_once_is_lost()
    {
        await SendAsync(new { id = "v", type = "visit", member = "li" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => PatchAsync("li", $$$"""{"fields":{"f{{{number}}}":"x"}}""")));

        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(20, (await ProfileAsync("li"))["fields"]!.AsObject().Count);
        (await PatchAsync("li", """{"fields":{"one-more":"x"}}""")).Problem(400, "invalid_field");
    }

    [Fact]
    public async Task Members_are_found_by_name_phone_mail_and_id_page_by_page_within_a_stage_and_a_store()
    {
        await SendAsync(
            new { id = "1", type = "visit", member = "a1", store = "bund" },
            new { id = "2", type = "visit", member = "b2", store = "soho" },
            new { id = "3", type = "join", member = "c3", store = "bund" },
            new { id = "4", type = "visit", member = "王4", store = "bund" });
        await PutAsync("a1", """{"name":"王小红","phone":"13800138000"}""");
        await PutAsync("b2", """{"name":"李小红","email":"li@example.com"}""");
        await PutAsync("c3", """{"name":"Anna Wang","phone":"+44 20 7946 8000"}""");

        Assert.Equal(["a1", "b2"], await FoundAsync("""{"q":"小红"}"""));
        Assert.Equal(["a1", "王4"], await FoundAsync("""{"q":"王"}"""));
        Assert.Equal(["a1", "c3"], await FoundAsync("""{"q":"8000"}"""));
        Assert.Equal(["a1"], await FoundAsync("""{"q":"+86 138 0013 8000"}"""));
        Assert.Equal(["b2"], await FoundAsync("""{"q":"LI@example.com"}"""));
        Assert.Equal(["c3"], await FoundAsync("""{"q":"wang ann"}"""));
        Assert.Equal(["a1"], await FoundAsync("""{"q":"小红","store":"bund"}"""));
        Assert.Equal(["a1"], await FoundAsync("""{"q":"8000","stage":"new"}"""));
        Assert.Equal(["a1", "b2", "c3", "王4"], await FoundAsync("{}"));
        Assert.Empty(await FoundAsync("""{"q":"zhang"}"""));

        var first = (await Node.PostAsync($"{Path}/members/search", """{"q":"小红","limit":1}""")).Ok();
        Assert.Equal(("a1", "王小红"), ((string?)first["items"]![0]!["id"], (string?)first["items"]![0]!["profile"]!["name"]));
        var second = (await Node.PostAsync($"{Path}/members/search", $$"""{"q":"小红","limit":1,"cursor":"{{first["next"]}}"}""")).Ok();
        Assert.Equal(("b2", null), ((string?)second["items"]![0]!["id"], (string?)second["next"]));
        // A name in a URL would be found in logs.
        Assert.Empty((await Node.GetAsync($"{Path}/members?q={Uri.EscapeDataString("小红")}")).Ok()["items"]!.AsArray());
        (await Node.PostAsync($"{Path}/members/search", """{"stage":"wild"}""")).Problem(400, "invalid_parameter");
        (await Node.PostAsync($"{Path}/members/search", """{"limit":501}""")).Problem(400, "invalid_field");
        (await Node.PostAsync($"{Path}/members/search", """{"store":"closed"}""")).Problem(404, "unknown_store");
    }

    [Fact]
    public async Task Many_profiles_are_changed_at_once_and_a_bad_one_spoils_no_other()
    {
        await SendAsync(new { id = "1", type = "visit", member = "li" }, new { id = "2", type = "visit", member = "wang" });

        var answer = (await Node.PostAsync(
            $"{Path}/profiles",
            """
            [{"member":"li","profile":{"name":"Li","birthday":"05-17"}},{"member":"nobody","profile":{"name":"N"}},
             {"member":"wang","profile":{"phone":"x"}},{"member":"wang","profile":{"phone":"13800138000"}},{"member":"wang"},7]
            """)).Ok();

        Assert.Equal(2, (int)answer["kept"]!);
        Assert.Equal(
            [(1, "unknown_member"), (2, "invalid_field"), (4, "invalid_field"), (5, "unknown_member")],
            answer["rejected"]!.AsArray().Select(each => ((int)each!["index"]!, (string)each["code"]!)));
        Assert.Equal(("Li", "05-17"), ((string?)(await ProfileAsync("li"))["name"], (string?)(await ProfileAsync("li"))["birthday"]));
        Assert.Equal("13800138000", (string?)(await ProfileAsync("wang"))["phone"]);
        (await Node.PostAsync($"{Path}/profiles", "{}")).Problem(400, "invalid_body");
    }

    [Fact]
    public async Task What_she_said_about_messages_is_told_channel_by_channel_and_word_by_word()
    {
        await SendAsync(
            new { id = "v", type = "visit", member = "li", store = "bund", at = DaysAgo(9) },
            new { id = "form-1", type = "consent", member = "li", given = true, at = DaysAgo(3) },
            new { id = "form-2", type = "consent", member = "li", channel = "sms", given = true, store = "soho", at = DaysAgo(2) },
            new { id = "call-3", type = "consent", member = "li", channel = "sms", given = false, at = DaysAgo(1) });

        var consents = (await Node.GetAsync($"{Path}/members/li/consents")).Ok();

        Assert.Equal(
            [(null, true), ("sms", false)],
            consents["channels"]!.AsArray().Select(each => ((string?)each!["channel"], (bool)each["given"]!)));
        Assert.Equal(
            [("form-1", null, true), ("form-2", "sms", true), ("call-3", "sms", false)],
            consents["history"]!.AsArray().Select(each => ((string?)each!["id"], (string?)each["channel"], (bool)each["given"]!)));
        Assert.Equal("soho", (string?)consents["history"]![1]!["store"]);
    }

    [Fact]
    public async Task An_export_holds_everything_that_is_known_of_her_and_its_file_is_not_called_after_her()
    {
        (await Node.PutAsync($"{Path}/policy", """{"cards":{"kinds":{"gold":{"form":"stored_value","usesPerDay":30}}}}""")).Ok();
        await SendAsync(
            new { id = "j", type = "join", member = "li", store = "bund", at = DaysAgo(9) },
            new { id = "p", type = "purchase", member = "li", amount = 120, at = DaysAgo(8) },
            new { id = "c", type = "card_issue", member = "li", card = "G1", kind = "gold", paid = 60, at = DaysAgo(7) },
            new { id = "s", type = "consent", member = "li", given = true, at = DaysAgo(6) },
            new { id = "f", type = "join", member = "friend", referrer = "li", at = DaysAgo(5) });
        await SendAsync(new { id = "x", type = "complaint", member = "li" });
        await PutAsync("li", Whole);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/members/li/export");
        using var response = await Node.Client.SendAsync(request, Cancel);
        var file = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal("attachment; filename=\"engagement-member-export.json\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(("engagement-member-export", 1, "li"), ((string?)file["format"], (int)file["version"]!, (string?)file["member"]));
        Assert.Equal(("王小红", "05-17"), ((string?)file["profile"]!["name"], (string?)file["profile"]!["birthday"]));
        Assert.False((bool)file["suppressed"]!);
        Assert.Single(file["consents"]!["history"]!.AsArray());
        Assert.Equal("li", (string?)file["state"]!["id"]);
        Assert.Contains(file["tasks"]!.AsArray(), task => (string?)task!["source"] == "complaint");
        Assert.Equal("G1", (string?)Assert.Single(file["cards"]!.AsArray())!["card"]);
        Assert.NotEmpty(file["cards"]![0]!["statement"]!.AsArray());
        Assert.Contains(file["points"]!["movements"]!.AsArray(), line => (string?)line!["type"] == "purchase");
        Assert.Equal("friend", (string?)Assert.Single(file["referrals"]!["brought"]!.AsArray())!["member"]);
        Assert.NotNull((string?)file["referrals"]!["code"]);
        Assert.NotNull(file["messages"]);
        var told = (await Node.FeedAsync(Chain)).Where(each => (string?)each["member"] == "li").Select(each => (long)each["position"]!);
        Assert.Equal(told, file["events"]!.AsArray().Select(each => (long)each!["position"]!));
    }

    [Fact]
    public async Task A_gateway_says_whether_it_wants_to_know_how_members_are_reached()
    {
        const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
        (await Node.PutAsync($"{Path}/channels/sms", $$"""{"url":"https://sms.example","secret":"{{Secret}}","address":"fax"}""")).Problem(400, "invalid_field");
        Assert.Equal("phone", (string?)(await Node.PutAsync(
            $"{Path}/channels/sms", $$"""{"url":"https://sms.example","secret":"{{Secret}}","address":"phone"}""")).Ok()["address"]);
        var listed = (await Node.GetAsync($"{Path}/channels")).Ok()["items"]!.AsArray();
        Assert.Equal("phone", (string?)listed.Single(each => (string?)each!["name"] == "sms")!["address"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private async Task<JsonNode> ProfileAsync(string member) => (await Node.GetAsync($"{Path}/members/{member}/profile")).Ok();

    private Task<Answer> PutAsync(string member, string profile) => Node.PutAsync($"{Path}/members/{member}/profile", profile);

    private Task<Answer> PatchAsync(string member, string profile) => Node.CallAsync(HttpMethod.Patch, $"{Path}/members/{member}/profile", profile);

    private async Task<List<string>> FoundAsync(string body) =>
        [.. (await Node.PostAsync($"{Path}/members/search", body)).Ok()["items"]!.AsArray().Select(each => (string)each!["id"]!)];
}
