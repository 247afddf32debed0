using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>A chain's staff come in through the chain's own identity provider; what they may do is in their accounts here.</summary>
public sealed class IdentityProviderTests : IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _node = await TestNode.StartAsync(
            $"Engagement:Oidc:head-office:Authority={_provider.Address}",
            $"Engagement:Oidc:head-office:ClientId={IdentityProvider.ClientId}",
            $"Engagement:Oidc:head-office:ClientSecret={IdentityProvider.ClientSecret}",
            "Engagement:Oidc:head-office:Chain=glow",
            "Engagement:Oidc:head-office:DisplayName=Glow 总部");
        await _node.OpenChainAsync("glow");
        await _node.OpenChainAsync("other");
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_vouches_for_by_a_verified_address_is_in_with_her_account()
    {
        var id = await InviteAsync("glow", "mei@glow.example");
        using var browser = new Browser(_node, followsRedirects: false);
        var offered = Assert.Single((await browser.GetAsync("/v1/session/providers")).Ok()["items"]!.AsArray())!;
        Assert.Equal(("head-office", "Glow 总部"), ((string?)offered["name"], (string?)offered["title"]));

        Assert.Equal("/", await ComeAsync(browser, "Mei@Glow.example"));

        Assert.Null(_provider.Refused);
        var session = await browser.SessionAsync();
        Assert.Equal((id, "care_staff", "glow"), ((string?)session!["id"], (string?)session["role"], (string?)session["chain"]));
        Assert.Single((await browser.GetAsync("/v1/account/sessions")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task From_then_on_she_is_known_by_who_she_is_there_not_by_her_address()
    {
        var id = await InviteAsync("glow", "mei@glow.example");
        using var mei = new Browser(_node, followsRedirects: false);
        await ComeAsync(mei, "mei@glow.example");

        using var renamed = new Browser(_node, followsRedirects: false);
        Assert.Equal("/", await ComeAsync(renamed, "mei.li@glow.example"));
        Assert.Equal(id, (string?)(await renamed.SessionAsync())!["id"]);
        using var impostor = new Browser(_node, followsRedirects: false);
        Assert.Equal("/#refused=unknown", await ComeAsync(impostor, "mei@glow.example", subject: "4712"));
        Assert.Null(await impostor.SessionAsync());
    }

    [Fact]
    public async Task Nobody_else_is_let_in()
    {
        await InviteAsync("other", "jing@glow.example");
        var locked = await InviteAsync("glow", "locked@glow.example");
        (await _node.PostAsync($"/v1/chains/glow/staff/{locked}/lock", "")).Ok();
        await InviteAsync("glow", "mei@glow.example");
        using var root = await Browser.JoinAsync(_node, null, "", "root@glow.example");
        using var browser = new Browser(_node, followsRedirects: false);

        Assert.Equal("/#refused=unknown", await ComeAsync(browser, "nobody@glow.example"));
        Assert.Equal("/#refused=unknown", await ComeAsync(browser, "jing@glow.example"));
        Assert.Equal("/#refused=unknown", await ComeAsync(browser, "locked@glow.example"));
        Assert.Equal("/#refused=unknown", await ComeAsync(browser, "root@glow.example"));
        Assert.Equal("/#refused=unknown", await ComeAsync(browser, "mei@glow.example", isVerified: false));
        Assert.Null(await browser.SessionAsync());
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("aud", "another client")]
    [InlineData("exp", 1_000_000_000)]
    [InlineData("nonce", "of another browser")]
    [InlineData("signature", "")]
    public async Task A_token_that_is_not_the_providers_for_us_and_for_this_sign_in_is_none(string what, object value)
    {
        await InviteAsync("glow", "mei@glow.example");
        using var browser = new Browser(_node, followsRedirects: false);
        if (what == "signature")
            _provider.SignsWrongly = true;
        else
            _provider.Claims[what] = value;

        Assert.Equal("/#refused=failed", await ComeAsync(browser, "mei@glow.example"));
        Assert.Null(_provider.Refused);
        Assert.True(_provider.HasVouched);
        Assert.Null(await browser.SessionAsync());
    }

    [Fact]
    public async Task A_way_back_that_another_browser_began_leads_nowhere()
    {
        await InviteAsync("glow", "mei@glow.example");
        _provider.Claims["email"] = "mei@glow.example";
        _provider.Claims["email_verified"] = true;
        using var attacker = new Browser(_node, followsRedirects: false);
        using var victim = new Browser(_node, followsRedirects: false);
        var there = await attacker.GetAsync("/v1/session/oidc/head-office");
        var back = await attacker.GetAsync(there.Headers["Location"]);

        Assert.Equal("/#refused=failed", (await victim.GetAsync(back.Headers["Location"])).Headers["Location"]);
        Assert.Null(await victim.SessionAsync());
        (await victim.GetAsync("/v1/session/oidc/nobody")).Problem(404, "unknown_provider");
    }

    private async Task<string> InviteAsync(string chain, string name)
    {
        var invited = await _node.PostAsync($"/v1/chains/{chain}/staff", $$"""{"signInName":"{{name}}","role":"care_staff","stores":["bund"]}""");
        return (string)invited.Ok()["account"]!["id"]!;
    }

    /// <summary>There and back again; where the browser is sent in the end.</summary>
    private async Task<string> ComeAsync(Browser browser, string email, bool isVerified = true, string subject = "4711")
    {
        _provider.Claims["email"] = email;
        _provider.Claims["email_verified"] = isVerified;
        _provider.Claims["sub"] = subject;
        var there = await browser.GetAsync("/v1/session/oidc/head-office");
        Assert.Equal(302, there.Status);
        var back = await browser.GetAsync(there.Headers["Location"]);
        Assert.Equal(302, back.Status);
        return (await browser.GetAsync(back.Headers["Location"])).Headers["Location"];
    }
}
