using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>A browser is signed in for as long as its session in the store says, and as who its account says.</summary>
public sealed class BrowserSessionTests : IAsyncLifetime
{
    private readonly MovableTime _time = new();
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync(_time);
        await _node.OpenChainAsync("glow");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");

        var cookie = (await mei.SignInAsync("mei")).Headers["Set-Cookie"];

        Assert.Contains("engagement=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mei", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_in_always_begins_a_new_session_and_ends_the_one_before()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var planted = mei.On(_node);
        var before = mei.Cookie;

        (await mei.SignInAsync("mei")).Ok();

        Assert.NotEqual(before, mei.Cookie);
        Assert.NotNull(await mei.SessionAsync());
        Assert.Null(await planted.SessionAsync());
        Assert.Single((await mei.GetAsync("/v1/account/sessions")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends_after_twelve_hours_and_any_after_seven_days()
    {
        using var idle = await Browser.JoinAsync(_node, "glow", "care_staff", "idle", "bund");
        using var busy = await Browser.JoinAsync(_node, "glow", "care_staff", "busy", "bund");
        for (var half = 0; half < 14; half++)
        {
            Assert.NotNull(await busy.SessionAsync());
            _time.Pass(TimeSpan.FromHours(11.9));
        }

        Assert.Null(await idle.SessionAsync());
        Assert.NotNull(await busy.SessionAsync());
        _time.Pass(TimeSpan.FromHours(2));
        Assert.Null(await busy.SessionAsync());
    }

    [Fact]
    public async Task Signed_out_is_signed_out_also_for_whoever_kept_the_cookie()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var thief = mei.On(_node);

        Assert.Equal(204, (await mei.DeleteAsync("/v1/session")).Status);

        (await thief.GetAsync("/v1/chains/glow")).Problem(401, "unauthorized");
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_one_or_all()
    {
        using var desk = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var phone = new Browser(_node);
        using var home = new Browser(_node);
        (await phone.SignInAsync("mei")).Ok();
        (await home.SignInAsync("mei")).Ok();
        using var other = await Browser.JoinAsync(_node, "glow", "care_staff", "jing", "bund");

        var sessions = (await desk.GetAsync("/v1/account/sessions")).Ok()["items"]!.AsArray();
        Assert.Equal(3, sessions.Count);
        Assert.All(sessions, session => Assert.Equal("Firefox, Linux", (string?)session!["device"]));
        var own = Assert.Single(sessions, session => (bool)session!["isThis"]!)!;
        (await other.DeleteAsync($"/v1/account/sessions/{own["id"]}")).Problem(404, "unknown_session");
        Assert.Equal(204, (await phone.DeleteAsync($"/v1/account/sessions/{own["id"]}")).Status);
        Assert.Null(await desk.SessionAsync());
        Assert.NotNull(await home.SessionAsync());

        Assert.Equal(204, (await phone.DeleteAsync("/v1/account/sessions")).Status);
        Assert.Null(await phone.SessionAsync());
        Assert.Null(await home.SessionAsync());
        Assert.NotNull(await other.SessionAsync());
    }

    [Fact]
    public async Task Another_password_ends_all_other_sessions()
    {
        using var desk = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var phone = new Browser(_node);
        (await phone.SignInAsync("mei")).Ok();

        (await desk.PostAsync("/v1/account/password", new { password = "wrong wrong wrong", newPassword = "another good password" })).Problem(403, "wrong_password");
        (await desk.PostAsync("/v1/account/password", new { password = Browser.Password, newPassword = "password1234" })).Problem(400, "invalid_field");
        Assert.Equal(204, (await desk.PostAsync("/v1/account/password", new { password = Browser.Password, newPassword = "another good password" })).Status);

        Assert.NotNull(await desk.SessionAsync());
        Assert.Null(await phone.SessionAsync());
        (await phone.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        (await phone.SignInAsync("mei", "another good password")).Ok();
    }

    [Fact]
    public async Task Another_role_other_stores_and_a_lock_hold_at_once()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        var path = $"/v1/chains/glow/staff/{mei.AccountId}";

        (await _node.PutAsync(path, """{"role":"store_manager","stores":["soho"]}""")).Ok();
        var session = await mei.SessionAsync();
        Assert.Equal(("store_manager", "soho"), ((string?)session!["role"], (string?)session["stores"]![0]));
        (await _node.PostAsync($"{path}/lock", "")).Ok();
        Assert.Null(await mei.SessionAsync());
        (await mei.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        (await _node.PostAsync($"{path}/unlock", "")).Ok();
        Assert.Null(await mei.SessionAsync());
        (await mei.SignInAsync("mei")).Ok();
        Assert.Equal(204, (await _node.CallAsync(HttpMethod.Delete, path)).Status);
        Assert.Null(await mei.SessionAsync());
        (await mei.SignInAsync("mei")).Problem(401, "wrong_sign_in");
    }

    [Fact]
    public async Task Whoever_came_by_the_key_has_sessions_and_no_account()
    {
        using var browser = new Browser(_node);
        var session = (await browser.PostAsync("/v1/session", new { key = TestNode.Key })).Ok();

        Assert.Equal(("system_administrator", false), ((string?)session["role"], (bool)session["hasAccount"]!));
        Assert.Single((await browser.GetAsync("/v1/account/sessions")).Ok()["items"]!.AsArray());
        (await browser.GetAsync("/v1/account")).Problem(409, "no_account");
        (await _node.GetAsync("/v1/account")).Problem(409, "no_account");
        (await browser.PostAsync("/v1/account/password", new { password = "x", newPassword = "another good password" })).Problem(409, "no_account");
        Assert.Equal(204, (await browser.DeleteAsync("/v1/account/sessions")).Status);
        Assert.Null(await browser.SessionAsync());
    }
}
