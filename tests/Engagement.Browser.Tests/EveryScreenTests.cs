using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>What holds of every page of the app, in both languages, both themes and on a phone.</summary>
public sealed class EveryScreenTests(Chromium chromium, DemoNode demo) : IAsyncLifetime
{
    private Window? _window;

    public async ValueTask InitializeAsync()
    {
        _ = chromium.Browser;
        await demo.StartAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en")]
    [InlineData(ColorScheme.Dark, "en")]
    [InlineData(ColorScheme.Light, "zh-CN")]
    [InlineData(ColorScheme.Dark, "zh-CN")]
    public async Task Axe_has_nothing_to_object_to(ColorScheme scheme, string language)
    {
        var window = await OpenAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await window.AddAxeAsync();
        List<string> violations = [];
        foreach (var screen in Screen.AllWithTabs)
        {
            await screen.OpenAsync(window, demo, language);
            violations.AddRange((await window.ViolationsAsync()).Select(violation => $"{screen}: {violation}"));
        }

        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Theory]
    [InlineData(360, 740, "en")]
    [InlineData(360, 740, "zh-CN")]
    [InlineData(768, 1024, "zh-CN")]
    [InlineData(3840, 2160, "en")]
    public async Task Nothing_scrolls_sideways(int width, int height, string language)
    {
        var window = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        List<string> tooWide = [];
        foreach (var screen in Screen.AllWithTabs)
        {
            await screen.OpenAsync(window, demo, language);
            var overflow = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            if (overflow > 0)
                tooWide.Add($"{screen}: {overflow} px too wide");
        }

        Assert.Empty(tooWide);
    }

    [Fact]
    public async Task A_page_says_where_one_is_in_its_title_its_heading_and_the_navigation()
    {
        var window = await OpenAsync(new());
        List<string> titles = [];
        foreach (var screen in Screen.All.Where(screen => screen.Name != "past"))
        {
            await screen.OpenAsync(window, demo, "en");
            await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await Expect(window.Page.Locator("nav [aria-current=page]").First).ToBeAttachedAsync();
            titles.Add(await window.Page.TitleAsync());
        }

        Assert.Equal(titles, titles.Distinct());
    }

    private async Task<Window> OpenAsync(BrowserNewContextOptions options)
    {
        _window = await Window.OpenAsync(chromium.Browser, options);
        await _window.Page.GotoAsync(await demo.SignInLinkAsync());
        await Expect(_window.Connection).ToHaveTextAsync(Window.LiveText());
        return _window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_window is null)
            return;
        var faults = _window.Faults;
        await _window.DisposeAsync();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
