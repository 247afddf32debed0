using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>
/// Takes the pictures of the documentation, from a server that runs the demonstration:
/// <c>ENGAGEMENT_SCREENSHOTS=http://127.0.0.1:5080/#code=… dotnet test tests/Engagement.Browser.Tests</c>.
/// </summary>
public sealed class Screenshots(Chromium chromium)
{
    private const string Setting = "ENGAGEMENT_SCREENSHOTS";

    [Fact]
    public async Task The_pages_are_photographed_in_both_languages()
    {
        var link = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(string.IsNullOrEmpty(link), $"No test but a tool: {Setting} holds the sign-in link of the server to photograph.");
        await using var window = await Window.OpenAsync(chromium.Browser);
        await window.Page.GotoAsync(link!);
        foreach (var language in new[] { "en", "zh" })
        {
            await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());
            await Expect(window.Page.GetByRole(AriaRole.Listitem).Nth(12)).ToBeVisibleAsync();
            await Expect(window.Page.Locator("canvas").First).ToBeVisibleAsync();
            await window.Page.ScreenshotAsync(new() { Path = Checkout.PathTo($"docs/images/board-{language}.png") });
            await window.Page.GetByRole(AriaRole.Link, new() { Name = language == "en" ? "Care queue" : "待办", Exact = true }).ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Listitem).Nth(4)).ToBeVisibleAsync();
            await window.Page.ScreenshotAsync(new() { Path = Checkout.PathTo($"docs/images/queue-{language}.png") });
            await window.Page.GoBackAsync();
            if (language != "en")
                continue;
            await window.Button("中文").ClickAsync();
            // Nothing looks pointed at in a picture.
            await window.Page.Mouse.MoveAsync(0, 0);
        }
    }
}
