using System.Text.RegularExpressions;
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

        await one.Button("Take it").ClickAsync();

        await Expect(Row(one, "M-1")).ToContainTextAsync("Administrator (you) has it");
        await Expect(Row(other, "M-1")).ToContainTextAsync("Administrator (you) has it");
    }

    [Fact]
    public async Task Who_comes_too_late_sees_her_claim_taken_back_and_who_was_faster()
    {
        await Node.OpenChainAsync();
        await Node.SendAsync(new { id = "c-1", type = "complaint", member = "M-1", store = "bund" });
        var window = await OpenQueueAsync();
        window.Tolerate("status of 409");
        // While her click is on its way, somebody else's arrives.
        var held = new TaskCompletionSource<IRoute>();
        await window.Page.RouteAsync(new Regex(@"/claim(\?|$)"), held.SetResult);
        await window.Button("Take it").ClickAsync();
        var click = await held.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Node.PostAsync(new Uri(click.Request.Url).AbsolutePath, new { by = "jing" });
        await click.ContinueAsync();

        await Expect(window.Page.GetByText("jing was faster.")).ToBeVisibleAsync();
        await Expect(Row(window, "M-1")).ToContainTextAsync("jing has it");
        await Expect(window.Button("Take it")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_task_comes_up_while_the_queue_is_looked_at_and_is_taken_and_closed_with_two_keys()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-0");
        var window = await OpenQueueAsync();
        await Expect(window.Page.GetByText("Nothing is to be done.")).ToBeVisibleAsync();

        await Node.SendAsync(new { id = "c-2", type = "complaint", member = "M-2", store = "bund" });

        await Expect(Row(window, "M-2")).ToContainTextAsync("Answer a complaint");
        await window.Page.Keyboard.PressAsync("c");
        await Expect(Row(window, "M-2")).ToContainTextAsync("Administrator (you) has it");
        await window.Page.Keyboard.PressAsync("1");
        // A complaint that was answered is to be solved.
        await Expect(Row(window, "M-2")).ToContainTextAsync("Solve what she complained about");
    }

    [Fact]
    public async Task What_cannot_wait_counts_in_the_title_of_every_page()
    {
        await Node.OpenChainAsync();
        await Node.VisitAsync("M-0");
        var window = await OpenBoardAsync();
        await Expect(window.Page).ToHaveTitleAsync("Live board · Engagement");

        await Node.SendAsync(new { id = "c-3", type = "complaint", member = "M-3", store = "bund" });

        await Expect(window.Page).ToHaveTitleAsync(new Regex(@"^\(1\)"));
    }

    private static ILocator Row(Window window, string member) =>
        window.Feed("Care queue").GetByRole(AriaRole.Listitem).Filter(new() { HasText = member });

    private async Task<Window> OpenQueueAsync()
    {
        var window = await OpenBoardAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Care queue", Exact = true }).ClickAsync();
        return window;
    }
}
