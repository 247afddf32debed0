using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>Languages, themes and sizes.</summary>
public sealed class LooksTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        IsMobile = true,
        HasTouch = true,
        DeviceScaleFactor = 2,
    };

    [Fact]
    public async Task The_language_is_switched_in_place_and_remembered()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync();
        var html = window.Page.Locator("html");
        await Expect(html).ToHaveAttributeAsync("lang", "en");

        await window.Button("中文").ClickAsync();
        await Expect(html).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(window.Count("萌新")).ToHaveTextAsync("1");
        await Expect(window.Connection).ToHaveTextAsync("实时");
        await Expect(window.Feed("动态")).ToContainTextAsync("到店");
        await window.Page.GotoAsync(Node.Address);
        await Expect(window.Connection).ToHaveTextAsync("实时");

        await window.Button("English").ClickAsync();
        await Expect(window.Count("New")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_browser_that_asks_for_Chinese_gets_Chinese_from_the_sign_in_on()
    {
        await Node.OpenChainAsync();
        var window = await OpenWindowAsync(new() { Locale = "zh-CN" });
        await window.Page.GotoAsync(Node.Address);

        await window.Button("使用访问密钥登录").ClickAsync();
        await window.Page.GetByLabel("访问密钥").FillAsync(ThrowawayNode.Key);
        await window.Button("登录").ClickAsync();

        await Expect(window.Page.GetByText("服务器启动")).ToHaveCountAsync(0);
        await Expect(window.Connection).ToHaveTextAsync("实时");
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_one_is_chosen()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await BackgroundAsync(window);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await BackgroundAsync(window);
        Assert.NotEqual(light, dark);

        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Theme: like the system") }).ClickAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        Assert.Equal(light, await BackgroundAsync(window));
        await window.Page.ReloadAsync();
        await Expect(window.Connection).ToHaveTextAsync("Live");
        Assert.Equal(light, await BackgroundAsync(window));

        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Theme: light") }).ClickAsync();
        Assert.Equal(dark, await BackgroundAsync(window));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_phone_shows_every_page_without_scrolling_sideways(string language)
    {
        var window = await OpenWindowAsync(new(Phone) { Locale = language });
        await window.Page.GotoAsync(Node.Address);
        await Expect(window.SignInForm).ToBeVisibleAsync();
        await FitsAsync(window);

        await window.Page.GotoAsync(await Node.SignInLinkAsync());
        await window.Page.ReloadAsync();
        await Expect(window.Page.Locator("pre")).ToHaveCountAsync(1);
        await FitsAsync(window);

        await Node.OpenChainAsync();
        await Expect(window.Page.Locator("pre")).ToHaveCountAsync(2);
        await FitsAsync(window);

        await Node.VisitAsync("M-1", "a-member-whose-number-is-longer-than-anybody-would-wish-for-on-a-phone");
        await Node.PurchaseAsync("M-1", 1_234_567.5m);
        await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
        await Expect(window.Page.Locator("canvas, svg").First).ToBeVisibleAsync();
        await Expect(window.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(9);
        await FitsAsync(window);
    }

    [Fact]
    public async Task A_window_that_is_made_narrow_is_filled_and_not_overflowed()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1");
        var window = await OpenBoardAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await Expect(window.Page.Locator("canvas").First).ToBeVisibleAsync();

        await window.Page.SetViewportSizeAsync(360, 740);

        await window.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('canvas')].every((each) => each.clientWidth < 360)");
        await FitsAsync(window);
    }

    private static Task<string> BackgroundAsync(Window window) =>
        window.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");

    private static async Task FitsAsync(Window window)
    {
        var tooWide = await window.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth && innerWidth <= 360 ? [] :
              [`page ${document.documentElement.scrollWidth}, window ${innerWidth}`,
                ...[...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > 360)
                  .map((each) => each.outerHTML.slice(0, 120))]
            """);
        Assert.Empty(tooWide);
    }
}
