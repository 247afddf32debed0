using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Staff sign in with a name and a password, and are let in as who they are.</summary>
public sealed class SignInTests : IAsyncLifetime
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
    public async Task Whoever_was_invited_chooses_a_password_and_is_in_with_her_role_and_stores()
    {
        using var browser = await Browser.JoinAsync(_node, "glow", "care_staff", "Mei@glow.example", "bund");

        var session = await browser.SessionAsync();
        Assert.Equal(("Mei@glow.example", "care_staff", "glow", browser.AccountId), ((string?)session!["name"], (string?)session["role"], (string?)session["chain"], (string?)session["id"]));
        Assert.Equal(["bund"], session["stores"]!.AsArray().Select(store => (string?)store));
        Assert.Equal("own_stores", (string?)session["rights"]!["see_tasks"]);
        Assert.Equal("own_chain", (string?)session["rights"]!["see_chain"]);
        Assert.Null(session["rights"]!["manage_staff"]);
        Assert.True((bool)session["hasAccount"]!);

        using var another = new Browser(_node);
        (await another.SignInAsync("mei@GLOW.example")).Ok();
        Assert.Equal(session.ToJsonString(), (await another.SessionAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var stranger = new Browser(_node);

        var wrongPassword = await stranger.SignInAsync("mei", "not the right one");
        var wrongName = await stranger.SignInAsync("nobody", Browser.Password);

        wrongPassword.Problem(401, "wrong_sign_in");
        wrongName.Problem(401, "wrong_sign_in");
        Assert.Equal(Plain(wrongName), Plain(wrongPassword));
        Assert.Equal(wrongName.Headers.Keys.Order(), wrongPassword.Headers.Keys.Order());
        Assert.Null(stranger.Cookie);
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("mei", null)]
    [InlineData("", "")]
    [InlineData("a\u0000b", "x\u0000")]
    public async Task What_is_no_name_or_no_password_lets_nobody_in(string? name, string? password)
    {
        using var stranger = new Browser(_node);
        (await stranger.PostAsync("/v1/session", new { signInName = name, password })).Problem(401, "wrong_sign_in");
        (await stranger.SignInAsync(new('x', 10_000), new('x', 100_000))).Problem(401, "wrong_sign_in");
    }

    [Fact]
    public async Task Five_wrong_passwords_close_an_account_for_a_quarter_of_an_hour_then_for_longer()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var stranger = new Browser(_node);
        for (var wrong = 0; wrong < 5; wrong++)
            (await stranger.SignInAsync("mei", "not the right one")).Problem(401, "wrong_sign_in");

        (await stranger.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        Assert.NotNull(await mei.SessionAsync());
        await _node.RestartAsync();
        using var later = new Browser(_node);
        (await later.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        _time.Pass(TimeSpan.FromMinutes(14.9));
        (await later.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        _time.Pass(TimeSpan.FromMinutes(0.2));
        (await later.SignInAsync("mei", "not the right one")).Problem(401, "wrong_sign_in");
        _time.Pass(TimeSpan.FromMinutes(29));
        (await later.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        _time.Pass(TimeSpan.FromMinutes(2));

        (await later.SignInAsync("mei")).Ok();
        (await later.SignInAsync("mei", "not the right one")).Problem(401, "wrong_sign_in");
        (await later.SignInAsync("mei")).Ok();
    }

    [Fact]
    public async Task However_many_guess_at_the_same_moment_five_guesses_are_looked_at()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
        using var stranger = new Browser(_node);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => stranger.SignInAsync("mei", $"guess number {guess}")));

        var seen = (await _node.GetAsync($"/v1/chains/glow/staff/{mei.AccountId}")).Ok();
        Assert.NotNull(seen["closedUntil"]);
        (await stranger.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        (await _node.PostAsync($"/v1/chains/glow/staff/{mei.AccountId}/unlock", "")).Ok();
        (await stranger.SignInAsync("mei")).Ok();
    }

    [Fact]
    public async Task The_table_of_rights_is_there_for_whoever_has_signed_in()
    {
        using var mei = await Browser.JoinAsync(_node, "glow", "store_manager", "mei", "bund");

        var rights = (await mei.GetAsync("/v1/rights")).Ok()["items"]!.AsArray();

        Assert.Equal(Enum.GetValues<Hosting.Auth.Right>().Length, rights.Count);
        var staff = rights.Single(right => (string?)right!["right"] == "manage_staff")!["reach"]!;
        Assert.Equal(("nowhere", "own_stores", "everywhere"), ((string?)staff["care_staff"], (string?)staff["store_manager"], (string?)staff["system_administrator"]));
        using var stranger = new Browser(_node);
        (await stranger.GetAsync("/v1/rights")).Problem(401, "unauthorized");
    }

    private static string Plain(Answer answer)
    {
        var body = answer.Body!.DeepClone().AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
