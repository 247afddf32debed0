using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Who manages staff gives only what lies within her own reach.</summary>
public sealed class StaffManagementTests : IAsyncLifetime
{
    private const string Staff = "/v1/chains/glow/staff";

    private static readonly string[] Bund = ["bund"];
    private static readonly string[] Soho = ["soho"];

    private TestNode _node = null!;
    private Browser _headquarters = null!;
    private Browser _manager = null!;
    private Browser _care = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.OpenChainAsync("glow");
        await _node.OpenChainAsync("other");
        _headquarters = await Browser.JoinAsync(_node, "glow", "chain_headquarters", "hq");
        _manager = await Browser.JoinAsync(_node, "glow", "store_manager", "manager", "bund");
        _care = await Browser.JoinAsync(_node, "glow", "care_staff", "care", "bund");
    }

    public async ValueTask DisposeAsync()
    {
        _headquarters.Dispose();
        _manager.Dispose();
        _care.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task A_manager_invites_care_staff_for_her_own_stores_and_nobody_else()
    {
        Assert.Equal(201, (await InviteAsync(_manager, "care_staff", "bund")).Status);
        (await InviteAsync(_manager, "care_staff", "soho")).Problem(403, "beyond_reach");
        (await InviteAsync(_manager, "care_staff", "bund", "soho")).Problem(403, "beyond_reach");
        (await InviteAsync(_manager, "store_manager", "bund")).Problem(403, "beyond_reach");
        (await InviteAsync(_manager, "chain_headquarters")).Problem(403, "beyond_reach");
        Assert.Equal(404, (await _manager.PostAsync("/v1/chains/other/staff", new { signInName = "x1", role = "care_staff", stores = Bund })).Status);
        Assert.Equal(403, (await _manager.PostAsync("/v1/administrators", new { signInName = "x2" })).Status);
        Assert.Equal(403, (await InviteAsync(_care, "care_staff", "bund")).Status);
    }

    [Fact]
    public async Task A_headquarters_invites_all_of_its_chain_and_no_administrator()
    {
        Assert.Equal(201, (await InviteAsync(_headquarters, "care_staff", "soho")).Status);
        Assert.Equal(201, (await InviteAsync(_headquarters, "store_manager", "bund", "soho")).Status);
        Assert.Equal(201, (await InviteAsync(_headquarters, "chain_headquarters")).Status);
        (await InviteAsync(_headquarters, "system_administrator")).Problem(400, "invalid_field");
        (await InviteAsync(_headquarters, "integrator")).Problem(400, "invalid_field");
        (await InviteAsync(_headquarters, "care_staff")).Problem(400, "invalid_field");
        (await InviteAsync(_headquarters, "care_staff", "nowhere")).Problem(400, "invalid_field");
        (await InviteAsync(_headquarters, "chain_headquarters", "bund")).Problem(400, "invalid_field");
        Assert.Equal(403, (await _headquarters.PostAsync("/v1/administrators", new { signInName = "x" })).Status);
        Assert.Equal(404, (await _headquarters.GetAsync("/v1/chains/other/staff")).Status);
        Assert.Equal(403, (await _headquarters.GetAsync("/v1/administrators")).Status);
    }

    [Fact]
    public async Task A_sign_in_name_is_taken_once_in_the_whole_system()
    {
        (await _headquarters.PostAsync(Staff, new { signInName = "MANAGER", role = "care_staff", stores = Bund })).Problem(409, "name_taken");
        (await _node.PostAsync("/v1/chains/other/staff", """{"signInName":"Care","role":"chain_headquarters"}""")).Problem(409, "name_taken");
        (await _headquarters.PostAsync(Staff, new { signInName = "two words", role = "care_staff", stores = Bund })).Problem(400, "invalid_field");
    }

    [Fact]
    public async Task Everybody_sees_and_changes_only_whom_she_manages()
    {
        Assert.Equal(["care"], await NamesAsync(_manager, Staff));
        Assert.Equal(["care", "hq", "manager"], await NamesAsync(_headquarters, Staff));
        Assert.Equal(["care", "hq", "manager"], await NamesAsync(null, Staff));
        Assert.Equal(403, (await _care.GetAsync(Staff)).Status);
        using var foreign = await Browser.JoinAsync(_node, "other", "care_staff", "foreign", "bund");

        (await _manager.GetAsync($"{Staff}/{_headquarters.AccountId}")).Problem(404, "unknown_account");
        (await _manager.PostAsync($"{Staff}/{_headquarters.AccountId}/recovery", new { })).Problem(404, "unknown_account");
        (await _headquarters.PostAsync($"{Staff}/{foreign.AccountId}/lock")).Problem(404, "unknown_account");
        (await _headquarters.DeleteAsync($"{Staff}/{foreign.AccountId}")).Problem(404, "unknown_account");
        (await _manager.PutAsync($"{Staff}/{_care.AccountId}", new { stores = Soho })).Problem(403, "beyond_reach");
        (await _manager.PutAsync($"{Staff}/{_care.AccountId}", new { role = "store_manager" })).Problem(403, "beyond_reach");
        (await _manager.PostAsync($"{Staff}/{_care.AccountId}/recovery", new { dropTotp = true })).Problem(403, "beyond_reach");
        Assert.Equal("Care 客服", (string?)(await _manager.PutAsync($"{Staff}/{_care.AccountId}", new { name = "Care 客服" })).Ok()["name"]);
        Assert.NotNull(await foreign.SessionAsync());
    }

    [Fact]
    public async Task Nobody_changes_her_own_role_nor_locks_herself()
    {
        var own = $"{Staff}/{_headquarters.AccountId}";

        (await _headquarters.PutAsync(own, new { role = "store_manager", stores = Bund })).Problem(409, "own_account");
        (await _headquarters.PostAsync($"{own}/lock")).Problem(409, "own_account");
        (await _headquarters.DeleteAsync(own)).Problem(409, "own_account");
        (await _headquarters.PostAsync($"{own}/recovery", new { })).Problem(409, "own_account");
        (await _headquarters.PutAsync(own, new { name = "Head office" })).Ok();
        Assert.Equal("Headquarters", (string?)(await _headquarters.PutAsync("/v1/account", new { name = "Headquarters" })).Ok()["name"]);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_locked_nor_deleted()
    {
        using var first = await Browser.JoinAsync(_node, null, "", "root");
        var path = $"/v1/administrators/{first.AccountId}";
        (await _node.PostAsync("/v1/administrators", """{"signInName":"never-came"}""")).Ok();

        (await _node.PostAsync($"{path}/lock", "")).Problem(409, "last_administrator");
        (await _node.CallAsync(HttpMethod.Delete, path)).Problem(409, "last_administrator");
        using var second = await Browser.JoinAsync(_node, null, "", "second");
        (await second.PostAsync($"{path}/lock")).Ok();
        (await _node.PostAsync($"/v1/administrators/{second.AccountId}/lock", "")).Problem(409, "last_administrator");
        Assert.Equal(204, (await second.DeleteAsync(path)).Status);
        Assert.Equal(["never-came", "second"], await NamesAsync(second, "/v1/administrators"));
    }

    [Fact]
    public async Task A_change_to_what_somebody_else_has_changed_is_refused_where_it_says_what_it_knew()
    {
        var path = $"{Staff}/{_care.AccountId}";
        var known = (await _node.GetAsync(path)).Headers["ETag"];
        (await _headquarters.PutAsync(path, new { name = "Changed" })).Ok();

        using var stale = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Headers = { IfMatch = { new(known) } },
            Content = new StringContent("""{"name":"Stale"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        (await _node.CallAsync(stale)).Problem(412, "version_conflict");
    }

    [Fact]
    public async Task A_list_comes_page_by_page()
    {
        for (var number = 0; number < 7; number++)
            Assert.Equal(201, (await InviteAsync(_headquarters, "care_staff", number % 2 == 0 ? "bund" : "soho")).Status);
        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await _manager.GetAsync($"{Staff}?limit=2&cursor={cursor}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["next"];
        }

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
        (await _manager.GetAsync($"{Staff}?limit=0")).Problem(400, "invalid_parameter");
        (await _manager.GetAsync($"{Staff}?cursor=*")).Problem(400, "invalid_parameter");
    }

    private static Task<Answer> InviteAsync(Browser by, string role, params string[] stores) =>
        by.PostAsync(Staff, new { signInName = $"s-{Guid.NewGuid():N}", role, stores });

    private async Task<IEnumerable<string?>> NamesAsync(Browser? browser, string path) =>
        (browser is null ? await _node.GetAsync(path) : await browser.GetAsync(path)).Ok()["items"]!.AsArray()
            .Select(item => (string?)item!["signInName"]).Order(StringComparer.Ordinal);
}
