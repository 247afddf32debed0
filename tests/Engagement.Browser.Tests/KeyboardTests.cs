using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_morning_at_the_desk_goes_without_a_mouse_and_the_focus_is_never_lost()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-1", "M-2");
        await Node.SendAsync(new { id = "c-1", type = "complaint", member = "M-1", store = "bund" });
        await Node.SendAsync(new { id = "c-2", type = "complaint", member = "M-2", store = "bund" });
        var window = await OpenWindowAsync();
        var (page, keys) = (window.Page, window.Page.Keyboard);

        // She signs in.
        await page.GotoAsync(Node.Address);
        await ReachAsync(window, window.Button("Sign in with an access key"));
        await keys.PressAsync("Enter");
        await ReachAsync(window, page.GetByLabel("Access key"));
        await keys.TypeAsync(ThrowawayNode.Key);
        await keys.PressAsync("Enter");
        await Expect(window.Connection).ToHaveTextAsync(Window.LiveText());

        // She opens the queue, takes the first task and says what came of it; the next comes up.
        await ReachAsync(window, page.GetByRole(AriaRole.Link, new() { Name = "Care queue", Exact = true }), "Shift+Tab");
        await keys.PressAsync("Enter");
        await Expect(Task(window, "M-1")).ToContainTextAsync("Nobody has it yet");
        await ExpectAtHandAsync(window, "M-1");
        await ReachAsync(window, window.Button("Take it"));
        await keys.PressAsync("Enter");
        await Expect(Task(window, "M-1")).ToContainTextAsync("(you) has it");
        await ExpectFocusAsync(window);
        await keys.PressAsync("1");
        await ExpectAtHandAsync(window, "M-2");
        await ExpectFocusAsync(window);

        // She opens the member that it is about, and records that she is here.
        await ReachAsync(window, page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link, new() { Name = "M-2" }));
        await keys.PressAsync("Enter");
        await Expect(window.Button("Record")).ToBeVisibleAsync();
        await ExpectFocusAsync(window);
        await ReachAsync(window, window.Button("Record"));
        await keys.PressAsync("Enter");
        await ReachAsync(window, page.GetByLabel("Which service"));
        await keys.TypeAsync("facial");
        await keys.PressAsync("Enter");
        await Expect(page.GetByText("Visit: recorded")).ToBeVisibleAsync();
        await ExpectFocusAsync(window);
        await Expect(window.Button("Record")).ToBeFocusedAsync();
    }

    /// <summary>Goes from stop to stop until this one has the focus.</summary>
    private static async Task ReachAsync(Window window, ILocator stop, string key = "Tab")
    {
        await Expect(stop).ToBeVisibleAsync();
        for (var step = 0; step < 150; step++)
        {
            if (await stop.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await window.Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The focus does not come to {stop}.");
    }

    private static async Task ExpectFocusAsync(Window window) => await Expect(window.Page.Locator("body:not(:focus) *:focus")).ToHaveCountAsync(1);

    private static Task ExpectAtHandAsync(Window window, string member) =>
        Expect(window.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link, new() { Name = member })).ToBeVisibleAsync();

    private static ILocator Task(Window window, string member) =>
        window.Feed("Care queue").GetByRole(AriaRole.Listitem).Filter(new() { HasText = member });
}
