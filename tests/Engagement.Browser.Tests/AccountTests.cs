using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class AccountTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Password = "a long walk by the river";

    [Fact]
    public async Task Who_was_invited_chooses_a_password_signs_in_with_it_and_out_everywhere()
    {
        await Node.OpenChainAsync();
        var link = await Node.InviteAsync("mei@glow.example", "chain_headquarters");
        var desk = await OpenWindowAsync();
        await desk.Page.GotoAsync(link);
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Welcome, mei@glow.example" })).ToBeVisibleAsync();
        await Expect(desk.Page).ToHaveURLAsync(Node.Address + "/");
        await desk.Page.GetByLabel("New password").FillAsync(Password);
        await desk.Page.GetByLabel("The same again").FillAsync(Password);
        await desk.Button("Save and sign in").ClickAsync();
        await Expect(desk.Connection).ToHaveTextAsync("Live");

        var phone = await OpenWindowAsync();
        phone.Tolerate("status of 401");
        await phone.Page.GotoAsync(Node.Address);
        await phone.Page.GetByLabel("Sign-in name").FillAsync("MEI@glow.example");
        await phone.Page.GetByLabel("Password").FillAsync("not the right one");
        await phone.Button("Sign in").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name or password is wrong");
        await phone.Page.GetByLabel("Password").FillAsync(Password);
        await phone.Button("Sign in").ClickAsync();
        await Expect(phone.Connection).ToHaveTextAsync("Live");

        desk.Tolerate("status of 401|WebSocket|signed_out|Error: Connection");
        await phone.Button("My account (mei@glow.example)").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Chrome" })).ToHaveCountAsync(2);
        await phone.Button("Sign out everywhere").ClickAsync();
        await Expect(phone.SignInForm).ToBeVisibleAsync();
        await Expect(desk.SignInForm).ToBeVisibleAsync();
    }
}
