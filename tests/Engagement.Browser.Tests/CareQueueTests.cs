using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

public sealed class CareQueueTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_task_that_is_taken_in_one_window_is_seen_to_be_taken_in_the_other()
    {
        await Node.OpenChainAsync();
        await Node.SendAsync(new { id = "c-1", type = "complaint", member = "M-1", store = "bund" });
        var (one, other) = (await OpenQueueAsync(), await OpenQueueAsync());
        await Expect(Row(other, "M-1")).ToContainTextAsync("Nobody has it yet");

        await one.Button("Take it: Answer a complaint, M-1").ClickAsync();

        await Expect(Row(one, "M-1")).ToContainTextAsync("Administrator (you) has it");
        await Expect(Row(other, "M-1")).ToContainTextAsync("Administrator (you) has it");
    }

    [Fact]
    public async Task A_task_comes_up_while_the_queue_is_looked_at_and_goes_once_it_is_done_with_the_keyboard_alone()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-0");
        var window = await OpenQueueAsync();
        await Expect(window.Page.GetByText("Nothing is to be done.")).ToBeVisibleAsync();

        await Node.SendAsync(new { id = "c-2", type = "complaint", member = "M-2", store = "bund" });

        await Expect(Row(window, "M-2")).ToContainTextAsync("Answer a complaint");
        await window.Button("Take it: Answer a complaint, M-2").PressAsync("Enter");
        await window.Page.GetByLabel("What came of it: Answer a complaint, M-2").SelectOptionAsync("reached");
        await window.Button("Done: Answer a complaint, M-2").PressAsync("Enter");
        // A complaint that was answered is to be solved.
        await Expect(Row(window, "M-2")).ToContainTextAsync("Solve what she complained about");
        await Expect(window.Page.GetByText("Answer a complaint")).ToHaveCountAsync(0);
    }

    private static ILocator Row(Window window, string member) => window.Feed("Care queue").GetByRole(AriaRole.Listitem)
        .Filter(new() { Has = window.Page.GetByText(member, new() { Exact = true }) });

    private async Task<Window> OpenQueueAsync()
    {
        var window = await OpenBoardAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Care queue", Exact = true }).ClickAsync();
        return window;
    }
}
