using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>
/// Takes a picture of every page in both languages and themes and on a phone: <c>ENGAGEMENT_SCREENSHOTS=FOLDER dotnet test
/// tests/Engagement.Browser.Tests</c>. Of a demonstration that has been running for a while where
/// <c>ENGAGEMENT_DEMONSTRATION</c> holds its sign-in link, else of one that it starts itself. <c>.ci/pictures</c> puts those that
/// the documentation shows in their place.
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
        var link = Environment.GetEnvironmentVariable("ENGAGEMENT_DEMONSTRATION");
        var isOwn = string.IsNullOrEmpty(link);
        if (isOwn)
            await demo.StartAsync();
        var (address, member) = isOwn ? (demo.Address, demo.Member) : (link!.Split("/#")[0], "GL000002");
        await using var door = await Window.OpenAsync(chromium.Browser);
        await door.Page.GotoAsync(isOwn ? await demo.SignInLinkAsync() : link!);
        await Expect(door.Connection).ToHaveTextAsync(Window.LiveText());
        var signedIn = await door.Context.StorageStateAsync();
        foreach (var (size, width, height) in new[] { ("desk", 1440, 900), ("phone", 390, 844) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var window = await Window.OpenAsync(chromium.Browser, new()
                {
                    ColorScheme = scheme,
                    StorageState = signedIn,
                    ViewportSize = new() { Width = width, Height = height },
                });
                foreach (var language in new[] { "en", "zh-CN" })
                {
                    foreach (var screen in Screen.All)
                    {
                        await screen.OpenAsync(window, address, member, language);
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
