using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class AccessibilityTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "en-GB")]
    [InlineData(ColorScheme.Light, "zh-CN")]
    [InlineData(ColorScheme.Dark, "zh-CN")]
    public async Task Axe_finds_nothing_to_object_to_from_the_sign_in_to_the_first_member(ColorScheme scheme, string locale)
    {
        var window = await OpenWindowAsync(new() { ColorScheme = scheme, Locale = locale, ReducedMotion = ReducedMotion.Reduce });
        await window.AddAxeAsync();

        await window.Page.GotoAsync(Node.Address);
        await Expect(window.SignInForm).ToBeVisibleAsync();
        await PassesAsync(window, "sign-in");

        await window.Page.GotoAsync(await Node.SignInLinkAsync());
        await window.Page.ReloadAsync();
        await Expect(window.Page.Locator("pre")).ToHaveCountAsync(1);
        await PassesAsync(window, "no chain");

        await Node.OpenChainAsync();
        await Expect(window.Page.Locator("pre")).ToHaveCountAsync(2);
        await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
        await PassesAsync(window, "empty board");

        await Node.VisitAsync("M-1", "M-2");
        await Node.PurchaseAsync("M-1", 380.5m);
        await Expect(window.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "380.50" })).ToHaveCountAsync(1);
        await PassesAsync(window, "board");
    }

    private static async Task PassesAsync(Window window, string page)
    {
        var violations = await window.ViolationsAsync();
        Assert.True(violations.Length == 0, $"{page}:{Environment.NewLine}{string.Join(Environment.NewLine, violations)}");
    }
}
