using Engagement.Domain.Time;
using Engagement.Hosting.Auth.Accounts;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Whoever has an app for one-time passwords is asked for one, and each is good once.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private readonly MovableTime _time = new();
    private TestNode _node = null!;
    private Browser _mei = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync(_time);
        await _node.OpenChainAsync("glow");
        _mei = await Browser.JoinAsync(_node, "glow", "care_staff", "mei", "bund");
    }

    public async ValueTask DisposeAsync()
    {
        _mei.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task A_second_step_is_asked_for_once_it_has_been_confirmed()
    {
        var (secret, _) = await EnrolAsync();
        using var browser = new Browser(_node);

        (await browser.SignInAsync("mei")).Problem(401, "totp_needed");
        (await browser.SignInAsync("mei", "not the right one", Shown(secret))).Problem(401, "wrong_sign_in");
        (await browser.SignInAsync("mei", totp: "000000")).Problem(401, "wrong_totp");
        _time.Pass(TimeSpan.FromSeconds(30));
        var shown = Shown(secret);
        (await browser.SignInAsync("mei", totp: shown)).Ok();
        (await browser.SignInAsync("mei", totp: shown)).Problem(401, "wrong_totp");
        Assert.True((bool)(await browser.GetAsync("/v1/account")).Ok()["hasSecondStep"]!);
    }

    [Fact]
    public async Task A_secret_that_was_not_confirmed_changes_nothing()
    {
        (await _mei.PostAsync("/v1/account/totp/confirm", new { totp = "123456" })).Problem(409, "nothing_to_confirm");
        (await _mei.PostAsync("/v1/account/totp", new { password = "wrong wrong wrong" })).Problem(403, "wrong_password");
        var secret = (await _mei.PostAsync("/v1/account/totp", new { password = Browser.Password })).Ok();
        Assert.Matches("^otpauth://totp/Engagement:mei\\?secret=[A-Z2-7]{32}&issuer=Engagement&algorithm=SHA1&digits=6&period=30$", (string?)secret["uri"]);
        (await _mei.PostAsync("/v1/account/totp/confirm", new { totp = "000000" })).Problem(400, "invalid_field");

        using var browser = new Browser(_node);
        (await browser.SignInAsync("mei")).Ok();
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app_once()
    {
        var (_, codes) = await EnrolAsync();
        Assert.Equal(10, codes.Distinct().Count());
        using var browser = new Browser(_node);

        (await browser.SignInAsync("mei", totp: codes[3].ToLowerInvariant())).Ok();
        Assert.Equal(9, (int)(await browser.GetAsync("/v1/account")).Ok()["recoveryCodesLeft"]!);
        (await browser.SignInAsync("mei", totp: codes[3])).Problem(401, "wrong_totp");
        var renewed = (await browser.PostAsync("/v1/account/totp/recovery-codes", new { password = Browser.Password })).Ok();
        (await browser.SignInAsync("mei", totp: codes[4])).Problem(401, "wrong_totp");
        (await browser.SignInAsync("mei", totp: (string?)renewed["recoveryCodes"]![0])).Ok();
    }

    [Fact]
    public async Task Of_many_who_use_one_password_at_the_same_moment_one_is_let_in()
    {
        var (secret, _) = await EnrolAsync();
        _time.Pass(TimeSpan.FromSeconds(30));
        var shown = Shown(secret);
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(_node)).ToList();

        var answers = await Task.WhenAll(browsers.Select(browser => browser.SignInAsync("mei", totp: shown)));

        Assert.Single(answers, answer => answer.Status == 200);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Wrong_one_time_passwords_close_the_account_as_wrong_passwords_do_however_often_the_password_is_right()
    {
        var (secret, _) = await EnrolAsync();
        using var thief = new Browser(_node);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            (await thief.SignInAsync("mei")).Problem(401, "totp_needed");
            (await thief.SignInAsync("mei", totp: "000000")).Problem(401, "wrong_totp");
        }

        _time.Pass(TimeSpan.FromSeconds(30));
        (await thief.SignInAsync("mei", totp: Shown(secret))).Problem(401, "wrong_sign_in");
    }

    [Fact]
    public async Task A_recovery_link_does_not_go_past_the_second_step_unless_it_was_asked_to()
    {
        var (secret, _) = await EnrolAsync();
        var path = $"/v1/chains/glow/staff/{_mei.AccountId}/recovery";
        using var browser = new Browser(_node);

        var code = (string)(await _node.PostAsync(path, "{}")).Ok()["code"]!;
        Assert.True((bool)(await browser.PostAsync("/v1/session/link", new { code })).Ok()["needsTotp"]!);
        (await browser.AcceptAsync(code, "another good password")).Problem(401, "totp_needed");
        (await browser.AcceptAsync(code, "another good password", "000000")).Problem(401, "wrong_totp");
        Assert.NotNull(await _mei.SessionAsync());
        _time.Pass(TimeSpan.FromSeconds(30));
        (await browser.AcceptAsync(code, "another good password", Shown(secret))).Ok();
        Assert.Null(await _mei.SessionAsync());

        code = (string)(await _node.PostAsync(path, """{"dropTotp":true}""")).Ok()["code"]!;
        (await browser.AcceptAsync(code, "a third good password")).Ok();
        (await browser.SignInAsync("mei", "a third good password")).Ok();
    }

    [Fact]
    public async Task The_second_step_goes_with_the_password_only()
    {
        await EnrolAsync();
        (await _mei.PostAsync("/v1/account/totp/remove", new { password = "wrong wrong wrong" })).Problem(403, "wrong_password");
        Assert.Equal(204, (await _mei.PostAsync("/v1/account/totp/remove", new { password = Browser.Password })).Status);

        using var browser = new Browser(_node);
        (await browser.SignInAsync("mei")).Ok();
    }

    [Fact]
    public async Task Neither_secret_nor_codes_nor_password_lie_in_the_database_as_they_are()
    {
        var (secret, codes) = await EnrolAsync();
        await _node.StopAsync();

        foreach (var file in Directory.EnumerateFiles(_node.Folder.FullName, "engagement.db*"))
        {
            var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            foreach (var told in codes.Append(secret.Text).Append(Browser.Password).Append(System.Text.Encoding.Latin1.GetString(secret.Bytes)).SelectMany(told => new[] { told, told.Replace("-", "", StringComparison.Ordinal) }))
                Assert.DoesNotContain(told, bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<((string Text, byte[] Bytes) Secret, List<string> RecoveryCodes)> EnrolAsync()
    {
        var text = (string)(await _mei.PostAsync("/v1/account/totp", new { password = Browser.Password })).Ok()["secret"]!;
        var secret = (text, Bytes(text));
        var codes = (await _mei.PostAsync("/v1/account/totp/confirm", new { totp = Shown(secret) })).Ok()["recoveryCodes"]!.AsArray();
        return (secret, [.. codes.Select(code => (string)code!)]);
    }

    private string Shown((string Text, byte[] Bytes) secret) =>
        OneTimePasswords.Of(secret.Bytes, OneTimePasswords.StepOf(Instant.FromDateTimeOffset(_time.GetUtcNow())));

    // Read back as an app would, bit by bit.
    private static byte[] Bytes(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(bits => bits.Length == 8).Select(bits => Convert.ToByte(new string(bits), 2))];
    }
}
