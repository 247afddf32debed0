using System.Text.Json.Nodes;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Tests.Node;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Links let somebody choose a password, once, for a while; and the first of all makes the administrator.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string NoKey = "Engagement:Bootstrap:ApiKey=";

    private readonly MovableTime _time = new();
    private TestNode _node = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync(_time);
        await _node.OpenChainAsync("glow");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task An_invitation_says_whom_it_is_for_and_works_once()
    {
        var invited = await InviteAsync("mei");
        var code = (string)invited["code"]!;
        using var browser = new Browser(_node);

        Assert.Equal($"/#invite={code}", (string?)invited["link"]);
        Assert.Equal("invited", (string?)invited["account"]!["state"]);
        var link = (await browser.PostAsync("/v1/session/link", new { code })).Ok();
        Assert.Equal(("invite", "mei"), ((string?)link["purpose"], (string?)link["signInName"]));
        (await browser.SignInAsync("mei", "")).Problem(401, "wrong_sign_in");
        (await browser.PostAsync("/v1/session", new { code })).Problem(401, "invalid_key");
        (await browser.AcceptAsync(code, "short")).Problem(400, "invalid_field");
        (await browser.AcceptAsync(code)).Ok();
        (await browser.AcceptAsync(code, "another good password")).Problem(401, "invalid_link");
        (await browser.PostAsync("/v1/session/link", new { code })).Problem(401, "invalid_link");
        Assert.Equal("active", (string?)(await _node.GetAsync($"/v1/chains/glow/staff/{invited["account"]!["id"]}")).Ok()["state"]);
    }

    [Fact]
    public async Task An_invitation_is_good_for_seven_days_and_a_recovery_for_one()
    {
        var code = (string)(await InviteAsync("mei"))["code"]!;
        using var jing = await Browser.JoinAsync(_node, "glow", "care_staff", "jing", "bund");
        var recovery = (string)(await RecoverAsync(jing.AccountId))["code"]!;
        using var browser = new Browser(_node);

        _time.Pass(TimeSpan.FromHours(23.9));
        (await browser.PostAsync("/v1/session/link", new { code = recovery })).Ok();
        _time.Pass(TimeSpan.FromHours(0.2));
        (await browser.AcceptAsync(recovery)).Problem(401, "invalid_link");
        _time.Pass(TimeSpan.FromDays(5.9));
        (await browser.PostAsync("/v1/session/link", new { code })).Ok();
        _time.Pass(TimeSpan.FromDays(0.2));
        (await browser.AcceptAsync(code)).Problem(401, "invalid_link");
    }

    [Fact]
    public async Task A_later_link_ends_an_earlier_one_and_whoever_has_not_come_is_invited_again()
    {
        var invited = await InviteAsync("mei");
        var again = await RecoverAsync((string)invited["account"]!["id"]!);
        using var browser = new Browser(_node);

        Assert.StartsWith("/#invite=", (string?)again["link"], StringComparison.Ordinal);
        (await browser.AcceptAsync((string)invited["code"]!)).Problem(401, "invalid_link");
        (await browser.AcceptAsync((string)again["code"]!)).Ok();
    }

    [Fact]
    public async Task A_recovery_opens_a_closed_account_with_another_password_and_ends_all_sessions()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var browser = new Browser(_node);
        for (var wrong = 0; wrong < 5; wrong++)
            (await browser.SignInAsync("mei", "not the right one")).Problem(401, "wrong_sign_in");

        var recovery = await RecoverAsync(mei.AccountId);
        Assert.StartsWith("/#recover=", (string?)recovery["link"], StringComparison.Ordinal);
        (await browser.AcceptAsync((string)recovery["code"]!, "another good password")).Ok();

        Assert.Null(await mei.SessionAsync());
        (await mei.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        (await mei.SignInAsync("mei", "another good password")).Ok();
    }

    [Fact]
    public async Task A_link_to_a_locked_account_opens_nothing()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        var code = (string)(await RecoverAsync(mei.AccountId))["code"]!;
        (await _node.PostAsync($"/v1/chains/glow/staff/{mei.AccountId}/lock", "")).Ok();

        (await mei.PostAsync("/v1/session/link", new { code })).Problem(401, "invalid_link");
        (await mei.AcceptAsync(code)).Problem(401, "invalid_link");
    }

    [Fact]
    public async Task Where_nobody_administers_the_system_each_start_makes_a_link_until_one_is_used()
    {
        await _node.RestartAsync(NoKey);
        var old = await FirstLinkAsync();
        await _node.RestartAsync(NoKey);
        var first = await FirstLinkAsync();
        using var browser = new Browser(_node);

        (await _node.GetAsync("/v1/chains")).Problem(401, "unauthorized");
        (await browser.AcceptAsync(old!.Code, signInName: "root")).Problem(401, "invalid_link");
        Assert.Equal("first_administrator", (string?)(await browser.PostAsync("/v1/session/link", new { code = first!.Code })).Ok()["purpose"]);
        (await browser.AcceptAsync(first.Code)).Problem(400, "invalid_field");
        var session = (await browser.AcceptAsync(first.Code, signInName: "root")).Ok();

        Assert.Equal(("root", "system_administrator"), ((string?)session["name"], (string?)session["role"]));
        Assert.Equal("everywhere", (string?)session["rights"]!["open_chains"]);
        Assert.Equal(200, (await browser.GetAsync("/v1/chains")).Status);
        Assert.Null(await FirstLinkAsync());
        (await browser.AcceptAsync(first.Code, signInName: "second")).Problem(401, "invalid_link");
        await _node.RestartAsync(NoKey);
        Assert.Null(await FirstLinkAsync());
    }

    [Fact]
    public async Task Where_a_key_is_configured_no_link_is_made() => Assert.Null(await FirstLinkAsync());

    private ValueTask<IssuedLink?> FirstLinkAsync() => _node.Services.GetRequiredService<FirstAdministrator>().LinkAsync(Cancel);

    private async Task<JsonNode> InviteAsync(string name) =>
        (await _node.PostAsync("/v1/chains/glow/staff", $$"""{"signInName":"{{name}}","role":"care_staff","stores":["bund"]}""")).Ok();

    private async Task<JsonNode> RecoverAsync(string account) => (await _node.PostAsync($"/v1/chains/glow/staff/{account}/recovery", "{}")).Ok();
}
