using System.Net.Http.Headers;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>Keys that programs sign in with (docs/security/keys.md).</summary>
public sealed class KeyTests(SharedNode shared) : ChainTest(shared)
{
    [Fact]
    public async Task A_key_is_told_its_secret_once_and_does_what_its_scopes_say()
    {
        var made = (await MakeAsync("""{"name":"tills","scopes":["record_acts"]}""")).Ok();

        var secret = (string)made["secret"]!;
        Assert.StartsWith("engk_", secret, StringComparison.Ordinal);
        var taken = await AsAsync(secret, HttpMethod.Post, $"{Path}/events", """[{"id":"a","type":"visit","member":"Li","store":"bund"}]""");
        Assert.Equal(1, (int)taken.Ok()["accepted"]!);
        (await AsAsync(secret, HttpMethod.Get, $"{Path}/members/Li")).Problem(403, "forbidden");
        (await AsAsync(secret, HttpMethod.Get, $"{Path}/keys")).Problem(403, "forbidden");

        var listed = (await Node.GetAsync($"{Path}/keys")).Ok();
        Assert.DoesNotContain(secret, listed.ToJsonString(), StringComparison.Ordinal);
        var key = Assert.Single(listed["items"]!.AsArray())!;
        Assert.Equal("Administrator", (string?)key["createdBy"]);
        Assert.NotNull(key["lastUsedAt"]);
    }

    [Fact]
    public async Task A_rotated_keys_old_secret_is_good_for_the_overlap_and_an_ended_one_at_no_time()
    {
        var made = (await MakeAsync("""{"name":"tills","scopes":["see_chain"]}""")).Ok();
        var (id, old) = ((string)made["key"]!["id"]!, (string)made["secret"]!);

        var rotated = (await Node.PostAsync($"{Path}/keys/{id}/rotate", """{"overlapHours":1}""")).Ok();
        Assert.Equal(200, (await AsAsync(old, HttpMethod.Get, Path)).Status);
        Assert.Equal(200, (await AsAsync((string)rotated["secret"]!, HttpMethod.Get, Path)).Status);

        var again = (await Node.PostAsync($"{Path}/keys/{id}/rotate", """{"overlapHours":0}""")).Ok();
        (await AsAsync(old, HttpMethod.Get, Path)).Problem(401, "unauthorized");
        (await AsAsync((string)rotated["secret"]!, HttpMethod.Get, Path)).Problem(401, "unauthorized");

        Assert.Equal(204, (await Node.CallAsync(HttpMethod.Delete, $"{Path}/keys/{id}")).Status);
        (await AsAsync((string)again["secret"]!, HttpMethod.Get, Path)).Problem(401, "unauthorized");
        (await Node.CallAsync(HttpMethod.Delete, $"{Path}/keys/{id}")).Problem(404, "unknown_key");
        (await Node.PostAsync($"{Path}/keys/{id}/rotate", "{}")).Problem(404, "unknown_key");
    }

    [Theory]
    [InlineData("""{"scopes":["see_chain"]}""", "name")]
    [InlineData("""{"name":"x"}""", "scopes")]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["see_chain","everything"]}""", "scopes[1]")]
    [InlineData("""{"name":"x","scopes":["manage_keys"]}""", "scopes[0]")]
    [InlineData("""{"name":"x","scopes":["see_chain"],"stores":[null]}""", "stores")]
    [InlineData("""{"name":"x","scopes":["see_chain"],"expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"x","scopes":["see_chain"],"expiresAt":"2199-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task What_is_wrong_with_a_key_is_said_with_its_field(string body, string field) =>
        Assert.Equal(field, (string?)(await MakeAsync(body)).Problem(400, "invalid_field")["field"]);

    [Fact]
    public async Task A_key_takes_no_name_that_another_has_and_no_store_that_is_not_there()
    {
        (await MakeAsync("""{"name":"tills","scopes":["see_chain"]}""")).Ok();

        (await MakeAsync("""{"name":"tills","scopes":["see_chain"]}""")).Problem(409, "key_exists");
        (await MakeAsync("""{"name":"others","scopes":["see_chain"],"stores":["mars"]}""")).Problem(404, "unknown_store");
    }

    [Fact]
    public async Task A_key_of_one_store_tells_what_happens_there_and_of_others_members_only_what_happens_to_any_guest()
    {
        await Node.PostAsync($"{Path}/events", """[{"id":"1","type":"join","member":"Wang","store":"soho"}]""");
        var secret = (string)(await MakeAsync("""{"name":"till","scopes":["record_acts","see_members"],"stores":["bund"]}""")).Ok()["secret"]!;

        var taken = (await AsAsync(
            secret,
            HttpMethod.Post,
            $"{Path}/events",
            """
            [{"id":"2","type":"visit","member":"Wang"},
             {"id":"3","type":"visit","member":"Wang","store":"soho"},
             {"id":"4","type":"tag","name":"vip","member":"Wang"},
             {"id":"5","type":"tag","name":"vip","member":"Li"},
             {"id":"6","type":"tier_invite","tier":"premium","member":"Li"}]
            """)).Ok();

        Assert.Equal(
            [(1, "not_your_store"), (2, "not_your_store"), (4, "forbidden")],
            taken["rejected"]!.AsArray().Select(item => ((int)item!["index"]!, (string)item["code"]!)));
        // What names no store happened at the key's own.
        var timeline = (await Node.GetAsync($"{Path}/members/Wang/timeline")).Ok()["items"]!.AsArray();
        Assert.Contains(timeline, happened => (string?)happened!["id"] == "2" && (string?)happened["store"] == "bund");
        var found = (await AsAsync(secret, HttpMethod.Get, $"{Path}/members")).Ok()["items"]!.AsArray();
        Assert.Equal("Li", (string?)Assert.Single(found)!["id"]);
        (await AsAsync(secret, HttpMethod.Get, $"{Path}/members?store=soho")).Problem(403, "not_your_store");
        (await AsAsync(secret, HttpMethod.Get, $"{Path}/members?store=bund&store=soho")).Problem(403, "not_your_store");
        (await AsAsync(secret, HttpMethod.Get, $"{Path}/members?STORE=soho")).Problem(403, "not_your_store");
    }

    [Fact]
    public async Task A_key_of_two_stores_has_to_say_which_list_it_wants()
    {
        var secret = (string)(await MakeAsync("""{"name":"desk","scopes":["see_board"],"stores":["bund","soho"]}""")).Ok()["secret"]!;

        (await AsAsync(secret, HttpMethod.Get, $"{Path}/board")).Problem(400, "store_needed");
        Assert.Equal("soho", (string?)(await AsAsync(secret, HttpMethod.Get, $"{Path}/board?store=soho")).Ok()["store"]);
    }

    [Fact]
    public async Task Only_who_may_act_for_others_says_by_whom_a_task_is_done()
    {
        await Node.PostAsync($"{Path}/events", """[{"id":"1","type":"complaint","member":"Wang","store":"soho"}]""");
        var task = (string)(await Node.GetAsync($"{Path}/tasks?member=Wang")).Ok()["items"]![0]!["id"]!;
        var secret = (string)(await MakeAsync("""{"name":"kiosk","scopes":["work_on_tasks"]}""")).Ok()["secret"]!;
        var desk = (string)(await MakeAsync("""{"name":"desk","scopes":["work_on_tasks","act_for_others"]}""")).Ok()["secret"]!;

        (await AsAsync(secret, HttpMethod.Post, $"{Path}/tasks/{task}/claim", """{"by":"chen"}""")).Problem(403, "not_in_your_name");
        Assert.Equal("chen", (string?)(await AsAsync(desk, HttpMethod.Post, $"{Path}/tasks/{task}/claim", """{"by":"chen"}""")).Ok()["assignee"]);
    }

    private Task<Answer> MakeAsync(string body) => Node.PostAsync($"{Path}/keys", body);

    private async Task<Answer> AsAsync(string secret, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await Node.CallAsync(request);
    }
}
