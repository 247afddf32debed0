using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>
/// Takes a picture of every page in both languages and themes and on a phone, of a demonstration that it starts itself:
/// <c>ENGAGEMENT_SCREENSHOTS=FOLDER dotnet test tests/Engagement.Browser.Tests</c>. <c>.ci/pictures</c> puts those that the
/// documentation shows in their place.
/// </summary>
public sealed class Screenshots(Chromium chromium, DemoNode demo)
{
    private const string Setting = "ENGAGEMENT_SCREENSHOTS";

    [Fact]
    public async Task Every_page_is_photographed_in_both_languages_and_themes()
    {
        var folder = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"No test but a tool: {Setting} holds the folder for the pictures.");
        _ = chromium.Browser;
        await demo.StartAsync();
        foreach (var (size, width, height) in new[] { ("desk", 1440, 900), ("phone", 390, 844) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var window = await Window.OpenAsync(chromium.Browser, new()
                {
                    ColorScheme = scheme,
                    ViewportSize = new() { Width = width, Height = height },
                });
                await window.Page.GotoAsync(await demo.SignInLinkAsync());
                await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
                foreach (var language in new[] { "en", "zh-CN" })
                {
                    foreach (var screen in Screen.All)
                    {
                        await screen.OpenAsync(window, demo, language);
                        // What moves has arrived by then: bars grow, canvases are drawn.
                        await window.Page.WaitForTimeoutAsync(1_500);
                        var name = $"{screen}-{language}-{scheme.ToString().ToLowerInvariant()}-{size}.png";
                        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, name) });
                    }
                }
            }
        }
    }
}
