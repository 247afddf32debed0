using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class SignInTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_wrong_key_is_refused_in_words_and_the_right_one_opens_the_board()
    {
        await Node.OpenChainAsync();
        var window = await OpenWindowAsync();
        await window.Page.GotoAsync(Node.Address);
        await window.Button("Sign in with an access key").ClickAsync();
        var key = window.Page.GetByLabel("Access key");

        await key.FillAsync("not-the-key");
        await window.Button("Sign in").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This key is not known");

        await key.FillAsync(ThrowawayNode.Key);
        await window.Button("Sign in").ClickAsync();
        await Expect(window.Connection).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task A_link_with_a_code_signs_in_and_leaves_no_code_in_the_address()
    {
        await Node.OpenChainAsync();
        var window = await OpenBoardAsync();

        await Expect(window.Page).ToHaveURLAsync(Node.Address + "/");
    }

    [Fact]
    public async Task A_link_that_was_used_before_signs_nobody_in()
    {
        var link = await Node.SignInLinkAsync();
        var first = await OpenWindowAsync();
        await first.Page.GotoAsync(link);
        await Expect(first.Page.GetByText("No chain yet")).ToBeVisibleAsync();

        var second = await OpenWindowAsync();
        await second.Page.GotoAsync(link);

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("already used");
    }

    [Fact]
    public async Task A_session_outlives_a_reload_and_ends_with_signing_out()
    {
        await Node.OpenChainAsync();
        var window = await OpenBoardAsync();
        await window.Page.ReloadAsync();
        await Expect(window.Connection).ToHaveTextAsync("Live");

        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sign out") }).ClickAsync();
        await Expect(window.SignInForm).ToBeVisibleAsync();
        await window.Page.ReloadAsync();
        await Expect(window.SignInForm).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whose_session_has_ended_is_led_back_to_signing_in()
    {
        await Node.OpenChainAsync();
        var window = await OpenBoardAsync();
        window.Tolerate("status of 401");

        await window.Context.ClearCookiesAsync();
        await window.Context.SetOfflineAsync(true);
        await Expect(window.Connection).ToHaveTextAsync("Offline");
        await window.Context.SetOfflineAsync(false);

        await Expect(window.SignInForm).ToBeVisibleAsync();
    }
}
